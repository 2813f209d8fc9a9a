/**
 * Event streams: results that arrive one event at a time, and parameters that are sent so. The framing is that of the
 * media type {@code application/vnd.amazon.eventstream}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi.eventstream;

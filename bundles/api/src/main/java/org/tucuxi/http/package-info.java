/**
 * Requests and responses as the pipeline and its handlers see them, and the transport service that sends them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi.http;

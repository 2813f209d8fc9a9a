/**
 * Where to call: partitions, regions and endpoint rule sets.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi.endpoint;

/**
 * Wire protocols: one codec for each operation, compiled once from its shapes.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi.protocol;

/**
 * Service models: the services, operations and shapes from which clients are made at run time.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi.model;

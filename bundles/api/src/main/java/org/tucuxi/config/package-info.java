/**
 * One view of environment, profile files, Config Admin and what the program said.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi.config;

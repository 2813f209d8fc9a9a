/**
 * Request signing: algorithms as services, and the signer that each client holds.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi.signing;

/**
 * Credentials, the providers that find them, and the resolver that asks the providers in order.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi.credentials;

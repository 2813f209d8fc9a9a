/**
 * Waiters: calls that are repeated until what they show is as wanted. When that is, is said by the service's {@code waiters-2}
 * model.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi.waiter;

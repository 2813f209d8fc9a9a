/**
 * What a user of Tucuxi holds: sessions, the clients they make at run time from service models, and the errors.
 *
 * <p>Start with {@link org.tucuxi.Session}, which is an OSGi service, or build one with {@link org.tucuxi.SessionFactory}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi;

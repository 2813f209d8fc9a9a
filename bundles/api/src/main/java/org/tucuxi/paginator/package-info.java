/**
 * Paginators: operations that answer in pages, read as one. What is a page, a token and a result of an operation is said by the
 * service's {@code paginators-1} model.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.tucuxi.paginator;

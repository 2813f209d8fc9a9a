/**
 * Reads environment, profile files and what the program said into one {@link org.tucuxi.config.Configuration}.
 *
 * <p>The grammar of the profile files is AWS's own dialect of INI, so the parser is our own: it is bounded, names file
 * and line in its errors, and never repeats a line's text, which may hold a secret. A configuration is read once and
 * does not change afterwards; only {@code environment()} is a view of the map it was read from, for credentials that
 * are refreshed from there.
 *
 * <p>The package is {@code internal} because the bundle of the interface exports {@code org.tucuxi.config}.
 */
package org.tucuxi.config.internal;

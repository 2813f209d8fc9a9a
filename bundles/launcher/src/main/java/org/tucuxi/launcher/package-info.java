/**
 * Starts an OSGi framework with Tucuxi's bundles in it, for those who have none: a plain Java program
 * ({@link org.tucuxi.launcher.Tucuxi}) and the command line ({@link org.tucuxi.launcher.Main}).
 *
 * <p>The program and the bundles meet in the public interface: its classes, those of slf4j and those of Declarative
 * Services are loaded once, by the class loader of this package, and the framework's system bundle exports them. So a
 * session that a bundle made is a {@link org.tucuxi.Session} of the program, and log messages of bundles go to the
 * program's own logging backend. Everything else, HTTP and JSON libraries included, stays inside bundles and cannot
 * clash with the program's own.
 *
 * <p>Promises: {@code start} returns with a platform that is whole or fails with a message that lists what is missing;
 * {@code close} leaves no thread and no file behind.
 */
package org.tucuxi.launcher;

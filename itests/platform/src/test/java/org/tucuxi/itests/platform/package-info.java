/**
 * All bundles together, in a framework inside the tests' JVM: what no bundle can promise alone.
 *
 * <p>One framework serves all tests ({@link org.tucuxi.itests.platform.Platform}); each test makes sessions of its own. What the
 * network would say is said by a handler ({@link org.tucuxi.itests.platform.Wire}), by a server of a few lines
 * ({@link org.tucuxi.itests.platform.LocalServer}), or by S3Proxy.
 *
 * <p>{@code src/test/python} records what the reference does in the same scenarios.
 */
package org.tucuxi.itests.platform;

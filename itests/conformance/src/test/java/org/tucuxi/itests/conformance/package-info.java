/**
 * Runs language-neutral test vectors against Tucuxi's parts, on a plain class path.
 *
 * <p>Vectors are read in place, from a folder that is named when the build is run:
 *
 * <pre>mvn -pl itests/conformance verify -Dvectors=DIR</pre>
 *
 * <p>{@code DIR} holds one or more kinds of vectors, each in a folder of its own ({@code endpoint-rules},
 * {@code sigv4}, {@code protocols}, {@code emitter}), or is such a folder itself. Every kind is a
 * {@link org.tucuxi.itests.conformance.Suite}; {@link org.tucuxi.itests.conformance.Vectors} runs those that find
 * something in {@code DIR} and prints how many cases passed and which failed. The build fails when one did.
 *
 * <p>Endpoint cases need the services' rule sets. Those of the service bundles in this source tree are taken from
 * there; others from botocore's data: a folder or a wheel given by {@code -Dbotocore.data}, else an installed botocore,
 * else one that pip fetches.
 */
package org.tucuxi.itests.conformance;

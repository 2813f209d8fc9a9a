/**
 * What only a container shows: that the bundles resolve, and what sessions and clients that live make of bundles that
 * stop, start, are updated and go.
 *
 * <p>The tests run inside a container in a JVM of its own, plain Felix or Karaf; S3Proxy, which checks every signature,
 * runs outside in Maven's JVM. {@link org.tucuxi.itests.containers.Containers} describes the containers and is used
 * outside only; all else is used inside.
 */
package org.tucuxi.itests.containers;

package org.tucuxi.endpoint;

/**
 * A partition: a part of AWS with accounts and regions of its own.
 *
 * @param name for example {@code aws-cn}
 * @param dnsSuffix for example {@code amazonaws.com.cn}
 * @param dualStackDnsSuffix for example {@code api.amazonwebservices.com.cn}
 * @param supportsFips whether there are FIPS endpoints
 * @param supportsDualStack whether there are dual-stack endpoints
 * @param implicitGlobalRegion the region that global services are signed with
 */
public record Partition(String name, String dnsSuffix, String dualStackDnsSuffix, boolean supportsFips,
        boolean supportsDualStack, String implicitGlobalRegion) {
}

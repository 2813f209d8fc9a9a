package org.tucuxi.endpoint;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The service that knows partitions, regions and the endpoints that the reference computes without rules: what
 * {@link org.tucuxi.ClientMeta} shows and what services without a rule set use.
 */
@ProviderType
public interface RegionCatalog {

    /** A variant of an endpoint. */
    enum Variant {
        /** IPv4 and IPv6. */
        DUALSTACK,
        /** FIPS 140 validated. */
        FIPS
    }

    /**
     * The partitions.
     *
     * @return their names in the order of the data
     */
    List<String> partitions();

    /**
     * The partition of a region, as the rules see it.
     *
     * @param region a region, or null
     * @return its partition; {@code aws} when no partition matches
     */
    Partition partition(String region);

    /**
     * The partition of a region.
     *
     * @param region a region
     * @return the partition's name
     * @throws UnknownRegionException when no partition lists or matches it
     */
    String partitionForRegion(String region);

    /**
     * The regions of a service.
     *
     * @param endpointPrefix the service's endpoint prefix
     * @param partition the partition's name
     * @param allowNonRegional whether names that are no regions, such as {@code aws-global}, are listed too
     * @return names; empty for an unknown service or partition
     */
    List<String> regions(String endpointPrefix, String partition, boolean allowNonRegional);

    /**
     * The endpoint of a service without rules.
     *
     * @param endpointPrefix the service's endpoint prefix
     * @param region the region, or null
     * @param variants dual stack, FIPS, both or none
     * @return the endpoint
     * @throws NoRegionException when there is no region and the service has no partition-wide endpoint
     * @throws EndpointVariantException when the endpoint has no such variant
     */
    RegionalEndpoint resolve(String endpointPrefix, String region, Set<Variant> variants);

    /**
     * An endpoint of the region data.
     *
     * @param partition the partition's name
     * @param endpointName the region or pseudo region that answered, for example {@code aws-global}
     * @param hostname the host
     * @param protocols for example {@code http}, {@code https}
     * @param signingRegion {@code credentialScope.region}, or null
     * @param signingName {@code credentialScope.service}, or null
     * @param signatureVersions the versions that the data list
     * @param variants the variants that it was resolved with
     */
    record RegionalEndpoint(String partition, String endpointName, String hostname, List<String> protocols,
            String signingRegion, String signingName, List<String> signatureVersions, Set<Variant> variants) {
    }
}

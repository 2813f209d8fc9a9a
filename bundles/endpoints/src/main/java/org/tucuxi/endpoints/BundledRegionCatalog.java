package org.tucuxi.endpoints;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.endpoint.EndpointVariantException;
import org.tucuxi.endpoint.NoRegionException;
import org.tucuxi.endpoint.Partition;
import org.tucuxi.endpoint.RegionCatalog;
import org.tucuxi.endpoint.UnknownRegionException;
import org.tucuxi.endpoints.EndpointData.CredentialScope;
import org.tucuxi.endpoints.RegionData.RegionPartition;
import org.tucuxi.endpoints.RegionData.ServiceRegions;

/** The service that knows partitions and regions, from the data in this bundle. */
@Component
public final class BundledRegionCatalog implements RegionCatalog {

    private static final String DEFAULT_PARTITION = "aws";
    private static final CredentialScope NO_SCOPE = new CredentialScope(null, null);

    /** Partitions without a variant for dual stack, whatever their data say. */
    private static final Set<String> WITHOUT_DUALSTACK = Set.of("aws-iso", "aws-iso-b");

    private final RegionData data = new RegionData();

    @Override
    public List<String> partitions() {
        return data.partitions().stream().map(RegionPartition::name).toList();
    }

    @Override
    public Partition partition(String region) {
        return Partitions.bundled().match(region).partition();
    }

    @Override
    public String partitionForRegion(String region) {
        for (RegionPartition partition : data.partitions()) {
            if (partition.has(region)) {
                return partition.name();
            }
        }
        throw new UnknownRegionException(
                "Unknown region: '" + region + "'. No partition found for provided region_name.");
    }

    @Override
    public List<String> regions(String endpointPrefix, String partition, boolean allowNonRegional) {
        RegionPartition found = named(partition);
        if (found == null) {
            return List.of();
        }
        return service(endpointPrefix, found).endpoints().keySet().stream()
                .filter(name -> allowNonRegional || found.regions().contains(name))
                .toList();
    }

    @Override
    public RegionalEndpoint resolve(String endpointPrefix, String region, Set<Variant> variants) {
        Set<Variant> wanted = variants.isEmpty() ? Set.of() : EnumSet.copyOf(variants);
        boolean dualStack = wanted.contains(Variant.DUALSTACK);
        String asked = region == null && dualStack && endpointPrefix.equals("s3") ? "us-east-1" : region;
        for (RegionPartition partition : data.partitions()) {
            if (dualStack && WITHOUT_DUALSTACK.contains(partition.name())) {
                continue;
            }
            ServiceRegions service = service(endpointPrefix, partition);
            String wantedRegion = asked == null ? partitionEndpoint(service) : asked;
            if (service.endpoints().containsKey(wantedRegion)) {
                return endpoint(partition, service, endpointPrefix, wantedRegion, wanted);
            }
            if (partition.has(wantedRegion)) {
                return inPartition(partition, service, endpointPrefix, wantedRegion, wanted);
            }
        }
        RegionPartition aws = named(DEFAULT_PARTITION);
        return inPartition(aws, service(endpointPrefix, aws), endpointPrefix, asked, wanted);
    }

    private static String partitionEndpoint(ServiceRegions service) {
        if (service.partitionEndpoint() == null) {
            throw new NoRegionException("You must specify a region.");
        }
        return service.partitionEndpoint();
    }

    private RegionPartition named(String partition) {
        for (RegionPartition candidate : data.partitions()) {
            if (candidate.name().equals(partition)) {
                return candidate;
            }
        }
        return null;
    }

    private ServiceRegions service(String endpointPrefix, RegionPartition partition) {
        return data.service(endpointPrefix).getOrDefault(partition.name(), ServiceRegions.NONE);
    }

    /** A region that the service does not list: its partition-wide endpoint, if it has no others. */
    private static RegionalEndpoint inPartition(RegionPartition partition, ServiceRegions service, String prefix,
            String region, Set<Variant> variants) {
        boolean partitionWide = service.partitionEndpoint() != null && !service.regionalized();
        String name = partitionWide ? service.partitionEndpoint() : region;
        return endpoint(partition, service, prefix, name, variants);
    }

    private static RegionalEndpoint endpoint(RegionPartition partition, ServiceRegions service, String prefix,
            String name, Set<Variant> variants) {
        EndpointData own = service.endpoints().getOrDefault(name, EndpointData.NONE);
        EndpointData found = variants.isEmpty() ? own : variant(partition, service, prefix, name, variants).or(own);
        // A service's own suffix is for its variants alone: the partition's comes before it.
        String suffix = found.dnsSuffix() != null ? found.dnsSuffix() : partition.dnsSuffix();
        EndpointData all = found.or(service.defaults()).or(partition.defaults());
        CredentialScope scope = all.credentialScope() == null ? NO_SCOPE : all.credentialScope();
        String host = all.hostname().replace("{service}", prefix).replace("{region}", name)
                .replace("{dnsSuffix}", suffix);
        return new RegionalEndpoint(partition.name(), name, host, all.protocols(), scope.region(), scope.service(),
                all.signatureVersions(), variants);
    }

    private static EndpointData variant(RegionPartition partition, ServiceRegions service, String prefix, String name,
            Set<Variant> variants) {
        EndpointData own = service.endpoints().getOrDefault(name, EndpointData.NONE);
        EndpointData found = null;
        for (EndpointData level : List.of(own, service.defaults(), partition.defaults())) {
            EndpointData variant = level.variants().get(variants);
            if (variant != null) {
                found = found == null ? variant : found.or(variant);
            }
        }
        if (found == null) {
            throw new EndpointVariantException("Unable to construct a modeled endpoint with the following variant(s) "
                    + variants + ": Endpoint does not exist for " + prefix + " in region " + name);
        }
        return found;
    }
}

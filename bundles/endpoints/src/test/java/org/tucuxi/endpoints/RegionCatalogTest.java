package org.tucuxi.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tucuxi.endpoint.EndpointVariantException;
import org.tucuxi.endpoint.NoRegionException;
import org.tucuxi.endpoint.Partition;
import org.tucuxi.endpoint.RegionCatalog;
import org.tucuxi.endpoint.RegionCatalog.RegionalEndpoint;
import org.tucuxi.endpoint.RegionCatalog.Variant;
import org.tucuxi.endpoint.UnknownRegionException;

/** Partitions, regions and endpoints without rules. */
class RegionCatalogTest {

    private static final Set<Variant> NO_VARIANT = Set.of();

    private final RegionCatalog catalog = new BundledRegionCatalog();

    @Test
    void partitionsComeInTheOrderOfTheRegionData() {
        assertThat(catalog.partitions()).containsExactly(
                "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc");
    }

    @Test
    void theRulesPartitionOfAnUnknownRegionIsAws() {
        assertThat(catalog.partition("us-gov-west-1")).isEqualTo(
                new Partition("aws-us-gov", "amazonaws.com", "api.aws", true, true, "us-gov-west-1"));
        assertThat(catalog.partition("nowhere").name()).isEqualTo("aws");
        assertThat(catalog.partition(null).name()).isEqualTo("aws");
    }

    @Test
    void theRegionDatasPartitionOfAnUnknownRegionIsAnError() {
        assertThat(catalog.partitionForRegion("cn-north-1")).isEqualTo("aws-cn");
        assertThat(catalog.partitionForRegion("eu-future-9")).isEqualTo("aws");
        assertThatThrownBy(() -> catalog.partitionForRegion("nowhere"))
                .isInstanceOf(UnknownRegionException.class)
                .hasMessage("Unknown region: 'nowhere'. No partition found for provided region_name.");
    }

    @Test
    void aServicesRegionsAreThoseOfThePartitionUnlessOthersAreAllowed() {
        assertThat(catalog.regions("s3", "aws", false)).contains("us-east-1").doesNotContain("aws-global");
        assertThat(catalog.regions("s3", "aws", true)).contains("us-east-1", "aws-global", "s3-external-1");
        assertThat(catalog.regions("s3", "aws-cn", false)).containsExactly("cn-north-1", "cn-northwest-1");
    }

    @Test
    void anUnknownServiceOrPartitionHasNoRegions() {
        assertThat(catalog.regions("no-such-service", "aws", true)).isEmpty();
        assertThat(catalog.regions("s3", "no-such-partition", true)).isEmpty();
    }

    @Test
    void aServiceWithoutRegionsAnswersWithItsPartitionsEndpoint() {
        RegionalEndpoint iam = catalog.resolve("iam", "us-west-2", NO_VARIANT);

        assertThat(iam.endpointName()).isEqualTo("aws-global");
        assertThat(iam.hostname()).isEqualTo("iam.amazonaws.com");
        assertThat(iam.signingRegion()).isEqualTo("us-east-1");
        assertThat(catalog.resolve("iam", null, NO_VARIANT)).isEqualTo(iam);
    }

    @Test
    void aServiceThatTheDataDoNotKnowFollowsThePartitionsTemplate() {
        assertThat(catalog.resolve("no-such-service", "cn-north-1", NO_VARIANT).hostname())
                .isEqualTo("no-such-service.cn-north-1.amazonaws.com.cn");
        assertThat(catalog.resolve("no-such-service", "nowhere", NO_VARIANT).hostname())
                .isEqualTo("no-such-service.nowhere.amazonaws.com");
    }

    @Test
    void variantsHaveHostsOfTheirOwn() {
        assertThat(catalog.resolve("s3", "us-west-2", EnumSet.of(Variant.DUALSTACK)).hostname())
                .isEqualTo("s3.dualstack.us-west-2.amazonaws.com");
        assertThat(catalog.resolve("ec2", "us-west-2", EnumSet.of(Variant.FIPS)).hostname())
                .isEqualTo("ec2-fips.us-west-2.amazonaws.com");
    }

    @Test
    void s3WithDualStackAndWithoutARegionIsInUsEast1() {
        assertThat(catalog.resolve("s3", null, EnumSet.of(Variant.DUALSTACK)).endpointName()).isEqualTo("us-east-1");
    }

    @Test
    void aVariantThatDoesNotExistIsAnError() {
        assertThatThrownBy(() -> catalog.resolve("s3", "us-isof-south-1", EnumSet.allOf(Variant.class)))
                .isInstanceOf(EndpointVariantException.class)
                .hasMessageContaining("Endpoint does not exist for s3 in region us-isof-south-1");
    }

    @Test
    void aRegionalServiceNeedsARegion() {
        assertThatThrownBy(() -> catalog.resolve("sqs", null, NO_VARIANT))
                .isInstanceOf(NoRegionException.class)
                .hasMessage("You must specify a region.");
    }
}

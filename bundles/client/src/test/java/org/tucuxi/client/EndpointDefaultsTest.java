package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.client.EndpointDefaults.Question;
import org.tucuxi.endpoint.NoRegionException;
import org.tucuxi.endpoint.RegionCatalog;
import org.tucuxi.endpoint.RegionCatalog.RegionalEndpoint;
import org.tucuxi.endpoint.RegionCatalog.Variant;

/** Endpoint, region, signing region and name as region data alone tell them. */
class EndpointDefaultsTest {

    private final List<String> asked = new ArrayList<>();

    /** Answers like the real data for a regional service, and for one that is global. */
    private RegionCatalog regions() {
        return (RegionCatalog) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {RegionCatalog.class},
                (proxy, method, arguments) -> {
                    asked.add(arguments[0] + " " + arguments[1] + " " + arguments[2]);
                    return endpoint((String) arguments[0], (String) arguments[1], arguments[2]);
                });
    }

    @SuppressWarnings("unchecked")
    private static RegionalEndpoint endpoint(String prefix, String region, Object variants) {
        if (prefix.equals("regional") && region == null) {
            throw new NoRegionException("You must specify a region.");
        }
        if (prefix.equals("iam") || region == null) {
            return new RegionalEndpoint("aws", "aws-global", prefix + ".amazonaws.com", List.of("https"), "us-east-1",
                    null,
                    List.of("v4"), (Set<Variant>) variants);
        }
        return new RegionalEndpoint("aws", region, prefix + '.' + region + ".amazonaws.com", List.of("http", "https"),
                null,
                prefix.equals("renamed") ? "other" : null, List.of("v4"), (Set<Variant>) variants);
    }

    private static Question question(String prefix, String region) {
        return new Question(Stub.service(prefix), region, null, true, false, false, Map.of(), null);
    }

    @Test
    void aRegionalService() {
        assertThat(EndpointDefaults.resolve(regions(), question("svc", "eu-west-1")))
                .isEqualTo(new EndpointDefaults("aws",
                "https://svc.eu-west-1.amazonaws.com", "eu-west-1", "eu-west-1", "svc", Set.of()));
    }

    @Test
    void aGlobalServiceHasItsPseudoRegion() {
        assertThat(EndpointDefaults.resolve(regions(), question("iam", "us-west-2")))
                .isEqualTo(new EndpointDefaults("aws",
                "https://iam.amazonaws.com", "aws-global", "us-east-1", "iam", Set.of()));
    }

    @Test
    void regionDataMayNameTheSigningName() {
        assertThat(EndpointDefaults.resolve(regions(), question("renamed", "eu-west-1")).signingName())
                .isEqualTo("other");
    }

    @Test
    void withoutTlsTheUrlIsPlain() {
        Question question = new Question(Stub.service("svc"), "eu-west-1", null, false, false, false, Map.of(), null);

        assertThat(EndpointDefaults.resolve(regions(), question).url()).isEqualTo("http://svc.eu-west-1.amazonaws.com");
    }

    @Test
    void variantsAreAskedFor() {
        Question question = new Question(Stub.service("svc"), "eu-west-1", null, true, true, true, Map.of(), null);

        assertThat(EndpointDefaults.resolve(regions(), question).variants())
                .containsExactlyInAnyOrder(Variant.DUALSTACK, Variant.FIPS);
    }

    @Test
    void anEndpointOfTheUsersKeepsTheGivenRegion() {
        Question question = new Question(Stub.service("iam"), "us-west-2", "http://h", true, false, false, Map.of(),
                null);

        assertThat(EndpointDefaults.resolve(regions(), question))
                .isEqualTo(new EndpointDefaults("aws", "http://h", "us-west-2", "us-west-2", "iam", Set.of()));
    }

    @Test
    void anEndpointOfTheUsersNeedsARegionUnlessTheServiceHasNone() {
        Question global = new Question(Stub.service("iam"), null, "http://h", true, false, false, Map.of(), null);
        Question regional = new Question(Stub.service("regional"), null, "http://h", true, false, false, Map.of(), null);

        assertThat(EndpointDefaults.resolve(regions(), global))
                .isEqualTo(new EndpointDefaults("aws", "http://h", null, null, "iam", Set.of()));
        assertThatThrownBy(() -> EndpointDefaults.resolve(regions(), regional)).isInstanceOf(NoRegionException.class);
    }

    @Test
    void s3WithoutARegionIsThePseudoRegionWhenItIsToBeRegional() {
        for (String url : new String[] {null, "http://h"}) {
            Question question = new Question(Stub.service("s3"), null, url, true, false, false,
                    Map.of("us_east_1_regional_endpoint", "regional"), null);

            EndpointDefaults found = EndpointDefaults.resolve(regions(), question);

            assertThat(found.region()).isEqualTo("aws-global");
            assertThat(found.signingRegion()).isEqualTo("us-east-1");
            assertThat(found.url()).isEqualTo(url == null ? "https://s3.amazonaws.com" : url);
        }
    }

    @Test
    void s3WithoutARegionAndInTheFirstRegionIsGlobal() {
        for (String region : new String[] {null, "us-east-1", "aws-global"}) {
            EndpointDefaults found = EndpointDefaults.resolve(regions(), question("s3", region));

            assertThat(found.region()).isIn("us-east-1", "aws-global");
            assertThat(found.signingRegion()).isIn("us-east-1", "aws-global");
        }
        assertThat(EndpointDefaults.resolve(regions(), question("s3", null)).url())
                .isEqualTo("https://s3.amazonaws.com");
    }

    @Test
    void s3WithDualStackHasNoPseudoRegion() {
        Question question = new Question(Stub.service("s3"), null, "http://h", true, true, false,
                Map.of("us_east_1_regional_endpoint", "regional"), null);

        assertThat(EndpointDefaults.resolve(regions(), question).region()).isEqualTo("us-east-1");
    }

    @Test
    void s3MayBeRegionalInTheFirstRegion() {
        Question question = new Question(Stub.service("s3"), "us-east-1", null, true, false, false,
                Map.of("us_east_1_regional_endpoint", "regional"), null);

        assertThat(EndpointDefaults.resolve(regions(), question).url()).isEqualTo("https://s3.us-east-1.amazonaws.com");
    }

    @Test
    void stsIsGlobalInLegacyModeAndItsOldRegionsOnly() {
        Question old = new Question(Stub.service("sts"), "eu-west-1", null, true, false, false, Map.of(), "legacy");
        Question young = new Question(Stub.service("sts"), "eu-south-1", null, true, false, false, Map.of(), "legacy");
        Question regional = new Question(Stub.service("sts"), "eu-west-1", null, true, false, false, Map.of(),
                "regional");

        assertThat(EndpointDefaults.resolve(regions(), old)).isEqualTo(new EndpointDefaults("aws",
                "https://sts.amazonaws.com", "eu-west-1", "us-east-1", "sts", Set.of()));
        assertThat(EndpointDefaults.resolve(regions(), young).url()).isEqualTo("https://sts.eu-south-1.amazonaws.com");
        assertThat(EndpointDefaults.resolve(regions(), regional).url())
                .isEqualTo("https://sts.eu-west-1.amazonaws.com");
    }

    @Test
    void switchesHaveTwoValues() {
        Question sts = new Question(Stub.service("sts"), "eu-west-1", null, true, false, false, Map.of(), "sometimes");
        Question s3 = new Question(Stub.service("s3"), "us-east-1", null, true, false, false,
                Map.of("us_east_1_regional_endpoint", "sometimes"), null);

        assertThatThrownBy(() -> EndpointDefaults.resolve(regions(), sts)).isInstanceOf(InvalidConfigException.class)
                .hasMessage("sts_regional_endpoints must be \"regional\" or \"legacy\", not \"sometimes\"");
        assertThatThrownBy(() -> EndpointDefaults.resolve(regions(), s3)).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("us_east_1_regional_endpoint").hasMessageContaining("sometimes");
    }
}

package org.tucuxi.credentials.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.credentials.MetadataRetrievalException;
import org.tucuxi.credentials.internal.metadata.LocalServer.Reply;

/** The region that an EC2 instance is in. */
class PlacementRegionTest extends MetadataTesting {

    private final PlacementRegion region = region();

    private PlacementRegion region() {
        PlacementRegion result = new PlacementRegion();
        result.transport = transport;
        return result;
    }

    @Test
    void theRegionIsTheZoneWithoutItsLastLetter() {
        behavesLikeAnInstance();

        assertThat(region.region(settings)).contains("eu-west-1");
        assertThat(server.asked()).containsExactly(TOKEN, ZONE);
        assertThat(server.last().header(TOKEN_HEADER)).isEqualTo("token-1==");
    }

    @Test
    void theRegionIsAskedForOnce() {
        server.on(ZONE, Reply.of(500, ""), Reply.ok("us-gov-west-1b"));

        assertThat(region.region(settings)).isEmpty();
        assertThat(region.region(settings)).contains("us-gov-west-1");
        assertThat(region.region(settings)).contains("us-gov-west-1");
        assertThat(server.asked()).containsExactly(TOKEN, ZONE, TOKEN, ZONE);
    }

    @Test
    void whoMustNotBeAskedIsNotAskedAlsoWhenTheAnswerIsKnown() {
        behavesLikeAnInstance();
        region.region(settings);

        assertThat(region.region(settings.environment("AWS_EC2_METADATA_DISABLED", "true"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "<html>", "eu west", "EU"})
    void whatIsNoZoneIsNoAnswer(String zone) {
        server.on(ZONE, Reply.ok(zone));

        assertThat(region.region(settings)).isEmpty();
    }

    @Test
    void nobodyThereIsNoAnswer() {
        assertThat(region.region(settings.set("ec2_metadata_service_endpoint", LocalServer.refusing()))).isEmpty();
        region.transport = null;
        assertThat(region.region(settings)).isEmpty();
    }

    @Test
    void whatIsForbiddenIsSaid() {
        settings.set("ec2_metadata_v1_disabled", true);

        assertThatThrownBy(() -> region.region(settings)).isInstanceOf(MetadataRetrievalException.class);
    }
}

package org.tucuxi.services.neptune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.http.FormBody;
import org.tucuxi.services.shared.testing.RecordingSigner;
import org.tucuxi.services.shared.testing.ServiceEvents;

class NeptuneHandlersTest {

    private static final ServiceEvents NEPTUNE = ServiceEvents.of("neptune");

    @ParameterizedTest
    @ValueSource(strings = {"CopyDBClusterSnapshot", "CreateDBCluster"})
    void asksTheRegionOfTheSourceByAPresignedUrl(String operation) {
        RecordingSigner signer = new RecordingSigner("eu-central-1");
        BeforeCall event = NEPTUNE.call(operation, new FormBody(("Action=" + operation + "&SourceRegion=us-west-2").getBytes()),
                signer);

        new CopyBetweenRegions().handle(event);

        assertThat(((FormBody) event.params().body()).fields()).isEqualTo(Map.of("Action", operation, "PreSignedUrl",
                "https://neptune.us-west-2.amazonaws.com/?Action=" + operation + "&DestinationRegion=eu-central-1&signed="
                        + operation + "&headers=0&method=GET"));
        assertThat(signer.purposes().get(0).region()).isEqualTo("us-west-2");
        assertThat(NEPTUNE.operation(operation).input().members()).containsKey("SourceRegion");
    }

    @Test
    void leavesCopiesWithinTheRegion() {
        RecordingSigner signer = new RecordingSigner("eu-central-1");
        BeforeCall event = NEPTUNE.call("CreateDBCluster", new FormBody("Action=CreateDBCluster".getBytes()), signer);

        new CopyBetweenRegions().handle(event);

        assertThat(((FormBody) event.params().body()).fields()).isEqualTo(Map.of("Action", "CreateDBCluster"));
    }

    @Test
    void takesTheUrlOfTheCallerAndSendsNoSourceRegion() {
        RecordingSigner signer = new RecordingSigner("eu-central-1");
        BeforeCall event = NEPTUNE.call("CreateDBCluster",
                new FormBody("PreSignedUrl=mine&SourceRegion=us-west-2".getBytes()), signer);

        new CopyBetweenRegions().handle(event);

        assertThat(((FormBody) event.params().body()).fields()).isEqualTo(Map.of("PreSignedUrl", "mine"));
        assertThat(signer.purposes()).isEmpty();
    }
}

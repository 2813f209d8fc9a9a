package org.tucuxi.services.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.event.CreatingSerializer;
import org.tucuxi.services.shared.testing.ServiceEvents;

class MillisecondTimesTest {

    private static final ServiceEvents BEDROCK_AGENTCORE = ServiceEvents.of("bedrock-agentcore");

    @Test
    void countsMilliseconds() {
        Map<String, Object> settings = new HashMap<>(Map.of("timestamp_precision", "default"));

        new MillisecondTimes().handle(new CreatingSerializer("creating-serializer.bedrock-agentcore", "rest-json",
                BEDROCK_AGENTCORE.model(), settings));

        assertThat(settings).containsEntry("timestamp_precision", "millisecond");
        assertThat(BEDROCK_AGENTCORE.model().endpointPrefix()).isEqualTo("bedrock-agentcore");
    }
}

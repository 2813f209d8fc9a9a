package org.tucuxi.services.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.event.AfterCall;
import org.tucuxi.services.shared.testing.ServiceEvents;

class TemplateBodyTest {

    private static final ServiceEvents CLOUDFORMATION = ServiceEvents.of("cloudformation");

    private static Object template(Object body) {
        AfterCall event = CLOUDFORMATION.after("GetTemplate", Map.of("TemplateBody", body));
        new TemplateBody().handle(event);
        return event.parsed().get("TemplateBody");
    }

    @Test
    void readsATemplateInJson() {
        assertThat(template("{\"Resources\":{\"b\":{\"Count\":2}},\"A\":[1.5]}"))
                .isEqualTo(Map.of("Resources", Map.of("b", Map.of("Count", 2L)), "A", List.of(1.5)));
        assertThat(((Map<?, ?>) template("{\"z\":1,\"a\":2}")).keySet()).hasToString("[z, a]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Resources:\n  b: {}\n", "", "{", "{'a': 1}"})
    void leavesATemplateInYaml(String yaml) {
        assertThat(template(yaml)).isEqualTo(yaml);
    }
}

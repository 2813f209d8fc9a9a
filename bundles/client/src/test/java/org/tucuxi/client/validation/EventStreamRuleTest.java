package org.tucuxi.client.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tucuxi.eventstream.EventQueue;

/** A parameter that is an event stream is checked for being one; its events are not there yet. */
class EventStreamRuleTest {

    private static final Map<String, Map<String, Object>> SHAPES = Map.of(
            "Input", Map.of("type", "structure", "required", List.of("Events"),
                    "members", Map.of("Events", Map.of("shape", "Stream"))),
            "Stream", Map.of("type", "structure", "eventstream", true,
                    "members", Map.of("Text", Map.of("shape", "Text"))),
            "Text", Map.of("type", "structure", "event", true, "members", Map.of()));

    private static List<String> problems(Map<String, ?> params) {
        return ParamValidator.of(Models.structure(SHAPES, "Input")).problems(params);
    }

    @Test
    void everySequenceIsTakenUnseen() {
        Stream<Object> untouched = Stream.generate(() -> {
            throw new AssertionError("an event was asked for");
        });

        assertThat(problems(Map.of("Events", List.of("no event at all")))).isEmpty();
        assertThat(problems(Map.of("Events", List.of().iterator()))).isEmpty();
        assertThat(problems(Map.of("Events", untouched))).isEmpty();
        assertThat(problems(Map.of("Events", new EventQueue()))).isEmpty();
    }

    @Test
    void whatIsNoSequenceIsReported() {
        assertThat(problems(Map.of("Events", Map.of("Text", Map.of())))).singleElement().asString()
                .startsWith("Invalid type for parameter Events, value: ")
                .endsWith("interface java.util.stream.Stream, class org.tucuxi.eventstream.EventQueue");
        assertThat(problems(Map.of("Events", "text"))).hasSize(1);
        assertThat(problems(Map.of())).containsExactly("Missing required parameter in input: \"Events\"");
    }
}

package org.tucuxi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a record of Config Admin must say. That it answers is tested with the platform. */
final class ConfiguredStubTest {

    private static final String PATTERN = "before-call.s3.ListBuckets";

    @Test
    void needsAPatternAndOneAnswer() {
        assertThatThrownBy(() -> new ConfiguredStub(Map.of("response", "{}"))).hasMessageContaining("event.pattern");
        assertThatThrownBy(() -> new ConfiguredStub(Map.of("event.pattern", PATTERN, "service.pid", "p~1")))
                .hasMessageContaining("p~1").hasMessageContaining("either response or error.code");
        assertThatThrownBy(() -> new ConfiguredStub(Map.of("event.pattern", PATTERN, "response", "{}", "error.code", "X")))
                .hasMessageContaining("either response or error.code");
        assertThatCode(() -> new ConfiguredStub(Map.of("event.pattern", PATTERN, "response", "{}")))
                .doesNotThrowAnyException();
    }

    @Test
    void saysWhatIsWrongWithItsTexts() {
        for (String wrong : List.of("", "[]", "{\"a\":", "{} {}")) {
            assertThatThrownBy(() -> new ConfiguredStub(Map.of("event.pattern", PATTERN, "response", wrong)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no JSON object");
        }
        assertThatThrownBy(() -> new ConfiguredStub(Map.of("event.pattern", PATTERN, "error.code", "X", "http.status", "bad")))
                .hasMessageContaining("http.status");
    }

    @Test
    void jsonHasAllItsKindsOfValues() throws Exception {
        assertThat(Json.object("{\"a\": [1, 2.5, true, null, \"t\"], \"b\": {\"c\": {}}}"))
                .containsEntry("a", Arrays.asList(1, 2.5, true, null, "t")).containsEntry("b", Map.of("c", Map.of()));
    }
}

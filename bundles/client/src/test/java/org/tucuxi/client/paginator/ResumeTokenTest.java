package org.tucuxi.client.paginator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTokenTest {

    private static final List<String> ONE = List.of("Marker");
    private static final List<String> TWO = List.of("Marker", "Id");

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesAreMarkedAndComeBack() {
        Map<String, Object> tokens = new LinkedHashMap<>();
        tokens.put("Marker", Map.of("Key", Map.of("B", new byte[] {0, -1})));
        tokens.put("Id", List.of("x", new byte[] {1}));
        tokens.put("boto_truncate_amount", 3);

        String text = ResumeToken.write(tokens, TWO);

        assertThat(new String(Base64.getDecoder().decode(text), StandardCharsets.US_ASCII)).isEqualTo(
                "{\"Marker\": {\"Key\": {\"B\": \"AP8=\"}}, \"Id\": [\"x\", \"AQ==\"], \"boto_truncate_amount\": 3,"
                        + " \"boto_encoded_keys\": [[\"Marker\", \"Key\", \"B\"], [\"Id\", 1]]}");
        ResumeToken read = ResumeToken.read(text, TWO);
        assertThat(read.skipped()).isEqualTo(3);
        assertThat(read.tokens().get("Marker")).usingRecursiveComparison().isEqualTo(tokens.get("Marker"));
        assertThat(read.tokens().get("Id")).usingRecursiveComparison().isEqualTo(Arrays.asList("x", new byte[] {1}));
    }

    @Test
    void otherKeysThanTheOperationsAreRefused() {
        assertThatThrownBy(() -> ResumeToken.write(Map.of("Other", "x"), ONE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Bad starting token").hasMessageContaining("[Marker]");
    }

    @Test
    void aTokenOfTheServicesOwnIsTakenAsItIs() {
        for (String own : List.of("key 1", "a___b___c", "AAAA", "", "{\"a\": 1}", base64("[1]"), base64("5"), base64("{} {}"))) {
            assertThat(ResumeToken.read(own, ONE.size() == 1 && own.contains("___") ? List.of("Marker", "Id", "X") : ONE).tokens())
                    .as(own).containsValue(own.startsWith("a___") ? "a" : own);
        }
    }

    @Test
    void theOldFormIsUnderstood() {
        assertThat(ResumeToken.read("m___None___4", TWO)).satisfies(token -> {
            assertThat(token.skipped()).isEqualTo(4);
            assertThat(token.tokens()).containsEntry("Marker", "m").containsEntry("Id", null);
        });
        assertThat(ResumeToken.read("m", TWO).tokens()).containsEntry("Marker", "m").containsEntry("Id", null);
        assertThat(ResumeToken.read("m___n", ONE).tokens()).as("no number behind it").containsEntry("Marker", "m___n");
        assertThatThrownBy(() -> ResumeToken.read("a___b___c", ONE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Bad starting token: a___b___c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Marker\": \"m\", \"boto_truncate_amount\": -1}", "{\"boto_truncate_amount\": \"2\"}",
        "{\"boto_truncate_amount\": 1e99}", "{\"Marker\": \"m\", \"boto_encoded_keys\": [[\"Other\"]]}",
        "{\"Marker\": [], \"boto_encoded_keys\": [[\"Marker\", 5]]}", "{\"Marker\": 5, \"boto_encoded_keys\": [[]]}"})
    void anImpossibleTokenIsRefused(String json) {
        assertThatThrownBy(() -> ResumeToken.read(base64(json), ONE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Bad starting token");
    }

    @Test
    void aTokenOfAnySizeAndDepthIsNoDanger() {
        String deep = base64("{\"Marker\": " + "[".repeat(100_000) + "]".repeat(100_000) + '}');
        assertThat(ResumeToken.read(deep, ONE).tokens()).containsEntry("Marker", deep);
    }
}

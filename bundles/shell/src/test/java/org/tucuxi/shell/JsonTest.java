package org.tucuxi.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.http.StreamingBody;

class JsonTest {

    @Test
    void wholeNumbersAreLongsAndOthersAreExactDecimals() {
        Map<String, Object> parsed = Json.parseObject(
                "{\"a\": 1, \"b\": 0.10, \"c\": 12345678901234567890, \"d\": [true, null]}");

        assertThat(parsed).containsEntry("a", 1L).containsEntry("b", new BigDecimal("0.10"))
                .containsEntry("c", new BigInteger("12345678901234567890"));
        assertThat((List<?>) parsed.get("d")).hasSize(2).first().isEqualTo(true);
    }

    @Test
    void aNameThatComesTwiceIsRefused() {
        assertThatThrownBy(() -> Json.parseObject("{\"Bucket\": \"a\", \"Bucket\": \"b\"}"))
                .isInstanceOf(CommandFailure.class).hasMessageContaining("Duplicate").hasMessageContaining("Bucket");
    }

    @Test
    void anythingButOneObjectIsRefused() {
        assertThatThrownBy(() -> Json.parseObject("[1]")).hasMessageContaining("must be a JSON object");
        assertThatThrownBy(() -> Json.parseObject("{} {}")).hasMessageContaining("behind the closing brace");
        assertThatThrownBy(() -> Json.parseObject("{\"a\": }")).hasMessageContaining("not valid JSON")
                .hasMessageContaining("column 7");
    }

    @Test
    void resultsAreIndentedWithInstantsInIsoFormAndBytesInBase64() throws IOException {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("When", Instant.parse("2026-01-02T03:04:05Z"));
        value.put("Bytes", new byte[] {1, 2, 3});
        value.put("Many", List.of(1, 2.5, new BigDecimal("1E+2")));
        value.put("Nan", Double.NaN);

        assertThat(print(value)).isEqualTo("""
                {
                  "When" : "2026-01-02T03:04:05Z",
                  "Bytes" : "AQID",
                  "Many" : [
                    1,
                    2.5,
                    1E+2
                  ],
                  "Nan" : "NaN"
                }
                """);
    }

    @Test
    void aShortBodyIsShownAsText() throws IOException {
        assertThat(print(Map.of("Body", body("grüße".getBytes(StandardCharsets.UTF_8))))).contains("\"grüße\"");
    }

    @Test
    void aBodyThatIsNoTextOrLongIsOnlyDescribed() throws IOException {
        assertThat(print(Map.of("Body", body(new byte[] {(byte) 0xff, 0})))).contains("2 bytes that are not text");
        assertThat(print(Map.of("Body", body(new byte[70_000])))).contains("70000 bytes; use --out FILE");
    }

    private static StreamingBody body(byte[] bytes) {
        return new StreamingBody(new ByteArrayInputStream(bytes), bytes.length);
    }

    private static String print(Object value) throws IOException {
        StringWriter out = new StringWriter();
        Json.print(value, out);
        return out.toString();
    }
}

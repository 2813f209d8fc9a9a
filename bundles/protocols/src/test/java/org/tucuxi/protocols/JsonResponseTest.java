package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.ResponseParserException;

class JsonResponseTest {

    private static final TestModel MODEL = TestModel.of("""
            {'metadata': {'targetPrefix': 'P'},
             'operations': {'Get': {'output': {'shape': 'Out'}}, 'None': {}},
             'shapes': {
              'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'N': {'type': 'long'}, 'F': {'type': 'double'},
              'B': {'type': 'boolean'}, 'T': {'type': 'timestamp'}, 'Blob': {'type': 'blob'},
              'E': {'type': 'string', 'enum': ['ACTIVE', 'GONE']}, 'Dec': {'type': 'bigdecimal'},
              'L': {'type': 'list', 'member': {'shape': 'S'}}, 'TL': {'type': 'list', 'member': {'shape': 'T'}},
              'M': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'S'}},
              'ML': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'L'}},
              'Sparse': {'type': 'map', 'sparse': true, 'key': {'shape': 'S'}, 'value': {'shape': 'L'}},
              'D': {'type': 'structure', 'document': true, 'members': {}},
              'U': {'type': 'structure', 'union': true, 'members': {'S': {'shape': 'S', 'locationName': 's'},
                'I': {'shape': 'I'}}},
              'Out': {'type': 'structure', 'members': {
                'S': {'shape': 'S'}, 'I': {'shape': 'I'}, 'N': {'shape': 'N'}, 'F': {'shape': 'F'},
                'B': {'shape': 'B'}, 'T': {'shape': 'T'}, 'Blob': {'shape': 'Blob'}, 'E': {'shape': 'E'},
                'Dec': {'shape': 'Dec'}, 'L': {'shape': 'L'}, 'TL': {'shape': 'TL'}, 'M': {'shape': 'M'},
                'ML': {'shape': 'ML'}, 'Sparse': {'shape': 'Sparse'}, 'D': {'shape': 'D'}, 'U': {'shape': 'U'},
                'Next': {'shape': 'Out', 'locationName': 'next'}}}}}
            """);
    private static final OperationCodec GET =
            new JsonProtocol().compile(MODEL.operation("Get"), CodecSettings.DEFAULTS);

    private static Map<String, Object> parse(OperationCodec codec, byte[] body) {
        HttpHeaders headers = new HttpHeaders();
        headers.put("x-amzn-RequestId", "id");
        return codec.parse(new RawResponse(200, headers, body, new HashMap<>()));
    }

    private static Map<String, Object> parse(String body) {
        Map<String, Object> result = parse(GET, body.getBytes(StandardCharsets.UTF_8));
        result.remove("ResponseMetadata");
        return result;
    }

    private static Object member(String name, String json) {
        return parse("{\"" + name + "\": " + json + "}").get(name);
    }

    @Test
    void theRequestIdIsInAHeader() {
        Map<?, ?> metadata = (Map<?, ?>) parse(GET, "{}".getBytes(StandardCharsets.UTF_8)).get("ResponseMetadata");

        assertThat(metadata.get("RequestId")).isEqualTo("id");
        assertThat(metadata.get("HTTPStatusCode")).isEqualTo(200);
    }

    @Test
    void scalarsHaveTheTypesOfTheirShapes() {
        assertThat(member("S", "\"a\\u00e9\\ud83d\\ude00é\\n\"")).isEqualTo("aé😀é\n");
        assertThat(member("I", "5")).isEqualTo(5);
        assertThat(member("I", "5000000000")).isEqualTo(5_000_000_000L);
        assertThat(member("N", "5")).isEqualTo(5L);
        assertThat(member("F", "1")).isEqualTo(1.0);
        assertThat(member("F", "1e3")).isEqualTo(1000.0);
        assertThat(member("F", "\"NaN\"")).isEqualTo(Double.NaN);
        assertThat(member("F", "\"-Infinity\"")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(member("B", "true")).isEqualTo(true);
        assertThat(member("Dec", "1.100")).isEqualTo(new BigDecimal("1.100"));
        assertThat(member("Blob", "\"dmFsdWU=\"")).isEqualTo("value".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void scalarsOfOtherTypesStayAsTheyCame() {
        assertThat(member("S", "5")).isEqualTo(5);
        assertThat(member("I", "\"5\"")).isEqualTo("5");
        assertThat(member("I", "1.5")).isEqualTo(1.5);
        assertThat(member("B", "\"yes\"")).isEqualTo("yes");
        assertThat(member("F", "\"1\"")).isEqualTo("1");
    }

    @Test
    void timestampsAreNumbersOrTexts() {
        Instant time = Instant.parse("2002-10-02T13:00:00.123Z");

        assertThat(member("T", "1033563600.123")).isEqualTo(time);
        assertThat(member("T", "1.033563600123E9")).isEqualTo(time);
        assertThat(member("T", "\"1033563600.123\"")).isEqualTo(time);
        assertThat(member("T", "\"2002-10-02T13:00:00.123Z\"")).isEqualTo(time);
        assertThat(member("TL", "[0, -1]")).isEqualTo(List.of(Instant.EPOCH, Instant.ofEpochSecond(-1)));
    }

    @Test
    void namesOfAnEnumAreSharedAndOthersPass() {
        assertThat(member("E", "\"ACTIVE\"")).isSameAs(member("E", "\"ACTIVE\""));
        assertThat(member("E", "\"PASSIVE\"")).isEqualTo("PASSIVE");
        assertThat(member("E", "1")).isEqualTo(1);
    }

    @Test
    void nullsAndMembersOutsideOfTheModelAreAbsent() {
        assertThat(parse("{\"S\": null, \"New\": {\"a\": [1, {\"b\": \"\\\"}\"}]}, \"__type\": \"x\", \"I\": 1}"))
                .isEqualTo(Map.of("I", 1));
    }

    @Test
    void listsKeepNullsAndMapsKeepThoseThatTheReferenceKeeps() {
        assertThat(member("L", "[\"a\", null]")).isEqualTo(Arrays.asList("a", null));
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("k", null);
        assertThat(member("M", "{\"k\": null}")).isEqualTo(withNull);
        assertThat(member("ML", "{\"k\": null, \"l\": []}")).isEqualTo(Map.of("l", List.of()));
        assertThat(member("Sparse", "{\"k\": null}")).isEqualTo(withNull);
    }

    @Test
    void structuresMayContainThemselves() {
        assertThat(parse("{\"next\": {\"next\": {\"I\": 1}}}"))
                .isEqualTo(Map.of("Next", Map.of("Next", Map.of("I", 1))));
    }

    @Test
    void documentsAreWhateverTheyAre() {
        assertThat(member("D", "{\"a\": [1, 5000000000, 12345678901234567890, 1.5, \"x\", true, null, {}]}"))
                .isEqualTo(Map.of("a", Arrays.asList(1, 5_000_000_000L, new BigInteger("12345678901234567890"), 1.5,
                        "x", true, null, Map.of())));
        assertThat(member("D", "\"text\"")).isEqualTo("text");
        assertThat(parse("{\"D\": null}")).isEmpty();
    }

    @Test
    void aUnionHasOneMember() {
        assertThat(member("U", "{\"s\": \"a\", \"I\": null, \"__type\": \"U\"}")).isEqualTo(Map.of("S", "a"));
        assertThat(member("U", "{\"New\": {\"x\": [1]}}"))
                .isEqualTo(Map.of("SDK_UNKNOWN_MEMBER", Map.of("name", "New")));
        for (String json : List.of("{}", "{\"s\": \"a\", \"I\": 1}", "{\"s\": \"a\", \"New\": 1}")) {
            assertThatThrownBy(() -> member("U", json)).isInstanceOf(ResponseParserException.class)
                    .hasMessageContaining("Test Get at U: expected exactly one member of the union U");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "null", "{}"})
    void anEmptyBodyIsAnEmptyResult(String body) {
        assertThat(parse(body)).isEmpty();
    }

    @Test
    void withoutOutputTheBodyDoesNotMatter() {
        OperationCodec none = new JsonProtocol().compile(MODEL.operation("None"), CodecSettings.DEFAULTS);

        assertThat(parse(none, "{\"S\": ".getBytes(StandardCharsets.UTF_8)).keySet())
                .containsExactly("ResponseMetadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "5", "{\"S\": NaN}", "{\"S\": ", "{\"S\": \"a\"} x", "{\"S\": 01}",
        "{'S': 1}", "{\"S\": 1,}", "{\"S\" 1}", "{\"S\": \"\n\"}", "{} {}", "<html>", "{\"I\": Infinity}", "{S: 1}",
        "{\"S\": \"\\x\"}", "{\"L\": [1 2]}", "{\"S\": 1 /* */}"})
    void whatIsNoJsonObjectIsRefused(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(ResponseParserException.class)
                .hasMessageStartingWith("Unable to parse response of Test Get");
    }

    @Test
    void valuesOfWrongKindsNameTheirPlace() {
        assertThatThrownBy(() -> member("L", "{}")).hasMessageContaining("at L: expected an array, got an object");
        assertThatThrownBy(() -> member("M", "[]")).hasMessageContaining("at M: expected an object, got an array");
        assertThatThrownBy(() -> member("T", "true")).hasMessageContaining("at T: expected a timestamp, got a boolean");
        assertThatThrownBy(() -> member("T", "\"soon\"")).hasMessageContaining("expected a timestamp");
        assertThatThrownBy(() -> member("Blob", "\"%%\"")).hasMessageContaining("at Blob: expected a text in base64");
        assertThatThrownBy(() -> member("I", "{}")).hasMessageContaining("at I: expected an integer, got an object");
        assertThatThrownBy(() -> member("TL", "[1, {}]")).hasMessageContaining("at TL[1]: ");
        assertThatThrownBy(() -> member("N", "99999999999999999999")).hasMessageContaining("at N: expected a number");
    }

    @Test
    void aNameThatComesTwiceIsRefused() {
        assertThatThrownBy(() -> parse("{\"S\": \"a\", \"S\": \"b\"}"))
                .hasMessageContaining("at S: expected each name");
        assertThatThrownBy(() -> member("M", "{\"k\": \"a\", \"k\": \"b\"}")).hasMessageContaining("at M.k: ");
        assertThatThrownBy(() -> member("D", "{\"k\": 1, \"k\": 2}")).isInstanceOf(ResponseParserException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"next\":", "{\"D\":[", "{\"New\":[", "[", "{\"a\":{\"D\":"})
    void endlessNestingIsRefused(String piece) {
        assertThatThrownBy(() -> parse(piece.repeat(1_000_000))).isInstanceOf(ResponseParserException.class);
        assertThatThrownBy(() -> member("D", "[".repeat(100_000))).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining("within bounds");
    }

    @Test
    void hugeNumbersAreRefused() {
        for (String name : List.of("I", "N", "F", "D", "Dec", "T", "S", "New")) {
            assertThatThrownBy(() -> member(name, "9".repeat(100_000))).isInstanceOf(ResponseParserException.class);
        }
        assertThatThrownBy(() -> member("Dec", "1e999999999")).isInstanceOf(ResponseParserException.class);
        assertThatThrownBy(() -> member("T", "1e999999999")).isInstanceOf(ResponseParserException.class);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[][] broken = {{(byte) 0xff}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xe2, (byte) 0x82}, {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, {(byte) 0x80}};

        for (byte[] bytes : broken) {
            String text = "{\"S\": \"" + new String(bytes, StandardCharsets.ISO_8859_1) + "\", \"I\": 1}";
            assertThatThrownBy(() -> parse(GET, text.getBytes(StandardCharsets.ISO_8859_1)))
                    .isInstanceOf(ResponseParserException.class).hasMessageContaining("UTF-8");
        }
        assertThatThrownBy(() -> parse(GET, "{\"I\": 1}".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(ResponseParserException.class);
    }

    @Test
    void aDocumentsTextIsNotInTheComplaint() {
        assertThatThrownBy(() -> parse("{\"S\": secret}")).isInstanceOf(ResponseParserException.class)
                .hasMessageNotContaining("secret");
    }
}

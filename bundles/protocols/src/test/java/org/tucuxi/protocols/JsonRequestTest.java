package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.ParamValidationException;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ModelException;
import org.tucuxi.protocol.CodecSettings;

class JsonRequestTest {

    private static final String TYPES = """
            'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'F': {'type': 'double'}, 'B': {'type': 'boolean'},
            'T': {'type': 'timestamp'}, 'Blob': {'type': 'blob'}, 'L': {'type': 'list', 'member': {'shape': 'S'}},
            'M': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'I'}},
            'D': {'type': 'structure', 'document': true, 'members': {}},
            'Tree': {'type': 'structure', 'members': {'Value': {'shape': 'I'}, 'Next': {'shape': 'Tree'},
              'Named': {'shape': 'Trees'}}},
            'Trees': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'Tree'}}
            """;

    private static SerializedRequest serialize(String metadata, String members, Map<String, ?> parameters,
            CodecSettings settings) {
        TestModel model = TestModel.of("{'metadata': {" + metadata + "}, 'operations': {'PutItem': {'input': "
                + "{'shape': 'In'}}, 'Ping': {}}, 'shapes': {'In': {'type': 'structure', 'members': {" + members
                + "}}, " + TYPES + "}}");
        return new JsonProtocol().compile(model.operation(members.isEmpty() ? "Ping" : "PutItem"), settings)
                .serialize(parameters);
    }

    private static String json(String members, Map<String, ?> parameters) {
        return body(serialize("'targetPrefix': 'DB'", members, parameters, CodecSettings.DEFAULTS));
    }

    private static String value(String member, Object value) {
        String json = json("'A': " + member, Map.of("A", value));
        return json.substring("{\"A\":".length(), json.length() - 1);
    }

    private static String body(SerializedRequest request) {
        return new String(request.body().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theTargetIsInAHeader() {
        SerializedRequest request = serialize("'targetPrefix': 'DynamoDB_20120810', 'jsonVersion': '1.0'",
                "'A': {'shape': 'S'}", Map.of("A", "a"), CodecSettings.DEFAULTS);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.urlPath()).isEqualTo("/");
        assertThat(request.headers().get("X-Amz-Target")).isEqualTo("DynamoDB_20120810.PutItem");
        assertThat(request.headers().get("Content-Type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(request.headers().contains("x-amzn-query-mode")).isFalse();
        assertThat(body(request)).isEqualTo("{\"A\":\"a\"}");
    }

    @Test
    void withoutInputTheBodyIsAnEmptyObject() {
        SerializedRequest request = serialize("'targetPrefix': 'P', 'jsonVersion': '1.1'", "", Map.of(),
                CodecSettings.DEFAULTS);

        assertThat(body(request)).isEqualTo("{}");
        assertThat(request.headers().get("Content-Type")).isEqualTo("application/x-amz-json-1.1");
    }

    @Test
    void aServiceThatOnceSpokeQueryIsToldSo() {
        SerializedRequest request = serialize("'targetPrefix': 'P', 'awsQueryCompatible': {}", "", Map.of(),
                CodecSettings.DEFAULTS);

        assertThat(request.headers().get("x-amzn-query-mode")).isEqualTo("true");
    }

    @Test
    void aTargetThatCannotStandInAHeaderIsTheModelsFault() {
        assertThatThrownBy(() -> serialize("'targetPrefix': 'a\\nb'", "", Map.of(), CodecSettings.DEFAULTS))
                .isInstanceOf(ModelException.class).hasMessageContaining("X-Amz-Target");
    }

    @Test
    void aServiceWithoutTargetIsNotSpokenTo() {
        assertThatThrownBy(() -> serialize("", "", Map.of(), CodecSettings.DEFAULTS))
                .isInstanceOf(ModelException.class).hasMessageContaining("targetPrefix");
    }

    @Test
    void membersHaveTheirWireNamesInTheOrderOfTheUser() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("B", 2);
        parameters.put("None", null);
        parameters.put("A", 1);

        assertThat(json("'A': {'shape': 'I', 'locationName': 'aye', 'location': 'header'}, 'B': {'shape': 'I'}, "
                + "'None': {'shape': 'I'}", parameters)).isEqualTo("{\"B\":2,\"aye\":1}");
    }

    @Test
    void wholeNumbersOfAllSizes() {
        for (long number : new long[] {0, 7, -1, 10, 99, 100, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(value("{'shape': 'I'}", number)).isEqualTo(Long.toString(number));
        }
        assertThat(value("{'shape': 'I'}", (short) 3)).isEqualTo("3");
        assertThat(value("{'shape': 'I'}", BigInteger.TEN.pow(30))).isEqualTo("1" + "0".repeat(30));
    }

    @Test
    void floatingNumbersThatAreNoneAreTexts() {
        assertThat(value("{'shape': 'F'}", 1.5)).isEqualTo("1.5");
        assertThat(value("{'shape': 'F'}", 0.1f)).isEqualTo("0.1");
        assertThat(value("{'shape': 'F'}", 2)).isEqualTo("2");
        assertThat(value("{'shape': 'F'}", Double.NaN)).isEqualTo("\"NaN\"");
        assertThat(value("{'shape': 'F'}", Float.NEGATIVE_INFINITY)).isEqualTo("\"-Infinity\"");
        assertThat(value("{'shape': 'F'}", "Infinity")).isEqualTo("\"Infinity\"");
        assertThat(value("{'shape': 'F'}", new BigDecimal("1.10"))).isEqualTo("1.1");
        assertThat(value("{'shape': 'F'}", new BigDecimal("1e400"))).isEqualTo("\"Infinity\"");
    }

    @Test
    void timestampsAreWholeSecondsUnlessTheModelNamesAFormat() {
        Instant time = Instant.parse("2002-10-02T13:00:00.5Z");

        assertThat(value("{'shape': 'T'}", time)).isEqualTo("1033563600");
        assertThat(value("{'shape': 'T', 'timestampFormat': 'iso8601'}", time))
                .isEqualTo("\"2002-10-02T13:00:00.500000Z\"");
        assertThat(value("{'shape': 'T', 'timestampFormat': 'rfc822'}", time))
                .isEqualTo("\"Wed, 02 Oct 2002 13:00:00 GMT\"");
        assertThat(body(serialize("'targetPrefix': 'P'", "'A': {'shape': 'T'}", Map.of("A", time),
                new CodecSettings("millisecond")))).isEqualTo("{\"A\":1033563600.5}");
    }

    @Test
    void blobsAreBase64() {
        assertThat(value("{'shape': 'Blob'}", "value")).isEqualTo("\"dmFsdWU=\"");
        assertThat(value("{'shape': 'Blob'}", ByteBuffer.wrap(new byte[] {-1}))).isEqualTo("\"/w==\"");
    }

    @Test
    void textsAreEscapedUtf8() {
        assertThat(value("{'shape': 'S'}", "a\"b\\c/\n\r\t\b\f\u0001\u007f")).isEqualTo(
                "\"a\\\"b\\\\c/\\n\\r\\t\\b\\f\\u0001\u007f\"");
        assertThat(value("{'shape': 'S'}", "é € 😀")).isEqualTo("\"é € 😀\"");
        assertThat(value("{'shape': 'S'}", "half \ud83d of a pair")).isEqualTo("\"half \\ud83d of a pair\"");
        assertThat(value("{'shape': 'S'}", "{")).isEqualTo("\"{\"");
        assertThat(value("{'shape': 'S'}", "é\"".repeat(2000))).hasSize(6002);
    }

    @Test
    void nullsAreItemsOfListsAndMaps() {
        assertThat(value("{'shape': 'L'}", Arrays.asList("a", null))).isEqualTo("[\"a\",null]");
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("k\"", null);
        map.put("l", 1);
        assertThat(value("{'shape': 'M'}", map)).isEqualTo("{\"k\\\"\":null,\"l\":1}");
        assertThat(value("{'shape': 'L'}", List.of())).isEqualTo("[]");
    }

    @Test
    void structuresMayContainThemselves() {
        assertThat(value("{'shape': 'Tree'}", Map.of("Next", Map.of("Named", Map.of("n", Map.of("Value", 1))))))
                .isEqualTo("{\"Next\":{\"Named\":{\"n\":{\"Value\":1}}}}");
    }

    @Test
    void documentsAreWhateverTheyAre() {
        assertThat(value("{'shape': 'D'}", Map.of("a", Arrays.asList(1, 2.5, "x", true, null, List.of(Map.of())))))
                .isEqualTo("{\"a\":[1,2.5,\"x\",true,null,[{}]]}");
        assertThat(value("{'shape': 'D'}", "text")).isEqualTo("\"text\"");
        assertThat(value("{'shape': 'D'}", new BigDecimal("1.100"))).isEqualTo("1.100");
        assertThatThrownBy(() -> value("{'shape': 'D'}", List.of(new Object())))
                .hasMessageContaining("parameter A[0]: expected a text, a number or a boolean");
    }

    @Test
    void aValueThatContainsItselfIsRefused() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        assertThatThrownBy(() -> value("{'shape': 'D'}", endless)).isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("nested at most 500 deep");
    }

    @Test
    void valuesOfWrongTypesNameTheirMember() {
        assertThatThrownBy(() -> value("{'shape': 'L'}", "text")).isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("parameter A: expected a list, got java.lang.String");
        assertThatThrownBy(() -> value("{'shape': 'L'}", List.of("a", Map.of()))).hasMessageContaining("A[1]: ");
        assertThatThrownBy(() -> value("{'shape': 'M'}", 1)).hasMessageContaining("expected a map");
        assertThatThrownBy(() -> value("{'shape': 'M'}", Map.of(1, 1))).hasMessageContaining("a text as key");
        assertThatThrownBy(() -> value("{'shape': 'B'}", "true")).hasMessageContaining("expected a boolean");
        assertThatThrownBy(() -> value("{'shape': 'T'}", "soon")).hasMessageContaining("expected a timestamp");
        assertThatThrownBy(() -> value("{'shape': 'Tree'}", Map.of("Next", Map.of("X", 1))))
                .hasMessageContaining("A.Next: expected members of the model, got \"X\"");
    }
}

package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.ResponseParserException;

class RestJsonTest {

    private static final String HEADERS = "'H': {'shape': 'S', 'location': 'header', 'locationName': 'x-h'}, "
            + "'Type': {'shape': 'S', 'location': 'header', 'locationName': 'Content-Type'}, "
            + "'Json': {'shape': 'S', 'location': 'header', 'locationName': 'x-json', 'jsonvalue': true}";

    private static OperationCodec codec(String structure) {
        TestModel model = TestModel.of("{'operations': {'Op': {'http': {'method': 'PUT', 'requestUri': '/x'}, "
                + "'input': {'shape': 'X'}, 'output': {'shape': 'X'}}, 'Bare': {'http': {'method': 'POST', "
                + "'requestUri': '/bare'}}}, 'shapes': {'X': {"
                + structure + (structure.isEmpty() ? "" : ", ") + "'type': 'structure'}, "
                + "'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'N': {'type': 'long'}, 'F': {'type': 'double'}, "
                + "'B': {'type': 'boolean'}, 'T': {'type': 'timestamp'}, 'Blob': {'type': 'blob'}, "
                + "'L': {'type': 'list', 'member': {'shape': 'I'}}, "
                + "'D': {'type': 'structure', 'document': true, 'members': {}}, "
                + "'U': {'type': 'structure', 'union': true, 'members': {'A': {'shape': 'S'}}}, "
                + "'Inner': {'type': 'structure', 'members': {'A': {'shape': 'I', 'locationName': 'a'}}}}}");
        return new RestJsonProtocol().compile(model.operation(structure.isEmpty() ? "Bare" : "Op"),
                CodecSettings.DEFAULTS);
    }

    private static SerializedRequest serialize(String structure, Map<String, ?> parameters) {
        return codec(structure).serialize(parameters);
    }

    private static String body(SerializedRequest request) {
        return new String(request.body().bytes(), StandardCharsets.UTF_8);
    }

    private static String contentType(SerializedRequest request) {
        return request.headers().get("Content-Type");
    }

    private static Map<String, Object> parse(String structure, String body, String... headers) {
        HttpHeaders all = new HttpHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        Map<String, Object> result = codec(structure)
                .parse(new RawResponse(200, all, body.getBytes(StandardCharsets.UTF_8), new HashMap<>()));
        result.remove("ResponseMetadata");
        return result;
    }

    @Test
    void membersWithoutLocationAreTheBody() {
        SerializedRequest request = serialize("'members': {'A': {'shape': 'T', 'locationName': 'a'}, " + HEADERS + "}",
                Map.of("A", 5, "H", "h"));

        assertThat(request.method()).isEqualTo("PUT");
        assertThat(body(request)).isEqualTo("{\"a\":5}");
        assertThat(contentType(request)).isEqualTo("application/json");
        assertThat(request.headers().get("x-h")).isEqualTo("h");
        assertThat(request.headers().contains("X-Amz-Target")).isFalse();
    }

    @Test
    void theBodyIsAnEmptyObjectWhenItsMembersAreAbsent() {
        SerializedRequest request = serialize("'members': {'A': {'shape': 'S'}}", Map.of());

        assertThat(body(request)).isEqualTo("{}");
        assertThat(contentType(request)).isEqualTo("application/json");
    }

    @Test
    void thereIsNoBodyWhenNothingCouldBeInIt() {
        for (SerializedRequest request : List.of(serialize("'members': {" + HEADERS + "}", Map.of("H", "h")),
                serialize("'members': {}", Map.of()), serialize("", Map.of()))) {
            assertThat(request.body()).isSameAs(HttpBody.EMPTY);
            assertThat(contentType(request)).isNull();
        }
    }

    @Test
    void theContentTypeOfAParameterGoesFirst() {
        assertThat(contentType(serialize("'members': {'A': {'shape': 'S'}, " + HEADERS + "}",
                Map.of("A", "a", "Type", "application/special")))).isEqualTo("application/special");
    }

    @Test
    void aPayloadIsTheBody() {
        String structure = "'payload': 'P', 'members': {'P': {'shape': 'Inner'}, " + HEADERS + "}";

        assertThat(body(serialize(structure, Map.of("P", Map.of("A", 1))))).isEqualTo("{\"a\":1}");
        assertThat(body(serialize(structure, Map.of("H", "h")))).isEqualTo("{}");
        assertThat(contentType(serialize(structure, Map.of("H", "h")))).isEqualTo("application/json");
        assertThatThrownBy(() -> serialize(structure, Map.of("P", Map.of("A", Map.of()))))
                .hasMessageContaining("parameter P.A: ");
    }

    @Test
    void aUnionThatIsAbsentIsNoPayload() {
        SerializedRequest request = serialize("'payload': 'P', 'members': {'P': {'shape': 'U'}}", Map.of());

        assertThat(request.body()).isSameAs(HttpBody.EMPTY);
        assertThat(contentType(request)).isNull();
    }

    @Test
    void aDocumentMayBeThePayload() {
        String structure = "'payload': 'P', 'members': {'P': {'shape': 'D'}}";

        assertThat(body(serialize(structure, Map.of("P", "hello")))).isEqualTo("\"hello\"");
        assertThat(body(serialize(structure, Map.of("P", List.of(1, Map.of()))))).isEqualTo("[1,{}]");
        assertThat(parse(structure, "\"hello\"")).isEqualTo(Map.of("P", "hello"));
        assertThat(parse(structure, "{\"a\": [1]}")).isEqualTo(Map.of("P", Map.of("a", List.of(1))));
    }

    @Test
    void aRawPayloadHasNoContentTypeOfItsOwn() {
        SerializedRequest request = serialize("'payload': 'P', 'members': {'P': {'shape': 'Blob'}}", Map.of("P", "x"));

        assertThat(body(request)).isEqualTo("x");
        assertThat(contentType(request)).isNull();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\0', value = {"foo|\"foo\"", "true|true", "{\"a\": 1}|{\"a\": 1}", "{oops|\"{oops\"",
        "é|\"\\u00e9\""}, delimiter = '|')
    void aTextThatIsJsonIsAHeaderAsItIs(String text, String json) {
        assertThat(headerOf(text)).isEqualTo(json);
    }

    @Test
    void aJsonValueIsAHeaderInBase64() {
        assertThat(headerOf(Map.of("a", List.of(1, true)))).isEqualTo("{\"a\":[1,true]}");
        assertThat(headerOf(5)).isEqualTo("5");
        assertThatThrownBy(() -> headerOf(new Object())).hasMessageContaining("parameter Json: expected a text");
    }

    private static String headerOf(Object value) {
        String header = serialize("'members': {" + HEADERS + "}", Map.of("Json", value)).headers().get("x-json");
        return new String(Base64.getDecoder().decode(header), StandardCharsets.US_ASCII);
    }

    @Test
    void aJsonValueIsReadFromAHeader() {
        assertThat(jsonOf("{\"a\": [1, true]}")).isEqualTo(Map.of("a", List.of(1, true)));
        assertThat(jsonOf("\"foo\"")).isEqualTo("foo");
        assertThat(jsonOf("true")).isEqualTo("true");
        assertThatThrownBy(() -> jsonOf("{")).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining("at Json: ");
        assertThatThrownBy(() -> parse("'members': {" + HEADERS + "}", "", "x-json", "A"))
                .isInstanceOf(ResponseParserException.class).hasMessageContaining("base64");
    }

    private static Object jsonOf(String json) {
        String header = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return parse("'members': {" + HEADERS + "}", "", "X-Json", header).get("Json");
    }

    @Test
    void scalarsOfOtherTypesAreConverted() {
        assertThat(parse("'members': {'I': {'shape': 'I'}, 'N': {'shape': 'N'}, 'F': {'shape': 'F'}, "
                + "'B': {'shape': 'B'}, 'S': {'shape': 'S'}}",
                "{\"I\": \"5\", \"N\": 1.9, \"F\": \"1e2\", \"B\": \"TRUE\", \"S\": 5}"))
                .isEqualTo(Map.of("I", 5, "N", 1L, "F", 100.0, "B", true, "S", 5));
        assertThat(parse("'members': {'B': {'shape': 'B'}}", "{\"B\": \"yes\"}")).isEqualTo(Map.of("B", false));
        assertThat(parse("'members': {'B': {'shape': 'B'}}", "{\"B\": 1}")).isEqualTo(Map.of("B", false));
        assertThatThrownBy(() -> parse("'members': {'I': {'shape': 'I'}}", "{\"I\": \"many\"}"))
                .isInstanceOf(ResponseParserException.class).hasMessageContaining("at I: expected an integer");
    }

    @Test
    void headersAndBodyMakeOneResult() {
        String structure = "'members': {'A': {'shape': 'L'}, " + HEADERS + "}";

        assertThat(parse(structure, "{\"A\": [1]}", "X-H", "h")).isEqualTo(Map.of("A", List.of(1), "H", "h"));
        assertThat(parse(structure, "", "X-H", "h")).isEqualTo(Map.of("H", "h"));
        // So does the reference: a document may repeat a member under its name in headers.
        assertThat(parse(structure, "{\"x-h\": \"body\"}", "X-H", "h")).isEqualTo(Map.of("H", "body"));
    }

    @Test
    void anEmptyPayloadIsAnEmptyStructureAndNoUnion() {
        assertThat(parse("'payload': 'P', 'members': {'P': {'shape': 'Inner'}}", "")).isEqualTo(Map.of("P", Map.of()));
        assertThat(parse("'payload': 'P', 'members': {'P': {'shape': 'D'}}", "")).isEqualTo(Map.of("P", Map.of()));
        assertThat(parse("'payload': 'P', 'members': {'P': {'shape': 'U'}}", "")).isEmpty();
        assertThat(parse("'payload': 'P', 'members': {'P': {'shape': 'L'}}", "")).isEmpty();
        assertThat(parse("'payload': 'P', 'members': {'P': {'shape': 'L'}}", "[1]")).isEqualTo(Map.of("P", List.of(1)));
    }
}

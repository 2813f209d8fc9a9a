package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.Protocol;

class JsonErrorTest {

    private static final TestModel MODEL = TestModel.of("""
            {'metadata': {'targetPrefix': 'P'}, 'operations': {'Op': {'output': {'shape': 'Out'}}}, 'shapes': {
              'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'L': {'type': 'list', 'member': {'shape': 'S'}},
              'Out': {'type': 'structure', 'members': {'A': {'shape': 'S'}}},
              'Busy': {'type': 'structure', 'exception': true, 'members': {'message': {'shape': 'S'},
                'RetryAfter': {'shape': 'I', 'locationName': 'after'}, 'Reasons': {'shape': 'L'},
                'Header': {'shape': 'S', 'location': 'header', 'locationName': 'x-header'}}},
              'Coded': {'type': 'structure', 'exception': true, 'error': {'code': 'Old.Code'},
                'members': {'message': {'shape': 'S'}}}}}
            """);

    private static Map<String, Object> parse(Protocol protocol, int status, String body, String... headers) {
        HttpHeaders all = new HttpHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return protocol.compile(MODEL.operation("Op"), CodecSettings.DEFAULTS)
                .parse(new RawResponse(status, all, body.getBytes(StandardCharsets.UTF_8), new HashMap<>()));
    }

    private static Map<?, ?> error(Map<String, Object> result) {
        return (Map<?, ?>) result.get("Error");
    }

    private static Object jsonCode(String body, String... headers) {
        return error(parse(new JsonProtocol(), 400, body, headers)).get("Code");
    }

    private static Object restCode(String body, String... headers) {
        return error(parse(new RestJsonProtocol(), 400, body, headers)).get("Code");
    }

    @Test
    void theTypeIsTheCodeAndTheMessageTheMessage() {
        Map<String, Object> result = parse(new JsonProtocol(), 400,
                "{\"__type\": \"com.aws#Busy\", \"message\": \"wait\", \"after\": 3}", "x-amzn-RequestId", "id");

        assertThat(result.get("Error")).isEqualTo(Map.of("Code", "Busy", "Message", "wait"));
        assertThat(result).containsEntry("message", "wait").containsEntry("RetryAfter", 3);
        assertThat(((Map<?, ?>) result.get("ResponseMetadata")).get("RequestId")).isEqualTo("id");
        assertThat(((Map<?, ?>) result.get("ResponseMetadata")).get("HTTPStatusCode")).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"Busy,Busy", "com.aws#Busy,Busy", "Busy:http://x/#y,Busy", "a.b#Busy:http://x/,Busy"})
    void codesAreReduced(String spelled, String code) {
        assertThat(jsonCode("{\"__type\": \"" + spelled + "\"}")).isEqualTo(code);
        assertThat(jsonCode("{\"code\": \"" + spelled + "\"}")).isEqualTo(code);
        assertThat(restCode("{\"Code\": \"" + spelled + "\"}")).isEqualTo(code);
        assertThat(restCode("", "X-Amzn-ErrorType", spelled)).isEqualTo(code);
    }

    @Test
    void inJsonTheTypeGoesFirstAndInRestJsonTheHeader() {
        String body = "{\"__type\": \"Type\", \"code\": \"Member\", \"Code\": \"Capital\"}";

        assertThat(jsonCode(body, "x-amzn-errortype", "Header")).isEqualTo("Type");
        assertThat(jsonCode("{\"code\": \"Member\"}", "x-amzn-errortype", "Header")).isEqualTo("Header");
        assertThat(restCode(body, "x-amzn-errortype", "Header")).isEqualTo("Header");
        assertThat(restCode(body)).isEqualTo("Member");
        assertThat(restCode("{\"__type\": \"Type\", \"Code\": \"Capital\"}")).isEqualTo("Capital");
        assertThat(restCode("{\"__type\": \"Type\"}")).isEqualTo("Type");
        assertThat(restCode("{}")).isEqualTo("400");
    }

    @Test
    void theMessageMayBeCapital() {
        assertThat(error(parse(new JsonProtocol(), 400, "{\"Message\": \"m\"}")).get("Message")).isEqualTo("m");
        assertThat(error(parse(new JsonProtocol(), 400, "{\"message\": null}")).get("Message")).isEqualTo("");
    }

    @Test
    void aServiceThatOnceSpokeQueryTellsItsOldCode() {
        Map<String, Object> result = parse(new JsonProtocol(), 400, "{\"__type\": \"x#Coded\", \"message\": \"m\"}",
                "x-amzn-query-error", "Old.Code;Sender");

        assertThat(result.get("Error")).isEqualTo(
                Map.of("Code", "Old.Code", "QueryErrorCode", "Coded", "Type", "Sender", "Message", "m"));
        assertThat(result).containsEntry("message", "m");
        assertThat(jsonCode("{\"__type\": \"x#Coded\"}", "x-amzn-query-error", "Old.Code")).isEqualTo("Coded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "{\"__type\": \"Busy\"", "[1]", "\"text\""})
    void aBodyThatIsNoObjectIsTheMessage(String body) {
        for (Protocol protocol : new Protocol[] {new JsonProtocol(), new RestJsonProtocol()}) {
            assertThat(parse(protocol, 404, body).get("Error")).isEqualTo(Map.of("Code", "404", "Message", body));
        }
    }

    @Test
    void membersOfARestErrorAreInHeadersToo() {
        Map<String, Object> result =
                parse(new RestJsonProtocol(), 503, "", "x-amzn-errortype", "Busy", "X-Header", "h");

        assertThat(error(result).get("Code")).isEqualTo("Busy");
        assertThat(result).containsEntry("Header", "h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<html><body>Service Unavailable"})
    void serversThatAnswerInHtmlOrNotAtAllAreGeneric(String body) {
        assertThat(parse(new JsonProtocol(), 503, body).get("Error"))
                .isEqualTo(Map.of("Code", "503", "Message", "Service Unavailable"));
    }

    @Test
    void aMemberThatDoesNotFitDoesNotHideTheError() {
        Map<String, Object> result =
                parse(new JsonProtocol(), 400, "{\"__type\": \"Busy\", \"Reasons\": {}, \"message\": [1, {\"a\": 2}]}");

        assertThat(result.get("Error")).isEqualTo(Map.of("Code", "Busy", "Message", ""));
        assertThat(result).doesNotContainKey("Reasons");
    }
}

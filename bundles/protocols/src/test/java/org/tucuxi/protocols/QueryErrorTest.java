package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.protocol.ResponseParserException;

/** Errors of query and ec2, which differ in where things are. */
class QueryErrorTest {

    private static final TestModel MODEL = TestModel.of("""
            {'metadata': {'apiVersion': '1'}, 'operations': {'Op': {}}, 'shapes': {
              'S': {'type': 'string'}, 'I': {'type': 'integer'},
              'Nested': {'type': 'structure', 'members': {'Foo': {'shape': 'S'}}},
              'ComplexError': {'type': 'structure', 'exception': true, 'members': {'TopLevel': {'shape': 'S'},
                'Nested': {'shape': 'Nested'}, 'Number': {'shape': 'I'}, 'message': {'shape': 'S',
                'locationName': 'Message'}}},
              'Fault': {'type': 'structure', 'exception': true, 'error': {'code': 'The.Code'}, 'members': {
                'TopLevel': {'shape': 'S'}}}}}
            """);

    private static Map<String, Object> parse(Protocol protocol, int status, String body) {
        return protocol.compile(MODEL.operation("Op"), CodecSettings.DEFAULTS).parse(new RawResponse(status,
                new HttpHeaders(), body.getBytes(StandardCharsets.UTF_8), new HashMap<>()));
    }

    private static Map<String, Object> query(int status, String body) {
        return parse(new QueryProtocol(), status, body);
    }

    private static Map<String, Object> ec2(int status, String body) {
        return parse(new Ec2Protocol(), status, body);
    }

    private static Map<?, ?> metadata(Map<String, Object> result) {
        return (Map<?, ?>) result.get("ResponseMetadata");
    }

    @Test
    void queryKeepsAllThatIsSaidOfAnError() {
        Map<String, Object> result = query(400, "<ErrorResponse xmlns='https://x/'><Error><Type>Sender</Type>"
                + "<Code>Throttling</Code><Message>Rate exceeded</Message><Detail/></Error><RequestId>id</RequestId>"
                + "</ErrorResponse>");

        assertThat(result.keySet()).containsExactly("Error", "ResponseMetadata");
        assertThat(result.get("Error")).isEqualTo(Map.of("Type", "Sender", "Code", "Throttling", "Message",
                "Rate exceeded", "Detail", ""));
        assertThat(metadata(result)).isEqualTo(Map.of("RequestId", "id", "HTTPStatusCode", 400, "HTTPHeaders",
                Map.of()));
    }

    @Test
    void queryTakesTheContentOfErrors() {
        Map<String, Object> result = query(400, "<Response><Errors>"
                + "<Error><Code>A</Code><Message>first</Message></Error>"
                + "<Error><Code>B</Code></Error></Errors><RequestID>id</RequestID></Response>");

        assertThat(result.get("Error")).isEqualTo(Map.of("Code", "A", "Message", "first"));
        assertThat(result.get("RequestID")).isEqualTo("id");
        assertThat(result).doesNotContainKey("Errors");
    }

    @Test
    void queryReadsModelledMembersFromTheError() {
        Map<String, Object> result = query(400, "<ErrorResponse><RequestId>id</RequestId>"
                + "<Error><Code>ComplexError</Code>"
                + "<Message>Hi</Message><TopLevel>top</TopLevel><Nested><Foo>bar</Foo></Nested>"
                + "</Error></ErrorResponse>");

        assertThat(result).containsEntry("TopLevel", "top").containsEntry("Nested", Map.of("Foo", "bar"))
                .containsEntry("message", "Hi").doesNotContainKey("Number");
    }

    @Test
    void ec2KeepsAllThatIsSaidOfAnError() {
        Map<String, Object> result = ec2(400, "<Response><Errors><Error><Code>InvalidInstanceID</Code>"
                + "<Message>No &quot;x&quot;</Message></Error></Errors><RequestID>id</RequestID></Response>");

        assertThat(result.keySet()).containsExactly("Error", "ResponseMetadata");
        assertThat(result.get("Error")).isEqualTo(Map.of("Code", "InvalidInstanceID", "Message", "No \"x\""));
        assertThat(metadata(result).get("RequestId")).isEqualTo("id");
    }

    @Test
    void ec2ReadsModelledMembersFromTheError() {
        Map<String, Object> result = ec2(400, "<Response><RequestID>id</RequestID><Errors><Error><Code>The.Code</Code>"
                + "<TopLevel>top</TopLevel></Error></Errors></Response>");

        assertThat(result).containsEntry("TopLevel", "top");
    }

    @Test
    void withoutAnErrorElementModelledMembersAreInTheRoot() {
        assertThat(ec2(400, "<Error><TopLevel>top</TopLevel><Errors/></Error>").get("Error")).isEqualTo(Map.of());
        assertThat(query(400, "<X><Error><Code>The.Code</Code></Error><TopLevel>top</TopLevel></X>"))
                .containsEntry("TopLevel", "top");
        assertThat(ec2(400, "<X><Error><Code>The.Code</Code></Error><TopLevel>top</TopLevel></X>"))
                .containsEntry("TopLevel", "top");
    }

    @Test
    void anErrorIsWorthMoreThanItsMalformedMember() {
        Map<String, Object> result = query(400, "<ErrorResponse><Error><Code>ComplexError</Code><Number>many</Number>"
                + "</Error></ErrorResponse>");

        assertThat(((Map<?, ?>) result.get("Error")).get("Code")).isEqualTo("ComplexError");
        assertThat(result).doesNotContainKey("Number");
    }

    @Test
    void aDocumentCannotForgeMetadata() {
        Map<String, Object> result = query(400, "<X><ResponseMetadata><HTTPStatusCode>200</HTTPStatusCode>"
                + "<RequestId>id</RequestId></ResponseMetadata><Error>text</Error></X>");

        assertThat(metadata(result).get("HTTPStatusCode")).isEqualTo(400);
        assertThat(metadata(result).get("RequestId")).isEqualTo("id");
        assertThat(result.get("Error")).isEqualTo(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", " \n<html><body>Bad Gateway</body></html>"})
    void aServerThatSaysNothingOfTheProtocolLeavesWhatHttpTells(String body) {
        Map<String, Object> result = query(502, body);

        assertThat(result.get("Error")).isEqualTo(Map.of("Code", "502", "Message", "Bad Gateway"));
        assertThat(ec2(502, body).get("Error")).isEqualTo(result.get("Error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Forbidden", "<ErrorResponse><Error><Code>cut", "<!DOCTYPE x><x/>"})
    void aBodyThatIsNoXmlIsNoErrorOfTheService(String body) {
        assertThatThrownBy(() -> query(403, body)).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining("403").hasMessageContaining("invalid XML");
        assertThatThrownBy(() -> ec2(403, body)).isInstanceOf(ResponseParserException.class);
    }

    @Test
    void status300IsReadAsResult() {
        assertThat(query(300, "<X><Error><Code>The.Code</Code></Error></X>").keySet())
                .containsExactly("ResponseMetadata");
    }
}

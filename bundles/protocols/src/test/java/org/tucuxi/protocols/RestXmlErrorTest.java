package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.protocol.CodecSettings;

class RestXmlErrorTest {

    private static final TestModel MODEL = TestModel.of("""
            {'operations': {'Op': {'output': {'shape': 'Out'}}}, 'shapes': {
              'S': {'type': 'string'}, 'I': {'type': 'integer'},
              'Out': {'type': 'structure', 'members': {'A': {'shape': 'S'}}},
              'Nested': {'type': 'structure', 'members': {'Foo': {'shape': 'S'}}},
              'InvalidObjectState': {'type': 'structure', 'exception': true, 'members': {'StorageClass': {'shape': 'S'},
                'Header': {'shape': 'S', 'location': 'header', 'locationName': 'X-Header'},
                  'Nested': {'shape': 'Nested'},
                'Number': {'shape': 'I'}}},
              'Coded': {'type': 'structure', 'exception': true, 'error': {'code': 'The.Code'},
                'members': {'message': {'shape': 'S', 'locationName': 'Message'}}}}}
            """);

    private static Map<String, Object> parse(int status, String body, String... headers) {
        HttpHeaders all = new HttpHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new RestXmlProtocol().compile(MODEL.operation("Op"), CodecSettings.DEFAULTS)
                .parse(new RawResponse(status, all, body.getBytes(StandardCharsets.UTF_8), new HashMap<>()));
    }

    private static Map<?, ?> metadata(Map<String, Object> result) {
        return (Map<?, ?>) result.get("ResponseMetadata");
    }

    @Test
    void s3PutsTheErrorIntoTheRoot() {
        Map<String, Object> result = parse(404,
                "<?xml version='1.0'?><Error><Code>NoSuchKey</Code><Message>gone</Message>"
                + "<Key>k</Key><Empty/><RequestId>body</RequestId><HostId>body</HostId></Error>",
                "x-amz-request-id", "R", "x-amz-id-2", "H");

        assertThat(result.get("Error")).isEqualTo(Map.of("Code", "NoSuchKey", "Message", "gone", "Key", "k", "Empty",
                ""));
        assertThat(metadata(result).get("RequestId")).isEqualTo("R");
        assertThat(metadata(result).get("HostId")).isEqualTo("H");
        assertThat(metadata(result).get("HTTPStatusCode")).isEqualTo(404);
    }

    @Test
    void cloudFrontAndRoute53WrapIt() {
        Map<String, Object> result = parse(400,
                "<ErrorResponse xmlns='urn:x'><Error><Type>Sender</Type><Code>InvalidInput</Code>"
                + "<Message>bad</Message></Error><RequestId>id</RequestId></ErrorResponse>");

        assertThat(result.get("Error")).isEqualTo(Map.of("Type", "Sender", "Code", "InvalidInput", "Message", "bad"));
        assertThat(metadata(result).get("RequestId")).isEqualTo("id");
        assertThat(result.keySet()).containsExactly("Error", "ResponseMetadata");
    }

    @Test
    void anyOtherDocumentIsShownAsItIs() {
        Map<String, Object> result = parse(400, "<Invalid><Messages><Message>a</Message><Message>b</Message></Messages>"
                + "<RequestId>id</RequestId></Invalid>");

        assertThat(result.get("Error")).isEqualTo(Map.of("Code", "", "Message", ""));
        assertThat(result.get("Messages")).isEqualTo(Map.of("Message", "a"));
        assertThat(metadata(result).get("RequestId")).isEqualTo("id");
    }

    @Test
    void aDocumentCannotForgeMetadata() {
        Map<String, Object> result = parse(400, "<X><ResponseMetadata>text</ResponseMetadata><Error>text</Error></X>");

        assertThat(metadata(result).get("HTTPStatusCode")).isEqualTo(400);
        assertThat(result.get("Error")).isEqualTo(Map.of("Code", "", "Message", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no XML", "<Error><Code>cut",
            "<!DOCTYPE Error [<!ENTITY a 'b'>]><Error><Code>&a;</Code></Error>"})
    void aBodyThatIsNoErrorLeavesWhatHttpTells(String body) {
        Map<String, Object> result = parse(404, body, "x-amz-request-id", "R");

        assertThat(result.get("Error")).isEqualTo(Map.of("Code", "404", "Message", "Not Found"));
        assertThat(metadata(result).get("RequestId")).isEqualTo("R");
        assertThat(metadata(result).get("HostId")).isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \r\n", " <html><body>Service Unavailable</body></html>"})
    void serversThatAnswerInHtmlOrNotAtAllAreGeneric(String body) {
        Map<String, Object> result = parse(503, body, "x-amz-request-id", "R");

        assertThat(result.get("Error")).isEqualTo(Map.of("Code", "503", "Message", "Service Unavailable"));
        assertThat(metadata(result).containsKey("RequestId")).isFalse();
        assertThat(metadata(result).get("HTTPStatusCode")).isEqualTo(503);
    }

    @Test
    void membersOfAModelledErrorAreOnTheTopLevel() {
        String members = "<Code>InvalidObjectState</Code><StorageClass>GLACIER</StorageClass><Nested><Foo>bar</Foo>"
                + "</Nested>";

        for (String body : new String[] {"<Error>" + members + "</Error>",
            "<ErrorResponse><Other/><Error>" + members + "</Error><RequestId>r</RequestId></ErrorResponse>"}) {
            Map<String, Object> result = parse(403, body, "X-Header", "h");

            assertThat(result).containsEntry("StorageClass", "GLACIER").containsEntry("Header", "h")
                    .containsEntry("Nested", Map.of("Foo", "bar")).doesNotContainKey("Number");
            assertThat(((Map<?, ?>) result.get("Error")).get("Code")).isEqualTo("InvalidObjectState");
        }
    }

    @Test
    void theCodeOfAnErrorMayDifferFromItsShape() {
        assertThat(parse(400, "<Error><Code>The.Code</Code><Message>m</Message></Error>"))
                .containsEntry("message", "m");
    }

    @Test
    void aMemberThatDoesNotFitDoesNotHideTheError() {
        Map<String, Object> result = parse(400, "<Error><Code>InvalidObjectState</Code><Number>many</Number></Error>");

        assertThat(((Map<?, ?>) result.get("Error")).get("Code")).isEqualTo("InvalidObjectState");
        assertThat(result).doesNotContainKey("Number");
    }

    @Test
    void status300IsStillParsedAsSuccess() {
        Map<String, Object> result = parse(300, "<Out><A>a</A></Out>");

        assertThat(result).containsEntry("A", "a").doesNotContainKey("Error");
        assertThat(parse(301, "<Error><Code>PermanentRedirect</Code></Error>")).containsKey("Error");
    }
}

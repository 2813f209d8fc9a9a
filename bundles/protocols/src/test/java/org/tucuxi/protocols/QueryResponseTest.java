package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.ResponseParserException;

class QueryResponseTest {

    private static final String PLAIN = "'output': {'shape': 'Out'}";
    private static final String WRAPPED = "'output': {'shape': 'Out', 'resultWrapper': 'R'}";
    private static final String TYPES = "'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'T': {'type': 'timestamp'},"
            + " 'X': {'type': 'blob'}, 'B': {'type': 'boolean'}, 'L': {'type': 'list', 'member': {'shape': 'S'}},"
            + " 'N': {'type': 'list', 'flattened': true, 'member': {'shape': 'S', 'locationName': 'Item'}},"
            + " 'M': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'S'}},"
            + " 'U': {'type': 'structure', 'union': true, 'members': {'A': {'shape': 'S'}, 'B': {'shape': 'S'}}}";

    private static Map<String, Object> parse(String operation, String body) {
        return parse(operation, "", body);
    }

    private static Map<String, Object> parse(String operation, String members, String body) {
        TestModel model = TestModel.of("{'metadata': {'apiVersion': '1'}, 'operations': {'Op': {" + operation + "}},"
                + " 'shapes': {'Out': {'type': 'structure', 'members': {" + members + "}}, " + TYPES + "}}");
        return new QueryProtocol().compile(model.operation("Op"), CodecSettings.DEFAULTS)
                .parse(new RawResponse(200, new HttpHeaders(), body.getBytes(StandardCharsets.UTF_8), new HashMap<>()));
    }

    private static Map<String, Object> result(String members, String xml) {
        Map<String, Object> result = parse(WRAPPED, members, "<OpResponse"
                + " xmlns='urn:x'><R>" + xml + "</R></OpResponse>");
        result.remove("ResponseMetadata");
        return result;
    }

    @Test
    void membersAreInTheWrapperAndMetadataBesideIt() {
        Map<String, Object> result = parse(WRAPPED, "'A': {'shape': 'S'}",
                "<OpResponse xmlns='https://x/'><R><A>a</A></R><R><A>second</A></R>"
                + "<ResponseMetadata><RequestId>id</RequestId><Box"
                + " a='b'>0.1</Box><Empty/></ResponseMetadata></OpResponse>");

        assertThat(result.get("A")).isEqualTo("a");
        assertThat(result.get("ResponseMetadata")).isEqualTo(Map.of("RequestId", "id", "Box", "0.1", "Empty", "",
                "HTTPStatusCode", 200, "HTTPHeaders", Map.of()));
    }

    @Test
    void metadataMayComeFirst() {
        Map<String, Object> result = parse(WRAPPED, "'A': {'shape': 'S'}",
                "<X><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata><Other/><R><A>a</A></R></X>");

        assertThat(result.get("A")).isEqualTo("a");
        assertThat(result.get("ResponseMetadata")).asString().contains("RequestId=id");
    }

    @Test
    void withoutAModelledWrapperMembersAreInTheRootOrInThatOfTheOperation() {
        String members = "'A': {'shape': 'S'}";

        assertThat(parse(PLAIN, members, "<X><A>a</A>"
                + "<ResponseMetadata><RequestId>i</RequestId></ResponseMetadata></X>"))
                .containsEntry("A", "a").extracting("ResponseMetadata").asString().contains("RequestId=i");
        assertThat(parse(PLAIN, members, "<X><OpResult><A>a</A></OpResult></X>")).containsEntry("A", "a");
    }

    @Test
    void withoutOutputThereAreOnlyMetadata() {
        Map<String, Object> result = parse("", "<OpResponse><OpResult><A>a</A></OpResult>"
                + "<ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></OpResponse>");

        assertThat(result.keySet()).containsExactly("ResponseMetadata");
        assertThat(result.get("ResponseMetadata")).asString().contains("RequestId=id");
    }

    @Test
    void nothingIsAnAnswerWhereNothingIsExpected() {
        assertThat(parse("", "").keySet()).containsExactly("ResponseMetadata");
        assertThat(parse(PLAIN, "").keySet()).containsExactly("ResponseMetadata");
        assertThat(parse(WRAPPED, "").keySet()).containsExactly("ResponseMetadata");
        assertThat(parse(WRAPPED, "<X/>").keySet()).containsExactly("ResponseMetadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "text", "<X/>", "<X><Other/></X>", "<X><R><A>a</A></R>", "<X><R><A>a",
            "<X><R><A>a</B></R></X>", "<X><R/></X><X/>", "<!DOCTYPE X [<!ENTITY a 'b'>]><X><R><A>&a;</A></R></X>"})
    void whatIsMissingOrBrokenIsNoResult(String body) {
        assertThatThrownBy(() -> parse(WRAPPED, "'A': {'shape': 'S'}", body))
                .isInstanceOf(ResponseParserException.class).hasMessageContaining("Test Op");
    }

    @Test
    void depthIsBounded() {
        String deep = "<X>".repeat(100_000);

        assertThatThrownBy(() -> parse(PLAIN, "'A': {'shape': 'S'}", deep)).isInstanceOf(
                ResponseParserException.class).hasMessageContaining("elements inside of each other");
    }

    @Test
    void scalarsHaveTheirTypes() {
        assertThat(result("'I': {'shape': 'I'}, 'T': {'shape': 'T'}, 'B': {'shape': 'B'}, 'E': {'shape': 'S'}",
                "<I> 7 </I><T>2014-04-29T18:30:38Z</T><B>true</B><E/>")).isEqualTo(Map.of("I", 7, "T",
                        Instant.parse("2014-04-29T18:30:38Z"), "B", true, "E", ""));
        assertThat((byte[]) result("'X': {'shape': 'X'}", "<X>dmFsdWU=</X>").get("X")).asString().isEqualTo("value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<I>seven</I>", "<I/>", "<T>yesterday</T>", "<X>A</X>",
            "<M><entry><key>k</key></entry></M>",
            "<M><entry><other/></entry></M>", "<L><member>ok</member></L><U/>",
            "<U><A>a</A><B>b</B></U>"})
    void aValueOfAWrongTypeIsNoResult(String xml) {
        assertThatThrownBy(() -> result("'I': {'shape': 'I'}, 'T': {'shape': 'T'}, 'X': {'shape': 'X'}, 'M':"
                + " {'shape': 'M'}, 'L': {'shape': 'L'}, 'U': {'shape': 'U'}", xml))
                .isInstanceOf(ResponseParserException.class);
    }

    @Test
    void listsAndMapsComeInTheirForms() {
        String members = "'L': {'shape': 'L'}, 'F': {'shape': 'L', 'flattened': true}, 'N': {'shape': 'N'}, 'M':"
                + " {'shape': 'M'}, 'FM': {'shape': 'M', 'flattened': true, 'locationName': 'KVP'}";

        assertThat(result(members, "<L><member>a</member><any>b</any></L>")).isEqualTo(Map.of("L", List.of("a", "b")));
        assertThat(result(members, "<L/>")).isEqualTo(Map.of("L", List.of()));
        assertThat(result(members, "<F>a</F><M/><F>b</F>")).isEqualTo(Map.of("F", List.of("a", "b"), "M", Map.of()));
        assertThat(result(members, "<F>a</F>")).isEqualTo(Map.of("F", List.of("a")));
        assertThat(result(members, "<Item>a</Item><Item>b</Item>")).isEqualTo(Map.of("N", List.of("a", "b")));
        assertThat(result(members, "<M><entry><key>a</key><value>b</value></entry></M>")).isEqualTo(
                Map.of("M", Map.of("a", "b")));
        assertThat(result(members, "<KVP><value>b</value><key>a</key></KVP>")).isEqualTo(
                Map.of("FM", Map.of("a", "b")));
    }

    @Test
    void aMemberOfAUnionThatIsNewIsShown() {
        assertThat(result("'U': {'shape': 'U'}", "<U><New>x</New></U>")).isEqualTo(
                Map.of("U", Map.of("SDK_UNKNOWN_MEMBER", Map.of("name", "New"))));
    }
}

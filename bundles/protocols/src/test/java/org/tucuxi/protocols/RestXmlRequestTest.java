package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.ParamValidationException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.protocol.CodecSettings;

class RestXmlRequestTest {

    private static final String TYPES = """
            'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'F': {'type': 'double'}, 'B': {'type': 'boolean'},
            'T': {'type': 'timestamp'}, 'Blob': {'type': 'blob'}, 'L': {'type': 'list', 'member': {'shape': 'S'}},
            'TL': {'type': 'list', 'member': {'shape': 'T'}}, 'M': {'type': 'map', 'key': {'shape': 'S'},
              'value': {'shape': 'S'}}
            """;

    private static SerializedRequest serialize(String http, String input, Map<String, ?> parameters) {
        return serialize(http, input, "", parameters, CodecSettings.DEFAULTS);
    }

    private static SerializedRequest serialize(
            String http, String input, String shapes, Map<String, ?> parameters, CodecSettings settings) {
        TestModel model = TestModel.of("{'operations': {'Op': {'http': " + http + ", 'input': {'shape': 'In', "
                + "'locationName': 'In'}}}, 'shapes': {'In': {'type': 'structure', " + input + "}, " + shapes + TYPES
                + "}}");
        return new RestXmlProtocol().compile(model.operation("Op"), settings).serialize(parameters);
    }

    private static String body(SerializedRequest request) {
        return new String(request.body().bytes(), StandardCharsets.UTF_8);
    }

    private static String xml(String members, Map<String, ?> parameters) {
        return body(serialize("{}", "'members': {" + members + "}", parameters));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    @Test
    void labelsArePercentEncodedAndGreedyOnesKeepTheirSlashes() {
        SerializedRequest request = serialize("{'method': 'PUT', 'requestUri': '/{Bucket}/{Key+}?uploads'}",
                "'members': {'Bucket': {'shape': 'S', 'location': 'uri', 'locationName': 'Bucket'},"
                + "'Key': {'shape': 'S', 'location': 'uri', 'locationName': 'Key'}}",
                Map.of("Bucket", "a/b c", "Key", "x/ü~+?.-_"));

        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.urlPath()).isEqualTo("/a%2Fb%20c/x/%C3%BC~%2B%3F.-_?uploads");
        assertThat(request.body()).isSameAs(HttpBody.EMPTY);
    }

    @Test
    void aLabelWithoutValueIsAMissingParameter() {
        assertThatThrownBy(() -> serialize("{'requestUri': '/{Key}'}",
                "'members': {'Key': {'shape': 'S', 'location': 'uri', 'locationName': 'Key'}}", ordered("Key", null)))
                .isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("Missing required parameter in input: \"Key\"");
    }

    @Test
    void theAuthPathHasTheSameLabels() {
        SerializedRequest request = serialize("{'requestUri': '/{Key+}', 'authPath': '/{Bucket}/{Key+}'}",
                "'members': {'Bucket': {'shape': 'S', 'location': 'uri', 'locationName': 'Bucket'},"
                + "'Key': {'shape': 'S', 'location': 'uri', 'locationName': 'Key'}}",
                    Map.of("Bucket", "b", "Key", "k/l"));

        assertThat(request.urlPath()).isEqualTo("/k/l");
        assertThat(request.authPath()).isEqualTo("/b/k/l");
    }

    @Test
    void queryParametersAreUnencodedTextsAndLists() {
        SerializedRequest request = serialize("{'requestUri': '/?list-type=2'}",
                "'members': {'P': {'shape': 'S', 'location': 'querystring', 'locationName': 'prefix'},"
                + "'N': {'shape': 'I', 'location': 'querystring', 'locationName': 'max'},"
                + "'B': {'shape': 'B', 'location': 'querystring'}, 'T': {'shape': 'T', 'location': 'querystring'},"
                + "'L': {'shape': 'TL', 'location': 'querystring'}, 'F': {'shape': 'F', 'location': 'querystring'}}",
                ordered("P", "a b/ü", "N", 5, "B", true, "T", 0, "L", List.of(0, "1970-01-01T00:00:01Z"), "F", 1e22));

        assertThat(request.urlPath()).isEqualTo("/?list-type=2");
        assertThat(request.queryString()).containsExactly(Map.entry("prefix", "a b/ü"), Map.entry("max", "5"),
                Map.entry("B", "true"), Map.entry("T", "1970-01-01T00:00:00Z"),
                Map.entry("L", List.of("1970-01-01T00:00:00Z", "1970-01-01T00:00:01Z")), Map.entry("F", "1e+22"));
    }

    @Test
    void aMemberOfItsOwnGoesBeforeTheEntriesOfAQueryMap() {
        SerializedRequest request = serialize("{}",
                "'members': {'Map': {'shape': 'M', 'location': 'querystring'},"
                + "'A': {'shape': 'S', 'location': 'querystring', 'locationName': 'a'}}",
                ordered("Map", ordered("a", "map", "b", "map"), "A", "own"));

        assertThat(request.queryString()).containsExactly(Map.entry("a", "own"), Map.entry("b", "map"));
    }

    @Test
    void headersHaveTheTextOfTheirTypes() {
        SerializedRequest request = serialize("{}",
                "'members': {'T': {'shape': 'T', 'location': 'header', 'locationName': 'If-Modified-Since'},"
                + "'I': {'shape': 'T', 'timestampFormat': 'iso8601', 'location': 'header', 'locationName': 'x-iso'},"
                + "'B': {'shape': 'B', 'location': 'header', 'locationName': 'x-b'},"
                + "'L': {'shape': 'L', 'location': 'header', 'locationName': 'x-l'},"
                + "'M': {'shape': 'M', 'location': 'headers', 'locationName': 'x-amz-meta-'}}",
                ordered("T", Instant.parse("2002-10-02T13:00:00.9Z"), "I", Instant
                        .parse("2002-10-02T13:00:00.9Z"), "B", false,
                        "L", Arrays.asList("a", null, "b,c", "d\"e"), "M", Map.of("Color", "grey")));

        assertThat(request.headers().get("if-modified-since")).isEqualTo("Wed, 02 Oct 2002 13:00:00 GMT");
        assertThat(request.headers().get("x-iso")).isEqualTo("2002-10-02T13:00:00Z");
        assertThat(request.headers().get("x-b")).isEqualTo("false");
        assertThat(request.headers().get("x-l")).isEqualTo("a,\"b,c\",\"d\\\"e\"");
        assertThat(request.headers().get("x-amz-meta-Color")).isEqualTo("grey");
        assertThat(request.headers().contains("Content-Type")).isFalse();
    }

    /** The reference sends no header; Smithy's protocol tests want one. */
    @Test
    void anEmptyListIsAnEmptyHeader() {
        assertThat(serialize("{}", "'members': {'L': {'shape': 'L', 'location': 'header', 'locationName': 'x-l'}}",
                Map.of("L", List.of())).headers().get("x-l")).isEmpty();
    }

    @Test
    void aLineBreakInAHeaderNamesItsMember() {
        assertThatThrownBy(() -> serialize("{}",
                "'members': {'H': {'shape': 'S', 'location': 'header', 'locationName': 'x'}}",
                Map.of("H", "a\r\nHost: evil"))).isInstanceOf(ParamValidationException.class)
                        .hasMessageContaining("H: ")
                .hasMessageContaining("line break");
    }

    @Test
    void topLevelNullsAreLeftOut() {
        SerializedRequest request = serialize("{}",
                "'members': {'A': {'shape': 'S'}, 'H': {'shape': 'S', 'location': 'header', 'locationName': 'x'},"
                        + " 'B': {'shape': 'S'}}",
                ordered("A", null, "H", null, "B", "b"));

        assertThat(body(request)).isEqualTo("<In><B>b</B></In>");
        assertThat(request.headers().isEmpty()).isTrue();
    }

    @Test
    void aParameterThatTheModelDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> xml("'A': {'shape': 'S'}", Map.of("X", 1)))
                .isInstanceOf(ParamValidationException.class).hasMessageContaining("Unknown parameter in input: \"X\"");
    }

    @Test
    void membersComeInTheOrderOfTheUsersMap() {
        String members = "'A': {'shape': 'S'}, 'B': {'shape': 'I', 'locationName': 'Bee'}";

        assertThat(xml(members, ordered("B", 1, "A", "x"))).isEqualTo("<In><Bee>1</Bee><A>x</A></In>");
        assertThat(xml(members, ordered("A", "x", "B", 1))).isEqualTo("<In><A>x</A><Bee>1</Bee></In>");
    }

    @Test
    void textIsEscapedAsTheReferenceDoes() {
        assertThat(xml("'A': {'shape': 'S'}", Map.of("A", "<&>\"'\r\n\té😀")))
                .isEqualTo("<In><A>&lt;&amp;&gt;\"'\r\n\té😀</A></In>");
        assertThat(xml("'A': {'shape': 'S'}", Map.of("A", ""))).isEqualTo("<In><A /></In>");
    }

    /** The reference would send XML that no service can read; the place is worth more. */
    @Test
    void charactersThatXmlCannotHoldNameTheirMember() {
        String shapes = "'Inner': {'type': 'structure', 'members': {'L': {'shape': 'L'}}}, ";
        for (String text : List.of("a\u0000", "\u000b", "\uffff", "\ud800x")) {
            assertThatThrownBy(() -> serialize("{}", "'members': {'Inner': {'shape': 'Inner'}}", shapes,
                    Map.of("Inner", Map.of("L", List.of("ok", text))), CodecSettings.DEFAULTS))
                    .isInstanceOf(ParamValidationException.class)
                    .hasMessageContaining("Invalid value for parameter Inner.L[1]: ").hasMessageContaining("U+");
        }
    }

    @Test
    void scalarsHaveTheirTexts() {
        assertThat(xml("'T': {'shape': 'T'}, 'U': {'shape': 'T', 'timestampFormat': 'unixTimestamp'},"
                + " 'B': {'shape': 'B'},"
                + "'F': {'shape': 'F'}, 'Blob': {'shape': 'Blob'}",
                ordered("T", Instant.parse("2002-10-02T13:00:00.5Z"), "U", 5, "B", true, "F", Double.NaN,
                        "Blob", new ByteArrayInputStream("value".getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo("<In><T>2002-10-02T13:00:00.500000Z</T><U>5</U><B>true</B><F>NaN</F><Blob>dmFsdWU=</Blob>"
                        + "</In>");
    }

    @Test
    void millisecondsAreWrittenWhenTheSettingsSaySo() {
        assertThat(body(serialize("{}", "'members': {'T': {'shape': 'T'}}", "",
                    Map.of("T", 5), new CodecSettings("millisecond"))))
                .isEqualTo("<In><T>1970-01-01T00:00:05.000Z</T></In>");
    }

    @Test
    void anUnknownPrecisionIsRefused() {
        assertThatThrownBy(() -> serialize("{}", "'members': {}", "", Map.of(), new CodecSettings("hours")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hours");
    }

    @Test
    void listsHaveAWrapperUnlessTheyAreFlattened() {
        String shapes = "'Named': {'type': 'list', 'member': {'shape': 'S', 'locationName': 'item'}}, ";
        String members = "'members': {'A': {'shape': 'L'}, 'B': {'shape': 'Named'}, 'C': {'shape': 'Named',"
                + " 'flattened': true,"
                + "'locationName': 'See'}}";
        Map<String, Object> parameters = ordered("A", List.of("1"), "B", List.of(), "C", List.of("2", "3"));

        assertThat(body(serialize("{}", members, shapes, parameters, CodecSettings.DEFAULTS)))
                .isEqualTo("<In><A><member>1</member></A><B /><See>2</See><See>3</See></In>");
    }

    @Test
    void mapsHaveEntriesUnlessTheyAreFlattened() {
        assertThat(xml("'A': {'shape': 'M'}, 'B': {'shape': 'M', 'flattened': true}",
                ordered("A", Map.of("k", "v"), "B", ordered("1", "x", "2", "y"))))
                .isEqualTo("<In><A><entry><key>k</key><value>v</value></entry></A>"
                        + "<B><key>1</key><value>x</value></B><B><key>2</key><value>y</value></B></In>");
    }

    @Test
    void attributesComeBeforeElementsWhereverTheUserPutsThem() {
        String shapes = "'Grantee': {'type': 'structure', 'xmlNamespace': {'prefix': 'xsi', 'uri': 'urn:xsi'},"
                + " 'members': {"
                + "'ID': {'shape': 'S'}, 'Type': {'shape': 'S', 'locationName': 'xsi:type', 'xmlAttribute': true}}}, ";

        assertThat(body(serialize("{}", "'members': {'Grantee': {'shape': 'Grantee'}}", shapes,
                Map.of("Grantee", ordered("ID", "1", "Type", "a\"<\n")), CodecSettings.DEFAULTS)))
                .isEqualTo("<In><Grantee xmlns:xsi=\"urn:xsi\" xsi:type=\"a&quot;&lt;&#10;\"><ID>1</ID></Grantee>"
                        + "</In>");
    }

    @Test
    void theNamespaceOfAFlattenedListIsOnItsParent() {
        assertThat(xml("'A': {'shape': 'L', 'flattened': true, 'xmlNamespace': 'urn:a'},"
                + "'B': {'shape': 'L', 'flattened': true, 'xmlNamespace': 'urn:b'}",
                ordered("A", List.of("1"), "B", List.of("2")))).isEqualTo("<In xmlns=\"urn:a\"><A>1</A><B>2</B></In>");
    }

    /** So does the reference; parameter validation finds it before. */
    @Test
    void aNullInsideEndsItsStructure() {
        String shapes = "'Inner': {'type': 'structure', 'members': {'A': {'shape': 'S'}, 'B': {'shape': 'S'},"
                + " 'C': {'shape': 'S'}}}, ";

        assertThat(body(serialize("{}", "'members': {'Inner': {'shape': 'Inner'}}", shapes,
                Map.of("Inner", ordered("A", "1", "B", null, "C", "3")), CodecSettings.DEFAULTS)))
                .isEqualTo("<In><Inner><A>1</A></Inner></In>");
    }

    @Test
    void valuesOfWrongTypesNameTheirMember() {
        assertThatThrownBy(() -> xml("'A': {'shape': 'L'}", Map.of("A", "text")))
                .isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("parameter A: expected a list, got java.lang.String");
        assertThatThrownBy(() -> xml("'A': {'shape': 'M'}", Map.of("A", 1))).hasMessageContaining("expected a map");
        assertThatThrownBy(() -> xml("'A': {'shape': 'L'}", Map.of("A", Arrays.asList("x", null))))
                .hasMessageContaining("A[1]: expected a value, got null");
        assertThatThrownBy(() -> xml("'A': {'shape': 'T'}", Map.of("A", "soon")))
                .hasMessageContaining("expected a timestamp");
    }

    @Test
    void aStructurePayloadIsTheBodyUnderItsOwnName() {
        String shapes = "'Config': {'type': 'structure', 'members': {'A': {'shape': 'S'}}}, ";
        String input = "'payload': 'Config', 'members': {'H': {'shape': 'S', 'location': 'header',"
                + " 'locationName': 'x'},"
                + "'Config': {'shape': 'Config', 'locationName': 'TheConfig', 'xmlNamespace': {'uri': 'urn:c'}}}";

        assertThat(body(serialize("{}", input, shapes, Map.of("Config", Map.of("A", "1")), CodecSettings.DEFAULTS)))
                .isEqualTo("<TheConfig xmlns=\"urn:c\"><A>1</A></TheConfig>");
        assertThat(serialize("{}", input, shapes, Map.of("H", "1"),
                CodecSettings.DEFAULTS).body()).isSameAs(HttpBody.EMPTY);
        assertThatThrownBy(() -> serialize("{}", input, shapes, Map.of("Config", Map.of("A",
                    List.of())), CodecSettings.DEFAULTS))
                .hasMessageContaining("parameter Config.A: ");
    }

    @Test
    void aRawPayloadIsTheBodyAsItIs() throws IOException {
        String input = "'payload': 'Body', 'members': {'Body': {'shape': 'Blob', 'streaming': true}}";
        HttpBody own = HttpBody.streamOf(new byte[] {1});

        assertThat(serialize("{}", input, Map.of("Body", own)).body()).isSameAs(own);
        assertThat(body(serialize("{}", input, Map.of("Body", "é")))).isEqualTo("é");
        assertThat(serialize("{}", input, Map.of()).body()).isSameAs(HttpBody.EMPTY);
        HttpBody stream = serialize("{}", input, Map.of("Body", new ByteArrayInputStream(new byte[] {7}))).body();
        assertThat(stream.open().read()).isEqualTo(7);
        assertThatThrownBy(() -> serialize("{}", input, Map.of("Body", 42)))
                .isInstanceOf(ParamValidationException.class).hasMessageContaining("parameter Body: expected a blob");
    }

    @Test
    void withoutInputThePathIsVerbatim() {
        TestModel model = TestModel.of("{'operations': {'Op': {'http': {'method': 'GET', 'requestUri': '/'}}},"
                + " 'shapes': {}}");

        SerializedRequest request = new RestXmlProtocol().compile(model.operation("Op"), CodecSettings.DEFAULTS)
                .serialize(Map.of());

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.urlPath()).isEqualTo("/");
        assertThat(request.hostPrefix()).isNull();
    }

    @Test
    void hostLabelsAreCheckedTogether() {
        TestModel model = TestModel.of("{'operations': {'Op': {'endpoint': {'hostPrefix': '{A}-{B}.'},"
                + " 'input': {'shape': 'In'}}},"
                + "'shapes': {'S': {'type': 'string'}, 'In': {'type': 'structure', 'members': {"
                + "'A': {'shape': 'S', 'hostLabel': true, 'location': 'header', 'locationName': 'x-a'},"
                + "'B': {'shape': 'S', 'hostLabel': true, 'location': 'header', 'locationName': 'x-b'}}}}}");
        var codec = new RestXmlProtocol().compile(model.operation("Op"), CodecSettings.DEFAULTS);

        assertThat(codec.serialize(Map.of("A", "a.1", "B", "b-2")).hostPrefix()).isEqualTo("a.1-b-2.");
        assertThatThrownBy(() -> codec.serialize(Map.of("A", "evil.com/", "B", "")))
                .isInstanceOf(ParamValidationException.class).hasMessageContaining(
                        "Invalid value for parameter(s): A, B. Must contain only alphanumeric characters, hyphen,"
                                + " or period.");
        assertThatThrownBy(() -> codec.serialize(Map.of("A", "a"))).isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("Missing required parameter in input: \"B\"");
    }
}

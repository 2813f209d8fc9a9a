package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
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
import org.tucuxi.http.StreamingBody;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.ResponseParserException;

class RestXmlResponseTest {

    private static final TestModel MODEL = TestModel.of("""
            {'operations': {
              'List': {'output': {'shape': 'ListOutput'}}, 'Head': {'output': {'shape': 'HeadOutput'}},
              'Get': {'output': {'shape': 'GetOutput'}}, 'Text': {'output': {'shape': 'TextOutput'}},
              'Tree': {'output': {'shape': 'Tree'}}, 'Nested': {'output': {'shape': 'NestedOutput'}}, 'None': {}},
             'shapes': {
              'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'N': {'type': 'long'}, 'F': {'type': 'double'},
              'B': {'type': 'boolean'}, 'T': {'type': 'timestamp'}, 'Blob': {'type': 'blob'},
              'E': {'type': 'string', 'enum': ['STANDARD', 'GLACIER']},
              'L': {'type': 'list', 'member': {'shape': 'S'}}, 'TL': {'type': 'list', 'member': {'shape': 'T'}},
              'M': {'type': 'map', 'key': {'shape': 'S', 'locationName': 'Name'}, 'value': {'shape': 'I',
                'locationName': 'Count'}},
              'Object': {'type': 'structure', 'members': {'Key': {'shape': 'S'}, 'Size': {'shape': 'N'},
                'Class': {'shape': 'E'},
                'Modified': {'shape': 'T', 'locationName': 'LastModified'}, 'Data': {'shape': 'Blob'},
                'Type': {'shape': 'S', 'locationName': 'xsi:type', 'xmlAttribute': true}}},
              'Objects': {'type': 'list', 'member': {'shape': 'Object'}},
              'Event': {'type': 'list', 'member': {'shape': 'S'}},
              'U': {'type': 'structure', 'union': true, 'members': {'A': {'shape': 'S'}, 'B': {'shape': 'I'}}},
              'ListOutput': {'type': 'structure', 'members': {'Truncated': {'shape': 'B'}, 'Max': {'shape': 'I'},
                'Rate': {'shape': 'F'},
                'Contents': {'shape': 'Objects', 'flattened': true, 'locationName': 'Object'},
                'Tags': {'shape': 'L'}, 'Counts': {'shape': 'M'}, 'Flat': {'shape': 'M', 'flattened': true},
                'Owner': {'shape': 'Object'}, 'Choice': {'shape': 'U'}, 'Charged': {'shape': 'S', 'location': 'header',
                'locationName': 'x-charged'},
                'Event': {'shape': 'S', 'locationName': 'Event'},
                'Events': {'shape': 'Event', 'flattened': true, 'locationName': 'Event'}}},
              'HeadOutput': {'type': 'structure', 'members': {'Length': {'shape': 'N', 'location': 'header',
                'locationName': 'Content-Length'},
                'Modified': {'shape': 'T', 'location': 'header', 'locationName': 'Last-Modified'},
                'Encrypted': {'shape': 'B', 'location': 'header', 'locationName': 'x-e'}, 'Status': {'shape': 'I',
                  'location': 'statusCode'},
                'Names': {'shape': 'L', 'location': 'header', 'locationName': 'x-names'},
                'Times': {'shape': 'TL', 'location': 'header', 'locationName': 'x-times'},
                'Metadata': {'shape': 'M', 'location': 'headers', 'locationName': 'x-amz-meta-'}}},
              'GetOutput': {'type': 'structure', 'payload': 'Body', 'members': {'Body': {'shape': 'Blob',
                'streaming': true},
                'ETag': {'shape': 'S', 'location': 'header', 'locationName': 'ETag'}}},
              'TextOutput': {'type': 'structure', 'payload': 'Policy', 'members': {'Policy': {'shape': 'S'}}},
              'NestedOutput': {'type': 'structure', 'payload': 'Object', 'members': {'Object': {'shape': 'Object'}}},
              'Tree': {'type': 'structure', 'members': {'Name': {'shape': 'S'}, 'Child': {'shape': 'Tree'}}}}}
            """);

    private static OperationCodec codec(String operation) {
        return new RestXmlProtocol().compile(MODEL.operation(operation), CodecSettings.DEFAULTS);
    }

    private static Map<String, Object> parse(String operation, String body, String... headers) {
        return codec(operation).parse(response(body, headers));
    }

    private static RawResponse response(String body, String... headers) {
        return new RawResponse(200, headers(headers), body.getBytes(StandardCharsets.UTF_8), new HashMap<>());
    }

    private static HttpHeaders headers(String... namesAndValues) {
        HttpHeaders headers = new HttpHeaders();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    private static Map<String, Object> list(String members) {
        Map<String, Object> result = parse("List", "<?xml version=\"1.0\"?>\n<Result xmlns=\"urn:s3\">" + members
                + "</Result>");
        result.remove("ResponseMetadata");
        return result;
    }

    @Test
    void scalarsAreConverted() {
        assertThat(list("<Truncated>true</Truncated><Max>5</Max><Rate>1.5</Rate>"))
                .containsExactly(Map.entry("Truncated", true), Map.entry("Max", 5), Map.entry("Rate", 1.5));
        assertThat(list("<Truncated>True</Truncated>")).containsEntry("Truncated", false);
    }

    @Test
    void membersComeInTheOrderOfArrivalAndAbsentOnesAreAbsent() {
        assertThat(list("<Max>5</Max><Unknown><Max>6</Max></Unknown><Truncated>true</Truncated>").keySet())
                .containsExactly("Max", "Truncated");
        assertThat(list("")).isEmpty();
    }

    @Test
    void flattenedListsCollectTheirItemsFromAnywhere() {
        assertThat(list("<Object><Key>a</Key><Size>1</Size></Object><Max>2</Max><Object><Key>b</Key>"
                + "</Object>").get("Contents"))
                .isEqualTo(List.of(Map.of("Key", "a", "Size", 1L), Map.of("Key", "b")));
    }

    @Test
    void listsAndMapsAreRead() {
        Map<String, Object> result = list("<Tags><x>1</x><member/></Tags>"
                + "<Counts><entry><Name>a</Name><Count>1</Count></entry><entry><Count>2</Count><Name>b</Name></entry>"
                + "</Counts>"
                + "<Flat><Name>c</Name><Count>3</Count></Flat><Flat><Name>d</Name><Count>4</Count></Flat>");

        assertThat(result).containsEntry("Tags", List.of("1", "")).containsEntry("Counts", Map.of("a", 1, "b", 2))
                .containsEntry("Flat", Map.of("c", 3, "d", 4));
        assertThat(list("<Tags/><Counts></Counts>")).containsEntry("Tags", List.of()).containsEntry("Counts", Map.of());
    }

    @Test
    void ofRepeatedElementsTheFirstCounts() {
        assertThat(list("<Max>1</Max><Max>2</Max><Owner><Key>a</Key></Owner><Owner><Key>b</Key></Owner>"))
                .isEqualTo(Map.of("Max", 1, "Owner", Map.of("Key", "a")));
    }

    @Test
    void twoMembersMayComeFromOneElement() {
        assertThat(list("<Event>a</Event>")).isEqualTo(Map.of("Event", "a", "Events", List.of("a")));
        assertThat(list("<Event>a</Event><Event>b</Event>")).containsEntry("Events", List.of("a", "b"));
    }

    @Test
    void attributesAreFoundUnderAnyPrefix() {
        assertThat(list("<Owner xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"CanonicalUser\">"
                + "<Key>k</Key></Owner>"))
                .isEqualTo(Map.of("Owner", Map.of("Type", "CanonicalUser", "Key", "k")));
    }

    @Test
    void timesAndBlobsAreDecoded() {
        Map<?, ?> owner = (Map<?, ?>) list("<Owner><LastModified>2009-10-12T17:50:30.000Z</LastModified>"
                + "<Data>dmFs\ndWU=</Data></Owner>")
                .get("Owner");

        assertThat(owner.get("Modified")).isEqualTo(Instant.parse("2009-10-12T17:50:30Z"));
        assertThat((byte[]) owner.get("Data")).asString(StandardCharsets.UTF_8).isEqualTo("value");
    }

    @Test
    void unionsHaveExactlyOneMember() {
        assertThat(list("<Choice><B>1</B></Choice>")).containsEntry("Choice", Map.of("B", 1));
        assertThat(list("<Choice><New>1</New></Choice>"))
                .containsEntry("Choice", Map.of("SDK_UNKNOWN_MEMBER", Map.of("name", "New")));
        for (String broken : List.of("", "<A/><B>1</B>", "<A/><New/>", "<New/><Newer/>")) {
            assertThatThrownBy(() -> list("<Choice>" + broken + "</Choice>"))
                    .isInstanceOf(ResponseParserException.class)
                    .hasMessageContaining("at Choice").hasMessageContaining("exactly one member");
        }
    }

    @Test
    void constantsAreSharedAndUnknownOnesKept() {
        Map<String, Object> result = list("<Object><Class>GLACIER</Class></Object><Object><Class>NEW</Class></Object>");

        assertThat(result.get("Contents")).isEqualTo(List.of(Map.of("Class", "GLACIER"), Map.of("Class", "NEW")));
    }

    @Test
    void structuresMayContainThemselves() {
        Map<String, Object> result = parse("Tree",
                "<T><Name>1</Name><Child><Name>2</Name><Child><Name>3</Name></Child></Child></T>");
        result.remove("ResponseMetadata");

        assertThat(result).isEqualTo(Map.of("Name", "1", "Child", Map.of("Name", "2", "Child", Map.of("Name", "3"))));
    }

    @Test
    void headersBecomeMembers() {
        Map<String, Object> result = parse("Head", "", "content-length", "5000000000", "Last-Modified",
                "Wed, 12 Oct 2009 17:50:00 GMT",
                "x-e", "true", "x-names", "a, \"b,c\" ,\"d\\\"\"", "x-names", "e", "x-times",
                "Mon, 16 Dec 2019 23:48:18 GMT, 2019-12-16T23:48:18Z", "X-Amz-Meta-Color", "grey");

        assertThat(result).containsEntry("Length", 5000000000L).containsEntry("Modified", Instant
                .parse("2009-10-12T17:50:00Z"))
                .containsEntry("Encrypted", true).containsEntry("Status", 200)
                .containsEntry("Names", List.of("a", "b,c", "d\"", "e"))
                .containsEntry("Times", List.of(Instant.parse("2019-12-16T23:48:18Z"), Instant
                .parse("2019-12-16T23:48:18Z")))
                .containsEntry("Metadata", Map.of("Color", "grey"));
    }

    @Test
    void theMapOfPrefixHeadersIsAlwaysThere() {
        assertThat(parse("Head", "")).containsEntry("Metadata", Map.of()).doesNotContainKey("Length");
    }

    @Test
    void headerMembersAreNotLookedUpInTheBody() {
        assertThat(list("<x-charged>body</x-charged><Charged>body</Charged>")).isEmpty();
    }

    @Test
    void metadataTellsAboutTheResponse() {
        RawResponse response = response("", "X-Amz-Request-Id", "R", "x-amz-id-2", "H", "ETag", "\"e\"");
        response.context().put("checksum", Map.of("response_algorithm", "crc32"));

        assertThat(codec("None").parse(response)).isEqualTo(Map.of("ResponseMetadata",
                    Map.of("RequestId", "R", "HostId", "H",
                "HTTPStatusCode", 200, "HTTPHeaders", Map.of("x-amz-request-id", "R", "x-amz-id-2", "H", "etag",
                        "\"e\""),
                "ChecksumAlgorithm", "crc32")));
        assertThat(parse("None", "ignored", "x-amzn-requestid", "N").get("ResponseMetadata"))
                .isEqualTo(Map.of("RequestId", "N", "HTTPStatusCode", 200, "HTTPHeaders",
                    Map.of("x-amzn-requestid", "N")));
    }

    @Test
    void resultsTakeWhatHandlersPutIn() {
        Map<String, Object> result = parse("List", "<R><Max>1</Max></R>");
        result.put("Added", "by a handler");
        result.remove("Max");

        assertThat(result.keySet()).containsExactly("ResponseMetadata", "Added");
    }

    @Test
    void aStreamIsHandedOver() throws Exception {
        StreamingBody body = new StreamingBody(new ByteArrayInputStream(new byte[] {1}), 1);
        Map<String, Object> result = codec("Get").parse(new RawResponse(200, headers("ETag", "e"), body,
                new HashMap<>()));

        assertThat(result.get("Body")).isSameAs(body);
        assertThat(result).containsEntry("ETag", "e");
    }

    @Test
    void anyOtherStreamIsCheckedAgainstItsLength() {
        Map<String, Object> result = codec("Get").parse(new RawResponse(200, headers("Content-Length", "5"),
                new ByteArrayInputStream(new byte[] {1}), new HashMap<>()));

        assertThat(((StreamingBody) result.get("Body")).contentLength()).isEqualTo(5);
    }

    @Test
    void payloadsInMemoryAreBytesTextAndStructures() {
        assertThat(parse("Get", "raw").get("Body")).isEqualTo("raw".getBytes(StandardCharsets.UTF_8));
        assertThat(parse("Get", "")).doesNotContainKey("Body");
        assertThat(parse("Text", "{\"é\": 1}")).containsEntry("Policy", "{\"é\": 1}");
        assertThat(parse("Nested", "<Any><Key>k</Key></Any>")).containsEntry("Object", Map.of("Key", "k"));
        assertThat(parse("Nested", "")).containsEntry("Object", Map.of());
    }

    @Test
    void aTextPayloadThatIsNoUtf8IsRefused() {
        RawResponse response = new RawResponse(200, headers(), new byte[] {(byte) 0xff}, new HashMap<>());

        assertThatThrownBy(() -> codec("Text").parse(response)).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining("at Policy").hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Max>x</Max>", "<Max/>", "<Max>99999999999999999999</Max>", "<Rate>1,5</Rate>"})
    void malformedNumbersNameOperationAndPlace(String member) {
        assertThatThrownBy(() -> list(member)).isInstanceOf(ResponseParserException.class)
                .hasMessageStartingWith("Unable to parse response of Test List at ").hasMessageContaining("expected a");
    }

    @Test
    void thePlaceIsAPath() {
        assertThatThrownBy(() -> list("<Object/><Object><Size>big</Size></Object>"))
                .hasMessage("Unable to parse response of Test List at Contents[1].Size:"
                        + " expected an integer of at most 64 bits, got \"big\"");
        assertThatThrownBy(() -> parse("Head", "", "Content-Length", "big")).hasMessageContaining("at Length: ");
        assertThatThrownBy(() -> list("<Counts><entry><Name>k</Name><Count>x</Count></entry></Counts>"))
                .hasMessageContaining("at Counts.k: ");
    }

    @Test
    void mapsRefuseForeignElements() {
        assertThatThrownBy(() -> list("<Counts><entry><Name>a</Name><Other>1</Other></entry></Counts>"))
                .isInstanceOf(ResponseParserException.class).hasMessageContaining("\"Other\"");
        assertThatThrownBy(() -> list("<Counts><entry><Name>a</Name></entry></Counts>"))
                .hasMessageContaining("without value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Result><Max>1</Max>", "not XML", "<Result><Max>1</Max></Result><More/>", "<a>\u0001</a>",
        "<!DOCTYPE Result [<!ENTITY x 'y'>]><Result><Max>&x;</Max></Result>"})
    void brokenDocumentsAreRefused(String body) {
        assertThatThrownBy(() -> parse("List", body)).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining("Test List").hasMessageContaining("invalid XML received");
    }

    @Test
    void deepDocumentsAreRefusedAlsoInRecursiveShapes() {
        String deep = "<Child>".repeat(100_000);

        assertThatThrownBy(() -> parse("Tree", "<T>" + deep)).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining("500 elements");
    }
}

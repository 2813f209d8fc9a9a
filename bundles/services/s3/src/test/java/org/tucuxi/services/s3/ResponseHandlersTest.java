package org.tucuxi.services.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.BeforeParse;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.RawResponse;
import org.tucuxi.protocol.ResponseParserException;

class ResponseHandlersTest {

    private static int statusOf(String operation, int status, String body) {
        BeforeParse event = Events.parse(operation, status, body, Map.of());
        new ErrorInSuccess().handle(event);
        return event.responseDict().status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Error><Code>InternalError</Code></Error>", "<?xml version=\"1.0\"?>\n\n  <Error/>",
        "<!-- c --><Error></Error>", "<CopyObjectResult><ETag>", "<CopyObjectResult><ETag></CopyObjectResult></ETag>",
        "<a></a><b></b>", "<a></a>text", "no xml", "<a><b></a>", "<a", "   ", "<a>&undefined;<![CDATA[</a>"})
    void takesAnErrorInside200AsAServerError(String body) {
        assertThat(statusOf("CopyObject", 200, body)).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<CopyObjectResult><ETag>x</ETag></CopyObjectResult>", "",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n   <R xmlns=\"http://s3/\"><a b='>' /><a>t &amp; ü</a></R>\n",
        "<R><Error/></R>", "<R><!-- <x> --><![CDATA[</R>]]></R>", "<Ergebnis\n a=\"1\"\n></Ergebnis\n>",
        "<a.b><c:d/></a.b>",
        "<!DOCTYPE R><R/>", "<Größe/>"})
    void leavesARealSuccess(String body) {
        assertThat(statusOf("CopyObject", 200, body)).isEqualTo(200);
    }

    @Test
    void looksOnlyAtXmlOutputsOf200() {
        assertThat(statusOf("CopyObject", 400, "<Error/>")).isEqualTo(400);
        assertThat(statusOf("GetObject", 200, "<Error/>")).as("a blob").isEqualTo(200);
        assertThat(statusOf("GetBucketPolicy", 200, "no xml")).as("a string").isEqualTo(200);
        assertThat(statusOf("SelectObjectContent", 200, "no xml")).as("an event stream").isEqualTo(200);
        assertThat(statusOf("DeleteBucket", 200, "<Error/>")).as("no output").isEqualTo(200);
    }

    @Test
    void leavesAStreamUnread() {
        ByteArrayInputStream stream = new ByteArrayInputStream("<Error/>".getBytes());
        BeforeParse event = new BeforeParse("before-parse.s3.CopyObject", Events.operation("CopyObject"),
                new RawResponse(200, new HttpHeaders(), stream, new HashMap<>()), new HashMap<>());

        new ErrorInSuccess().handle(event);

        assertThat(event.responseDict().status()).isEqualTo(200);
        assertThat(stream.available()).isEqualTo(8);
    }

    @Test
    void nestsDeeperThanTheScanGoes() {
        String deep = "<a>".repeat(100) + "</a>".repeat(100);

        assertThat(statusOf("CopyObject", 200, deep)).isEqualTo(200);
        assertThat(statusOf("CopyObject", 200, deep + "</a>")).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Wed, 21 Oct 2015 07:28:00 GMT | true",
        "2015-10-21T07:28:00Z          | true",
        "1445412480                    | true",
        "never                         | false",
        "Wed, 41 Oct 2015 07:28:00 GMT | false",
        "2015-10-21                    | true",
        "2015-10-21 07:28:00           | true",
        "2015-10-21T07:28+02:00        | true",
        "20151021T072800Z              | true",
        "21 Oct 2015 07:28 +0200       | true",
        "Wed Oct 21 07:28:00 2015      | true",
        "253402300799                  | true",
        // The parser of the response would fail at these, and the object could not be read.
        "253402300800                  | false",
        "1d                            | false",
        "0x1p3                         | false",
        "NaN                           | false",
        "Sat, 31 Feb 2015 07:28:00 GMT | false",
        "2015-02-29                    | false",
        "2015-10-21T24:00:00Z          | false",
        "2015-10-21T07:28:00+01:00:30  | false",
        "+12015-10-21T07:28:00Z        | false",
        "0000-01-01                    | false",
    })
    void handsOutTheTextOfExpires(String text, boolean isTime) {
        BeforeParse event = Events.parse("GetObject", 200, "", Map.of("Expires", text));

        new ExpiresText().handle(event);

        assertThat(event.customizedResponseDict()).containsEntry("ExpiresString", text);
        assertThat(event.responseDict().headers().contains("Expires")).isEqualTo(isTime);
    }

    @Test
    void leavesAnExpiresThatIsNotModelled() {
        BeforeParse event = Events.parse("ListBuckets", 200, "", Map.of("Expires", "never"));

        new ExpiresText().handle(event);

        assertThat(event.customizedResponseDict()).isEmpty();
        assertThat(event.responseDict().headers().contains("Expires")).isTrue();
    }

    @Test
    void bringsTheParsedStatusToTheResponse() {
        HttpResponse response = HttpResponse.of(200, new HttpHeaders(), "");
        Map<String, Object> parsed = Map.of("ResponseMetadata", Map.of("HTTPStatusCode", 500));

        assertThat(new ParsedStatus().handle(retry(response, parsed))).isNull();
        assertThat(response.status()).isEqualTo(500);
        assertThat(new ParsedStatus().handle(retry(null, null))).isNull();
    }

    private static NeedsRetry retry(HttpResponse response, Map<String, Object> parsed) {
        return new NeedsRetry("needs-retry.s3.CopyObject", response, parsed, null, Events.operation("CopyObject"), 1,
                null,
                null);
    }

    private static Map<String, Object> location(int status, String body) {
        AfterCall event = Events.after("GetBucketLocation", status, body, new HashMap<>(), new HashMap<>());
        new BucketLocation().handle(event);
        return event.parsed();
    }

    @Test
    void readsTheLocationOfABucket() {
        String start = "<?xml version=\"1.0\"?>\n<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

        assertThat(location(200, start + ">eu-west-1</LocationConstraint>")).containsEntry("LocationConstraint",
                "eu-west-1");
        assertThat(location(200, start + "/>")).containsEntry("LocationConstraint", null);
        assertThat(location(200, "")).as("a stubbed answer").isEmpty();
        assertThat(location(403, "<Error><Code>AccessDenied</Code></Error>")).isEmpty();
        assertThatThrownBy(() -> location(200, "<Location")).isInstanceOf(ResponseParserException.class);
    }

    private static Map<String, Object> decoded(String operation, boolean autoSet, Map<String, Object> parsed) {
        Map<String, Object> context = new HashMap<>();
        if (autoSet) {
            context.put("encoding_type_auto_set", true);
        }
        AfterCall event = Events.after(operation, 200, "", new LinkedHashMap<>(parsed), context);
        new ListDecoding().handle(event);
        return event.parsed();
    }

    private static List<Map<String, Object>> items(String member, String... values) {
        return java.util.Arrays.stream(values).<Map<String, Object>>map(value -> new HashMap<>(Map.of(member, value)))
                .toList();
    }

    @Test
    void decodesTheKeysOfLists() {
        Map<String, Object> list = decoded("ListObjectsV2", true, Map.of("EncodingType", "url", "Prefix", "a%2Fb",
                "StartAfter", "x+y", "Contents", items("Key", "a+b%20c", "%C3%BC"), "CommonPrefixes",
                items("Prefix", "d%2F")));

        assertThat(list).containsEntry("Prefix", "a/b").containsEntry("StartAfter", "x y")
                .containsEntry("Contents", items("Key", "a b c", "ü")).containsEntry("CommonPrefixes", items("Prefix",
                "d/"));
    }

    @Test
    void decodesWhatBelongsToEachKindOfList() {
        assertThat(decoded("ListObjects", true, Map.of("EncodingType", "url", "Marker", "%41", "NextMarker", "%42",
                "Prefix",
                "%43"))).containsEntry("Marker", "A").containsEntry("NextMarker", "B").containsEntry("Prefix", "%43");
        assertThat(decoded("ListObjectVersions", true, Map.of("EncodingType", "url", "KeyMarker", "%41",
                "NextKeyMarker",
                "%42", "Versions", items("Key", "%43"), "DeleteMarkers", items("Key", "%44"))))
                .containsEntry("KeyMarker", "A").containsEntry("NextKeyMarker", "B")
                .containsEntry("Versions", items("Key", "C")).containsEntry("DeleteMarkers", items("Key", "D"));
    }

    @Test
    void leavesTheDecodingToACallerWhoAskedForTheEncoding() {
        Map<String, Object> list = Map.of("EncodingType", "url", "Prefix", "%41");

        assertThat(decoded("ListObjectsV2", false, list)).isEqualTo(list);
        assertThat(decoded("ListObjectsV2", true, Map.of("Prefix", "%41"))).containsEntry("Prefix", "%41");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a+b%20c|a b c", "%C3%BC%|ü%", "%zz%4|%zz%4", "100%|100%", "%F0%9F%98%80|😀"})
    void decodesLikeTheReference(String text, String decoded) {
        assertThat(UrlText.decode(text)).isEqualTo(decoded);
    }
}

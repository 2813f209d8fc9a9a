package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.ResponseParserException;
import org.tucuxi.protocols.cbor.CborFormat;
import org.tucuxi.protocols.cbor.Hex;

class CborResponseTest {

    private static final TestModel MODEL = TestModel.of("""
            {'metadata': {'targetPrefix': 'T'},
             'operations': {'Op': {'output': {'shape': 'Out'}}, 'None': {}},
             'shapes': {
              'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'N': {'type': 'long'}, 'F': {'type': 'float'},
              'D': {'type': 'double'}, 'B': {'type': 'boolean'}, 'T': {'type': 'timestamp'}, 'Blob': {'type': 'blob'},
              'BI': {'type': 'biginteger'}, 'BD': {'type': 'bigdecimal'},
              'E': {'type': 'string', 'enum': ['STANDARD', 'GLACIER']},
              'L': {'type': 'list', 'member': {'shape': 'S'}}, 'EL': {'type': 'list', 'member': {'shape': 'E'}},
              'M': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'I'}},
              'SM': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'I'}, 'sparse': true},
              'NM': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'Nested'}},
              'U': {'type': 'structure', 'union': true, 'members': {'A': {'shape': 'S'}, 'B': {'shape': 'I'}}},
              'Nested': {'type': 'structure', 'members': {'A': {'shape': 'S'}, 'Next': {'shape': 'Nested'}}},
              'Event': {'type': 'structure', 'event': true, 'members': {'Id': {'shape': 'S', 'eventheader': true},
                'Text': {'shape': 'S'}}},
              'Out': {'type': 'structure', 'members': {
                'S': {'shape': 'S'}, 'I': {'shape': 'I'}, 'N': {'shape': 'N'}, 'F': {'shape': 'F'}, 'D': {'shape': 'D'},
                'B': {'shape': 'B'}, 'T': {'shape': 'T', 'timestampFormat': 'iso8601'}, 'Blob': {'shape': 'Blob'},
                'BI': {'shape': 'BI'}, 'BD': {'shape': 'BD'}, 'L': {'shape': 'L'}, 'EL': {'shape': 'EL'},
                'M': {'shape': 'M'}, 'SM': {'shape': 'SM'}, 'NM': {'shape': 'NM'}, 'U': {'shape': 'U'},
                'X': {'shape': 'Nested'},
                'Renamed': {'shape': 'S', 'locationName': 'Wire'},
                'Taken': {'shape': 'S', 'locationName': 'S'}}},
              'Coded': {'type': 'structure', 'exception': true, 'error': {'code': 'Its.Code'},
                'members': {'message': {'shape': 'S'}, 'Detail': {'shape': 'I'}}}}}
            """);

    private static Map<String, Object> parse(int status, String hex, String... headers) {
        return parse("Op", status, hex, headers);
    }

    private static Map<String, Object> parse(String operation, int status, String hex, String... headers) {
        HttpHeaders all = new HttpHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new RpcV2CborProtocol().compile(MODEL.operation(operation), CodecSettings.DEFAULTS)
                .parse(new RawResponse(status, all, Hex.bytes(hex), new HashMap<>()));
    }

    private static Map<String, Object> result(String hex) {
        Map<String, Object> result = parse(200, hex);
        result.remove("ResponseMetadata");
        return result;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> metadata(Map<String, Object> result) {
        return (Map<String, Object>) result.get("ResponseMetadata");
    }

    /** The value of a member with a name of one letter or two. */
    private static Object value(String member, String hex) {
        return result("a1 6" + member.length() + Hex.of(member.getBytes()) + hex).get(member);
    }

    @Test
    void everyTypeHasItsJavaType() {
        assertThat(value("S", "62c3a9")).isEqualTo("é");
        assertThat(value("I", "05")).isEqualTo(5);
        assertThat(value("N", "05")).isEqualTo(5L);
        assertThat(value("B", "f5")).isEqualTo(true);
        assertThat(value("Blob", "420102")).isEqualTo(new byte[] {1, 2});
        assertThat(value("T", "c11a535fefce")).isEqualTo(Instant.parse("2014-04-29T18:30:38Z"));
    }

    /** Some services send more than they model, as in the other protocols. */
    @Test
    void anIntegerThatIsTooLargeIsALong() {
        assertThat(value("I", "1b0000000100000000")).isEqualTo(1L << 32);
        assertThat(value("I", "3a7fffffff")).isEqualTo(Integer.MIN_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"f90000,0.0", "f98000,-0.0", "f93c00,1.0", "f93e00,1.5", "f97bff,65504.0",
            "f90001,5.960464477539063e-8",
            "f90400,0.00006103515625", "f9c400,-4.0", "f97c00,Infinity", "f9fc00,-Infinity", "f97e00,NaN", "f97c01,NaN",
            "fa40f40000,7.625", "fa7f800000,Infinity", "fbc010666666666666,-4.1", "05,5.0", "24,-5.0",
            "1bffffffffffffffff,18446744073709551615", "3bffffffffffffffff,-18446744073709551616"})
    void everyNumberIsADoubleHoweverShortItIs(String hex, double number) {
        assertThat(value("D", hex)).isEqualTo(number);
        assertThat(value("F", hex)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"c1fb41cc37db380fbe77,2000-01-02T20:34:56.123Z", "c100,1970-01-01T00:00:00Z",
            "c129,1969-12-31T23:59:50Z", "c1fbbfe0000000000000,1969-12-31T23:59:59.500Z",
            "c1f93c00,1970-01-01T00:00:01Z",
            "c1fb41d4d7fbf3800000,2014-04-29T18:30:38Z", "1a535fefce,2014-04-29T18:30:38Z",
            "d8011a535fefce,2014-04-29T18:30:38Z"})
    void timestampsAreSecondsWithOrWithoutFraction(String hex, Instant time) {
        assertThat(value("T", hex)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0 74 323031332d30332d32315432303a30343a30305a", "c1 61 31", "c1 f6", "c1 f97e00",
            "c1 f97c00", "c1 c1 00", "c1 1bffffffffffffffff", "c1 3b7fffffffffffffff", "c1 fb7fefffffffffffff",
            "d9d9f7 00", "61 31"})
    void whatIsNoTimestampNamesItsMember(String hex) {
        assertThatThrownBy(() -> value("T", hex)).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining("Unable to parse response of Test Op at T: expected ");
    }

    @Test
    void numbersOfAnySizeComeWithTagsOrWithout() {
        BigInteger huge = BigInteger.ONE.shiftLeft(64);
        assertThat(value("BI", "0a")).isEqualTo(BigInteger.TEN);
        assertThat(value("BI", "1bffffffffffffffff")).isEqualTo(huge.subtract(BigInteger.ONE));
        assertThat(value("BI", "3bffffffffffffffff")).isEqualTo(huge.negate());
        assertThat(value("BI", "c249010000000000000000")).isEqualTo(huge);
        assertThat(value("BI", "c349010000000000000000")).isEqualTo(huge.not());
        assertThat(value("BD", "c48221196ab3")).isEqualTo(new BigDecimal("273.15"));
        assertThat(value("BD", "c49f21196ab3ff")).isEqualTo(new BigDecimal("273.15"));
        assertThat(value("BD", "05")).isEqualTo(new BigDecimal("5"));
        assertThat(value("BD", "fb3fb999999999999a")).isEqualTo(new BigDecimal("0.1"));
    }

    @ParameterizedTest
    @CsvSource({"BI,c4820101", "BI,c25a00000010", "BI,6135", "BD,c48101", "BD,c483010101", "BD,c49f01ff",
            "BD,c4821a7fffffff01", "BD,c2410a", "BD,f97e00", "BI,c2590201" })
    void whatIsNoSuchNumberIsAFault(String member, String hex) {
        assertThatThrownBy(() -> value(member, hex)).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining(" at " + member + ": expected ");
    }

    @Test
    void unknownMembersAreSkippedWhateverTheyHold() {
        assertThat(result("bf 6161 a2 01 9f 01 7f 6161 ff ff 6162 c2 41 00 6162 d81c 82 f6 f820 6153 6178 ff"))
                .containsExactly(entry("S", "x"));
    }

    @Test
    void nullMembersAreAbsent() {
        assertThat(result("a3 6153 f6 6149 f7 6142 f4")).containsExactly(entry("B", false));
    }

    @Test
    void nullsStayInListsAndLeaveMapsThatAreNotSparse() {
        Map<String, Object> sparse = new HashMap<>(Map.of("a", 1));
        sparse.put("b", null);
        assertThat(value("L", "836161f66162")).isEqualTo(Arrays.asList("a", null, "b"));
        assertThat(value("M", "a2 6161 01 6162 f6")).isEqualTo(Map.of("a", 1));
        assertThat(value("SM", "a2 6161 01 6162 f6")).isEqualTo(sparse);
    }

    @Test
    void indefiniteLengthsMeanTheSame() {
        assertThat(result("bf 7f 61 53 ff 7f 61 61 60 61 62 ff 7f 61 4c ff 9f 7f ff ff 62 424c 5f ff"
                + "64 426c6f62 5f 41 01 41 02 ff 61 4d bf 7f 6161 ff 01 ff ff"))
                .containsEntry("S", "ab").containsEntry("L", List.of("")).containsEntry("M", Map.of("a", 1))
                .containsEntry("Blob", new byte[] {1, 2});
    }

    /** RFC 8949 forbids it; the reference joins the chunks before it looks at characters. */
    @Test
    void aCharacterMayLieAcrossTwoChunks() {
        assertThat(value("S", "7f 61c3 61a9 ff")).isEqualTo("é");
    }

    @Test
    void namesOfAnEnumerationAreTheSameStrings() {
        List<?> names = (List<?>) value("EL", "83 685354414e44415244 685354414e44415244 634e4557");

        assertThat(names.get(0)).isEqualTo("STANDARD").isSameAs(names.get(1));
        assertThat(names.get(2)).isEqualTo("NEW");
    }

    /** The reference hands structures inside maps through as they come. */
    @Test
    void structuresInsideMapsFollowTheirModel() {
        assertThat(value("NM", "a1 616b a2 6141 6178 615a 01")).isEqualTo(Map.of("k", Map.of("A", "x")));
    }

    /** The reference writes the locationName and reads the member's name; here both are read. */
    @Test
    void aMemberMayComeUnderItsNameOrItsWireName() {
        assertThat(result("a1 6752656e616d6564 6178")).containsExactly(entry("Renamed", "x"));
        assertThat(result("a1 6457697265 6178")).containsExactly(entry("Renamed", "x"));
        assertThat(result("a1 6153 6178")).containsExactly(entry("S", "x"));
    }

    @Test
    void unionsHaveExactlyOneMember() {
        assertThat(value("U", "a3 6141 6178 6142 f6 665f5f74797065 6155")).isEqualTo(Map.of("A", "x"));
        assertThatThrownBy(() -> value("U", "a2 6141 6178 6142 01")).hasMessageContaining(
                " at U: expected exactly one member of the union U, got 2");
        assertThatThrownBy(() -> value("U", "a0")).hasMessageContaining("got 0");
    }

    /** So says the reference of this protocol alone. */
    @Test
    void anUnknownMemberOfAUnionLeavesAnEmptyMap() {
        assertThat(value("U", "a1 615a 01")).isEqualTo(Map.of());
    }

    /** The reference fails here. */
    @Test
    void anEmptyBodyIsAnEmptyMap() {
        assertThat(result("")).isEmpty();
    }

    @Test
    void withoutOutputTheBodyDoesNotMatter() {
        Map<String, Object> result = parse("None", 200, "ff", "x-amzn-requestid", "R");

        assertThat(result).containsOnlyKeys("ResponseMetadata");
        assertThat(metadata(result)).doesNotContainKey("RequestId");
    }

    @Test
    void theRequestIdComesFromTheHeaders() {
        assertThat(metadata(parse(200, "a0", "X-Amzn-RequestId", "R")))
                .containsEntry("RequestId", "R").containsEntry("HTTPStatusCode", 200);
    }

    @Test
    void faultsNameTheMemberAndTheByte() {
        assertThatThrownBy(() -> result("a1 6158 a1 644e657874 a1 6141 05")).isInstanceOf(ResponseParserException.class)
                .hasMessage("Unable to parse response of Test Op at X.Next.A: expected a text, got an integer"
                        + " (at byte 12)");
        assertThatThrownBy(() -> result("a1 614c 82 6161 01")).hasMessageContaining(" at L[1]: ");
        assertThatThrownBy(() -> result("a1 614d a1 616b 6161")).hasMessageContaining(" at M.k: ");
        assertThatThrownBy(() -> result("80")).hasMessageContaining(": expected a map, got an array (at byte 0)");
        assertThatThrownBy(() -> result("a000")).hasMessageContaining("expected the end of the document");
        assertThatThrownBy(() -> value("S", "c2 41 00")).hasMessageContaining("expected a text, got the tag 2");
    }

    @Test
    void aDocumentOfAPayloadIsReadByItself() {
        var format = new CborFormat(MODEL.operation("Op"));

        assertThat(format.payload(MODEL.shape("Event")).read(Hex.bytes("a2 624964 6131 6454657874 6178")))
                .isEqualTo(Map.of("Text", "x"));
        assertThat(format.payload(MODEL.shape("Event")).read(new byte[0])).isEqualTo(Map.of());
        assertThat(format.payload(MODEL.shape("U")).read(new byte[0])).isNull();
        assertThat(format.payload(MODEL.shape("L")).read(new byte[] {(byte) 0x80})).isEqualTo(List.of());
    }

    private static final String TYPE = "665f5f74797065";
    private static final String MESSAGE = "676d657373616765 626869";

    @Test
    void anErrorHasItsCodeWithoutNamespace() {
        Map<String, Object> result = parse(400, "a3" + TYPE + "6b 612e6223 4974732e436f64" + MESSAGE
                + "6644657461696c 05", "x-amzn-requestid", "R");

        assertThat(result.get("Error")).isEqualTo(Map.of("Code", "Its.Cod", "Message", "hi"));
        assertThat(metadata(result)).containsEntry("RequestId", "R")
                .containsEntry("HTTPStatusCode", 400);
    }

    @Test
    void theMembersOfAModelledErrorAreOnTop() {
        Map<String, Object> result = parse(400, "a3" + TYPE + "6a 6e23 4974732e436f6465" + MESSAGE
                + "6644657461696c 05");

        assertThat(result.get("Error")).isEqualTo(Map.of("Code", "Its.Code", "Message", "hi"));
        assertThat(result).containsEntry("message", "hi").containsEntry("Detail", 5);
    }

    @Test
    void theMessageMayBeginWithACapital() {
        assertThat(parse(400, "a1 674d657373616765 626869").get("Error"))
                .isEqualTo(Map.of("Code", "400", "Message", "hi"));
    }

    @Test
    void theCodeOfTheQueryProtocolGoesFirst() {
        assertThat(parse(400, "a1" + TYPE + "634e6577", "x-amzn-query-error", "Old;Sender").get("Error"))
                .isEqualTo(Map.of("Code", "Old", "QueryErrorCode", "New", "Type", "Sender", "Message", ""));
    }

    /** The reference fails here. */
    @Test
    void anErrorWithoutBodyHasItsStatusForACode() {
        assertThat(parse(404, "").get("Error")).isEqualTo(Map.of("Code", "404", "Message", ""));
        assertThat(parse(503, "").get("Error")).isEqualTo(Map.of("Code", "503", "Message", "Service Unavailable"));
    }

    /** The reference complains of the body and hides the error. */
    @ParameterizedTest
    @ValueSource(strings = {"7b7d", "ff", "a1", "80", "3c68746d6c3e", "bf6161"})
    void anErrorThatIsNoCborIsWhatHttpTells(String hex) {
        assertThat(parse(403, hex).get("Error")).isEqualTo(Map.of("Code", "403", "Message", "Forbidden"));
    }

    @Test
    void aCodeThatIsNoTextIsNone() {
        assertThat(parse(400, "a2" + TYPE + "05 676d657373616765 f6").get("Error"))
                .isEqualTo(Map.of("Code", "400", "Message", ""));
    }
}

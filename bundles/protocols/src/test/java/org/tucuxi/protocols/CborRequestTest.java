package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.ParamValidationException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.cbor.CborFormat;
import org.tucuxi.protocols.cbor.Hex;

class CborRequestTest {

    private static final String MODEL = """
            {'metadata': {'targetPrefix': 'Target_1'%s},
             'operations': {
              'Op': {'input': {'shape': 'In'}, 'output': {'shape': 'In'}}, 'None': {},
              'Get': {'input': {'shape': 'Nested'}, 'http': {'method': 'GET', 'requestUri': '/ignored'}},
              'Hosted': {'input': {'shape': 'In'}, 'endpoint': {'hostPrefix': 'data-{S}.'}},
              'Events': {'input': {'shape': 'StreamIn'}, 'output': {'shape': 'StreamOut'}}},
             'shapes': {
              'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'N': {'type': 'long'}, 'F': {'type': 'float'},
              'D': {'type': 'double'}, 'B': {'type': 'boolean'}, 'T': {'type': 'timestamp'}, 'Blob': {'type': 'blob'},
              'BI': {'type': 'biginteger'}, 'BD': {'type': 'bigdecimal'},
              'L': {'type': 'list', 'member': {'shape': 'S'}}, 'M': {'type': 'map', 'key': {'shape': 'S'},
                'value': {'shape': 'I'}},
              'SL': {'type': 'list', 'member': {'shape': 'S'}, 'sparse': true},
              'SM': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'I'}, 'sparse': true},
              'Nested': {'type': 'structure', 'members': {'A': {'shape': 'S'}, 'Next': {'shape': 'Nested'}}},
              'Event': {'type': 'structure', 'event': true, 'members': {'Id': {'shape': 'S', 'eventheader': true},
                'Text': {'shape': 'S'}}},
              'Stream': {'type': 'structure', 'eventstream': true, 'members': {'Event': {'shape': 'Event'}}},
              'StreamIn': {'type': 'structure', 'members': {'A': {'shape': 'S'}, 'Stream': {'shape': 'Stream'}}},
              'StreamOut': {'type': 'structure', 'members': {'Stream': {'shape': 'Stream'}}},
              'In': {'type': 'structure', 'members': {
                'S': {'shape': 'S', 'hostLabel': true}, 'I': {'shape': 'I'}, 'N': {'shape': 'N'}, 'F': {'shape': 'F'},
                'D': {'shape': 'D'}, 'B': {'shape': 'B'}, 'T': {'shape': 'T', 'timestampFormat': 'iso8601'},
                'Blob': {'shape': 'Blob'}, 'BI': {'shape': 'BI'}, 'BD': {'shape': 'BD'},
                'L': {'shape': 'L'}, 'M': {'shape': 'M'}, 'SL': {'shape': 'SL'}, 'SM': {'shape': 'SM'},
                'Nested': {'shape': 'Nested'}, 'H': {'shape': 'S', 'location': 'header', 'locationName': 'h'}}}}}
            """;

    private static OperationModel operation(String name, String metadata) {
        return TestModel.of(MODEL.replace("%s", metadata)).operation(name);
    }

    private static SerializedRequest serialize(String operation, Map<String, ?> parameters) {
        return new RpcV2CborProtocol().compile(operation(operation, ""), CodecSettings.DEFAULTS).serialize(parameters);
    }

    private static String body(Map<String, ?> parameters) {
        return Hex.of(serialize("Op", parameters).body().bytes());
    }

    /** The value of one member, without the map around it and the member's name. */
    private static String value(String member, Object value) {
        String head = "a1" + Hex.of(new byte[] {(byte) (0x60 + member.length())})
                + Hex.of(member.getBytes(StandardCharsets.US_ASCII));
        String body = body(Map.of(member, value));
        assertThat(body).startsWith(head);
        return body.substring(head.length());
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    @Test
    void thePathNamesTheOperationWhateverTheModelSaysOfHttp() {
        SerializedRequest request = serialize("Get", Map.of());

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.urlPath()).isEqualTo("/service/Target_1/operation/Get");
        assertThat(request.headers().toLowerCaseMap()).isEqualTo(Map.of("smithy-protocol", "rpc-v2-cbor",
                "accept", "application/cbor", "content-type", "application/cbor"));
        assertThat(Hex.of(request.body().bytes())).isEqualTo("a0");
    }

    @Test
    void withoutInputThereIsNoBodyAndNoContentType() {
        SerializedRequest request = serialize("None", Map.of());

        assertThat(request.body()).isSameAs(HttpBody.EMPTY);
        assertThat(request.headers().contains("Content-Type")).isFalse();
        assertThat(request.headers().get("Accept")).isEqualTo("application/cbor");
    }

    @Test
    void eventStreamsHaveTheirOwnContentType() {
        SerializedRequest request = serialize("Events", Map.of("A", "x"));

        assertThat(request.headers().get("Accept")).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(request.headers().get("Content-Type")).isEqualTo("application/vnd.amazon.eventstream");
    }

    /** The events follow the initial request, and their headers lie beside their documents. */
    @Test
    void eventStreamsAndTheHeadersOfEventsAreNoPartOfADocument() {
        OperationModel events = operation("Events", "");
        var format = new CborFormat(events);

        assertThat(Hex.of(format.members(events.input()).write(ordered("A", "x", "Stream", new Object()))))
                .isEqualTo("a161416178");
        assertThat(Hex.of(format.payload("Event", events.service().shape("Event"))
                .write(ordered("Id", "1", "Text", "x")))).isEqualTo("a164546578746178");
    }

    @Test
    void aServiceThatComesFromQueryIsToldOfTheQueryMode() {
        var codec = new RpcV2CborProtocol().compile(operation("Op", ", 'awsQueryCompatible': {}"),
                CodecSettings.DEFAULTS);

        assertThat(codec.serialize(Map.of()).headers().get("x-amzn-query-mode")).isEqualTo("true");
        assertThat(serialize("Op", Map.of()).headers().contains("x-amzn-query-mode")).isFalse();
    }

    @Test
    void aModelWithoutTargetIsRefused() {
        OperationModel operation = TestModel.of("{'operations': {'Op': {}}, 'shapes': {}}").operation("Op");

        assertThatThrownBy(() -> new CborFormat(operation)).isInstanceOf(ModelException.class)
                .hasMessageContaining("targetPrefix");
    }

    @Test
    void hostLabelsGoIntoTheHostAndStayInTheBody() {
        SerializedRequest request = serialize("Hosted", Map.of("S", "x"));

        assertThat(request.hostPrefix()).isEqualTo("data-x.");
        assertThat(Hex.of(request.body().bytes())).isEqualTo("a161536178");
    }

    @Test
    void membersComeInTheOrderOfTheUsersMapAndWithoutNulls() {
        assertThat(body(ordered("S", "x", "D", null, "B", true))).isEqualTo("a2 6153 6178 6142 f5".replace(" ", ""));
        assertThat(body(ordered("B", true, "S", "x"))).isEqualTo("a2 6142 f5 6153 6178".replace(" ", ""));
    }

    /** A protocol that has no headers puts the members that another would put there into the body, too. */
    @Test
    void aMemberHasItsWireNameAndIgnoresItsLocation() {
        assertThat(body(Map.of("H", "x"))).isEqualTo("a161686178");
    }

    @ParameterizedTest
    @CsvSource({"0,00", "23,17", "24,1818", "255,18ff", "256,190100", "65535,19ffff", "65536,1a00010000",
            "4294967295,1affffffff", "4294967296,1b0000000100000000", "9223372036854775807,1b7fffffffffffffff",
            "-1,20", "-24,37", "-25,3818", "-256,38ff", "-9223372036854775808,3b7fffffffffffffff"})
    void integersHaveTheShortestForm(long number, String hex) {
        assertThat(value("N", number)).isEqualTo(hex);
    }

    @Test
    void integersMayComeInAnyWholeNumber() {
        assertThat(value("I", (short) 5)).isEqualTo("05");
        assertThat(value("I", BigInteger.valueOf(5))).isEqualTo("05");
        assertThat(value("I", new BigDecimal("5.0"))).isEqualTo("05");
        assertThat(value("I", 5.0)).isEqualTo("05");
        for (Object bad : List.of("5", 5.5, new BigDecimal("5.5"), Double.NaN, BigInteger.ONE.shiftLeft(63),
                new BigDecimal("1e999999999"), true)) {
            assertThatThrownBy(() -> value("I", bad)).as(bad.toString()).isInstanceOf(ParamValidationException.class)
                    .hasMessageContaining("parameter I: expected an integer");
        }
    }

    @Test
    void floatingNumbersHaveTheSizeOfTheirShape() {
        assertThat(value("F", 7.625)).isEqualTo("fa40f40000");
        assertThat(value("D", 7.625f)).isEqualTo("fb401e800000000000");
        assertThat(value("D", -0.0)).isEqualTo("fb8000000000000000");
        assertThat(value("D", 1)).isEqualTo("fb3ff0000000000000");
    }

    @Test
    void whatIsNoNumberFitsIntoTwoBytes() {
        for (String member : List.of("F", "D")) {
            assertThat(value(member, Double.NaN)).isEqualTo("f97e00");
            assertThat(value(member, Float.POSITIVE_INFINITY)).isEqualTo("f97c00");
            assertThat(value(member, "-Infinity")).isEqualTo("f9fc00");
        }
    }

    @Test
    void aNumberTooLargeForAFloatIsNotSilentlyInfinite() {
        assertThatThrownBy(() -> value("F", 1e300)).isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("parameter F: expected a number that fits into 32 bits");
    }

    @Test
    void stringsAreUtf8() {
        assertThat(value("S", "")).isEqualTo("60");
        assertThat(value("S", "é😀")).isEqualTo("66c3a9f09f9880");
        assertThat(value("S", "x".repeat(24))).startsWith("7818" + "78");
        assertThatThrownBy(() -> value("S", "ab\ud800")).isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("half of a surrogate pair at position 2");
    }

    @Test
    void blobsAreTheirBytes() {
        assertThat(value("Blob", new byte[] {1, 2})).isEqualTo("420102");
        assertThat(value("Blob", "é")).isEqualTo("42c3a9");
        assertThat(value("Blob", new ByteArrayInputStream(new byte[300]))).startsWith("59012c00").hasSize(606);
    }

    /** The reference drops fractions and fails before 1970; the rest is its form: an integer, whatever the format. */
    @ParameterizedTest
    @CsvSource({"2014-04-29T18:30:38Z,c11a535fefce", "1970-01-01T00:00:00Z,c100", "1969-12-31T23:59:50Z,c129",
            "2000-01-02T20:34:56.123Z,c1fb41cc37db380fbe77", "2000-01-02T20:34:56.123999Z,c1fb41cc37db380fbe77",
            "1969-12-31T23:59:59.5Z,c1fbbfe0000000000000", "2014-04-29T18:30:38.000999Z,c11a535fefce"})
    void timestampsAreSecondsToTheMillisecond(Instant time, String hex) {
        assertThat(value("T", time)).isEqualTo(hex);
        assertThat(value("T", time.toString())).isEqualTo(hex);
    }

    @Test
    void numbersOfAnySizeAreTaggedOnlyWhenTheyMust() {
        BigInteger huge = BigInteger.ONE.shiftLeft(64);
        assertThat(value("BI", BigInteger.TEN)).isEqualTo("0a");
        assertThat(value("BI", huge.subtract(BigInteger.ONE))).isEqualTo("1bffffffffffffffff");
        assertThat(value("BI", huge)).isEqualTo("c249010000000000000000");
        assertThat(value("BI", huge.negate())).isEqualTo("3bffffffffffffffff");
        assertThat(value("BI", huge.negate().subtract(BigInteger.ONE))).isEqualTo("c349010000000000000000");
        assertThat(value("BD", new BigDecimal("273.15"))).isEqualTo("c48221196ab3");
    }

    @Test
    void listsAndMapsTellTheirSize() {
        assertThat(value("L", List.of())).isEqualTo("80");
        assertThat(value("L", List.of("a", "b"))).isEqualTo("8261616162");
        Iterable<String> iterable = List.of("a")::iterator;
        assertThat(value("L", iterable)).isEqualTo("816161");
        assertThat(value("M", ordered("b", 1, "a", 2))).isEqualTo("a2616201616102");
    }

    @Test
    void nullsAreForSparseCollectionsOnly() {
        Map<String, Object> map = new HashMap<>();
        map.put("k", null);
        assertThat(value("SL", Arrays.asList("a", null))).isEqualTo("826161f6");
        assertThat(value("SM", map)).isEqualTo("a1616bf6");
        assertThatThrownBy(() -> value("L", Arrays.asList("a", null)))
                .hasMessageContaining("parameter L[1]: expected a value, got null");
        assertThatThrownBy(() -> value("M", map)).hasMessageContaining("parameter M.k: expected a value, got null");
    }

    @Test
    void valuesOfWrongTypesNameTheirMember() {
        assertThatThrownBy(() -> value("Nested", Map.of("Next", Map.of("A", 5))))
                .isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("parameter Nested.Next.A: expected a text, got java.lang.Integer");
        assertThatThrownBy(() -> value("L", "text")).hasMessageContaining("expected a list");
        assertThatThrownBy(() -> value("M", 1)).hasMessageContaining("expected a map");
        assertThatThrownBy(() -> value("M", Map.of(1, 1))).hasMessageContaining("expected a text");
        assertThatThrownBy(() -> value("B", "true")).hasMessageContaining("expected a boolean");
        assertThatThrownBy(() -> value("T", "soon")).hasMessageContaining("expected a timestamp");
        assertThatThrownBy(() -> value("Nested", Map.of("Z", 5)))
                .hasMessageContaining("parameter Nested: expected members of the model, got \"Z\"");
    }

    /** The size goes first: what follows must not make it a lie. */
    @Test
    void aListThatChangesWhileItIsWrittenIsAFault() {
        var shrinking = new AbstractCollection<String>() {
            @Override
            public Iterator<String> iterator() {
                return List.of("a").iterator();
            }

            @Override
            public int size() {
                return 2;
            }
        };

        assertThatThrownBy(() -> value("L", shrinking)).hasMessageContaining("parameter L: expected 2 elements")
                .hasMessageContaining("changed while it was written");
    }

    @Test
    void parametersThatContainThemselvesEnd() {
        Map<String, Object> circle = new HashMap<>();
        circle.put("Next", circle);

        assertThatThrownBy(() -> serialize("Get", circle)).isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("levels of nesting");
    }
}

package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.ParamValidationException;
import org.tucuxi.http.FormBody;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ModelException;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;

class QueryRequestTest {

    private static final String SCALARS = "'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'B': {'type': 'boolean'},"
            + " 'D': {'type': 'double'}, 'T': {'type': 'timestamp'}, 'X': {'type': 'blob'}, 'L': {'type': 'list',"
            + " 'member': {'shape': 'S'}},";

    private static OperationCodec input(String members) {
        return input(members, "");
    }

    private static OperationCodec input(String members, String shapes) {
        return new QueryProtocol().compile(TestModel.of("{'metadata': {'apiVersion': '2020-01-08'},"
                + " 'operations': {'Op':"
                + " {'input': {'shape': 'In'}}}, 'shapes': {" + SCALARS + shapes + "'In': {'type': 'structure',"
                + " 'members': {"
                + members + "}}}}").operation("Op"), CodecSettings.DEFAULTS);
    }

    /** The fields after Action and Version. */
    private static String fields(OperationCodec codec, Map<String, ?> parameters) {
        String form = form(codec.serialize(parameters));
        assertThat(form).startsWith("Action=Op&Version=2020-01-08");
        return form.substring("Action=Op&Version=2020-01-08".length());
    }

    private static String form(SerializedRequest request) {
        return new String(request.body().bytes(), StandardCharsets.US_ASCII);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Test
    void aCallIsAFormThatNamesOperationAndVersion() {
        SerializedRequest request = input("'Name': {'shape': 'S'}").serialize(Map.of("Name", "x"));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.urlPath()).isEqualTo("/");
        assertThat(request.queryString()).isEmpty();
        assertThat(request.headers().get("Content-Type"))
                .isEqualTo("application/x-www-form-urlencoded; charset=utf-8");
        assertThat(form(request)).isEqualTo("Action=Op&Version=2020-01-08&Name=x");
    }

    @Test
    void handlersSeeFieldsAndMayChangeThem() {
        SerializedRequest request = input("'Name': {'shape': 'S'}").serialize(Map.of("Name", "a b"));
        Map<String, Object> fields = ((FormBody) request.body()).fields();

        assertThat(fields).containsExactly(Map.entry("Action", "Op"), Map.entry("Version", "2020-01-08"),
                Map.entry("Name", "a b"));
        fields.put("Name", "ü");
        assertThat(form(request)).endsWith("&Name=%C3%BC");
    }

    @Test
    void anOperationWithoutInputIsItsNameAndVersion() {
        OperationCodec codec = new QueryProtocol().compile(TestModel.of("{'metadata': {'apiVersion': '1'},"
                + " 'operations':"
                + " {'Op': {'http': {'method': 'GET'}}}, 'shapes': {}}").operation("Op"), CodecSettings.DEFAULTS);

        SerializedRequest first = codec.serialize(Map.of());
        first.body().bytes()[0] = '!';

        assertThat(form(codec.serialize(Map.of()))).isEqualTo("Action=Op&Version=1");
        assertThat(first.method()).isEqualTo("GET");
    }

    @Test
    void textIsPercentEncodedLikeAForm() {
        OperationCodec codec = input("'Name': {'shape': 'S'}");

        assertThat(fields(codec, Map.of("Name", "aZ09_.-~ *+/=&%\n\u007f"))).isEqualTo(
                "&Name=aZ09_.-~+%2A%2B%2F%3D%26%25%0A%7F");
        assertThat(fields(codec, Map.of("Name", "é€😀"))).isEqualTo("&Name=%C3%A9%E2%82%AC%F0%9F%98%80");
        assertThat(fields(codec, Map.of("Name", ""))).isEqualTo("&Name=");
        assertThat(fields(codec, Map.of("Name", "😀".repeat(5000))))
                .isEqualTo("&Name=" + "%F0%9F%98%80".repeat(5000));
    }

    @Test
    void halfACharacterIsRefused() {
        OperationCodec codec = input("'Name': {'shape': 'S'}");

        assertThatThrownBy(() -> codec.serialize(Map.of("Name", "ab\ud83d"))).isInstanceOf(
                ParamValidationException.class).hasMessageContaining("Name").hasMessageContaining("index 2");
    }

    @Test
    void scalarsHaveTheirText() {
        OperationCodec codec = input("'I': {'shape': 'I'}, 'B': {'shape': 'B'}, 'D': {'shape': 'D'}, 'T':"
                + " {'shape': 'T'},"
                + " 'E': {'shape': 'T', 'timestampFormat': 'unixTimestamp'}, 'X': {'shape': 'X'}");
        Instant time = Instant.parse("2015-01-25T08:00:00.5Z");

        assertThat(fields(codec, ordered("I", 7, "B", false, "D", Double.NEGATIVE_INFINITY, "T", time, "E", time,
                "X", ByteBuffer.wrap(new byte[] {(byte) 0xfb, (byte) 0xff})))).isEqualTo(
                "&I=7&B=false&D=-Infinity&T=2015-01-25T08%3A00%3A00.500000Z&E=1422172800&X=%2B%2F8%3D");
    }

    @Test
    void membersKeepTheOrderOfTheCallerAndNestWithDots() {
        OperationCodec codec = input("'A': {'shape': 'S'}, 'N': {'shape': 'In', 'locationName': 'Wire'}");

        assertThat(fields(codec, ordered("N", ordered("N", Map.of("A", "1"), "A", "2"), "A", "3"))).isEqualTo(
                "&Wire.Wire.A=1&Wire.A=2&A=3");
    }

    @Test
    void listsHaveALevelOfTheirOwn() {
        OperationCodec codec = input("'L': {'shape': 'L'}, 'N': {'shape': 'Named'}, 'LL': {'shape': 'Lists'}",
                "'Named': {'type': 'list', 'member': {'shape': 'S', 'locationName': 'item'}},"
                + "'Lists': {'type': 'list', 'member': {'shape': 'L'}},");
        List<String> twelve = new ArrayList<>(Collections.nCopies(12, "x"));

        assertThat(fields(codec, Map.of("L", twelve))).startsWith("&L.member.1=x&L.member.2=x")
                .endsWith("&L.member.9=x&L.member.10=x&L.member.11=x&L.member.12=x");
        assertThat(fields(codec, Map.of("N", List.of("a", "b")))).isEqualTo("&N.item.1=a&N.item.2=b");
        assertThat(fields(codec, Map.of("LL", List.of(List.of("a", "b"), List.of())))).isEqualTo(
                "&LL.member.1.member.1=a&LL.member.1.member.2=b&LL.member.2=");
        assertThat(fields(codec, Map.of("L", List.of()))).isEqualTo("&L=");
    }

    @Test
    void flattenedListsTakeTheNameOfTheirItemsUnlessTheyHaveOne() {
        OperationCodec codec = input("'Plain': {'shape': 'L', 'flattened': true}, 'Items': {'shape': 'Named'}, 'Own':"
                + " {'shape': 'Named', 'locationName': 'Hi'}, 'In': {'shape': 'In'}",
                "'Named': {'type': 'list', 'flattened': true, 'member': {'shape': 'S', 'locationName': 'Item'}},");

        assertThat(fields(codec, Map.of("Plain", List.of("a", "b")))).isEqualTo("&Plain.1=a&Plain.2=b");
        assertThat(fields(codec, Map.of("Items", List.of("a", "b")))).isEqualTo("&Item.1=a&Item.2=b");
        assertThat(fields(codec, Map.of("Items", List.of()))).isEqualTo("&Items=");
        assertThat(fields(codec, Map.of("Own", List.of("a")))).isEqualTo("&Hi.1=a");
        assertThat(fields(codec, Map.of("In", ordered("Items", List.of("a"), "Plain", List.of("b"))))).isEqualTo(
                "&In.Item.1=a&In.Plain.1=b");
    }

    @Test
    void mapsAreNumberedEntries() {
        OperationCodec codec = input("'M': {'shape': 'M'}, 'Flat': {'shape': 'M', 'flattened': true}, 'Named':"
                + " {'shape': 'Named'}", "'M': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'L'}},"
                + "'Named': {'type': 'map', 'key': {'shape': 'S', 'locationName': 'K'}, 'value': {'shape': 'S',"
                + " 'locationName': 'V'}},");

        assertThat(fields(codec, Map.of("M", ordered("a", List.of("x"), "b", List.of())))).isEqualTo(
                "&M.entry.1.key=a&M.entry.1.value.member.1=x&M.entry.2.key=b&M.entry.2.value=");
        assertThat(fields(codec, Map.of("Flat", Map.of("a", List.of("x"))))).isEqualTo(
                "&Flat.1.key=a&Flat.1.value.member.1=x");
        assertThat(fields(codec, Map.of("Named", Map.of("a", "b")))).isEqualTo("&Named.entry.1.K=a&Named.entry.1.V=b");
        assertThat(fields(codec, Map.of("M", Map.of()))).isEmpty();
    }

    @Test
    void whatIsNullIsNotThere() {
        assertThat(fields(input("'A': {'shape': 'S'}, 'B': {'shape': 'S'}"), ordered("A", null, "B", "x"))).isEqualTo(
                "&B=x");
    }

    @Test
    void aWrongValueIsNamedByItsPath() {
        OperationCodec codec = input("'M': {'shape': 'M'}, 'S': {'shape': 'In'}", "'M': {'type': 'map', 'key':"
                + " {'shape': 'S'}, 'value': {'shape': 'L'}},");

        assertThatThrownBy(() -> codec.serialize(Map.of("S", Map.of("M", Map.of("k", Arrays.asList("a", null))))))
                .isInstanceOf(ParamValidationException.class).hasMessageContaining("S.M.k[1]");
        assertThatThrownBy(() -> codec.serialize(Map.of("S", "text"))).hasMessageContaining("expected a map");
        assertThatThrownBy(() -> codec.serialize(Map.of("M", List.of()))).hasMessageContaining("expected a map");
        assertThatThrownBy(() -> codec.serialize(Map.of("M", Map.of("k", "v")))).hasMessageContaining("a list");
        assertThatThrownBy(() -> codec.serialize(Map.of("S", Map.of("X", "v")))).hasMessageContaining("S.X");
    }

    @Test
    void hostLabelsGoToTheHostAndTheForm() {
        OperationCodec codec = new QueryProtocol().compile(TestModel.of("{'metadata': {'apiVersion': '1'},"
                + " 'operations':"
                + " {'Op': {'input': {'shape': 'In'}, 'endpoint': {'hostPrefix': 'foo.{label}.'}}}, 'shapes': {'S':"
                + " {'type': 'string'}, 'In': {'type': 'structure', 'members': {'label': {'shape': 'S', 'hostLabel':"
                + " true}}}}}").operation("Op"), CodecSettings.DEFAULTS);

        SerializedRequest request = codec.serialize(Map.of("label", "bar"));

        assertThat(request.hostPrefix()).isEqualTo("foo.bar.");
        assertThat(form(request)).isEqualTo("Action=Op&Version=1&label=bar");
    }

    @Test
    void aListThatContainsItselfIsNoModel() {
        assertThatThrownBy(() -> fields(input("'R': {'shape': 'R'}",
                "'R': {'type': 'list', 'member': {'shape': 'R'}},"), Map.of("R", List.of())))
                .isInstanceOf(ModelException.class).hasMessageContaining("contains itself");
    }

    @Test
    void theKeysOfAMapAreNoMaps() {
        assertThatThrownBy(() -> fields(input("'M': {'shape': 'M'}",
                "'M': {'type': 'map', 'key': {'shape': 'M'}, 'value': {'shape': 'M'}},"), Map.of("M", Map.of())))
                .isInstanceOf(ModelException.class).hasMessageContaining("M is a map");
    }
}

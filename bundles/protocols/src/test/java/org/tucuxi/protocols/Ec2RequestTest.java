package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;

class Ec2RequestTest {

    private static final OperationCodec CODEC = new Ec2Protocol().compile(TestModel.of("""
            {'metadata': {'apiVersion': '2016-11-15'}, 'operations': {'Op': {'input': {'shape': 'In'}}}, 'shapes': {
              'S': {'type': 'string'},
              'L': {'type': 'list', 'member': {'shape': 'S', 'locationName': 'item'}},
              'M': {'type': 'map', 'key': {'shape': 'S', 'locationName': 'name'}, 'value': {'shape': 'S'}},
              'In': {'type': 'structure', 'members': {
                'Query': {'shape': 'S', 'queryName': 'theQuery', 'locationName': 'other'},
                'Located': {'shape': 'S', 'locationName': 'wireName'},
                'Plain': {'shape': 'S'}, 'lower': {'shape': 'S'},
                'List': {'shape': 'L', 'locationName': 'things'}, 'Flat': {'shape': 'L', 'flattened': true},
                'Map': {'shape': 'M'}, 'Nested': {'shape': 'In', 'locationName': 'nested'}}}}}
            """).operation("Op"), CodecSettings.DEFAULTS);

    private static String fields(Map<String, ?> parameters) {
        String form = new String(CODEC.serialize(parameters).body().bytes(), StandardCharsets.US_ASCII);
        assertThat(form).startsWith("Action=Op&Version=2016-11-15");
        return form.substring("Action=Op&Version=2016-11-15".length());
    }

    @Test
    void theQueryNameGoesFirstAndIsSentAsItIs() {
        assertThat(fields(Map.of("Query", "x"))).isEqualTo("&theQuery=x");
    }

    @Test
    void otherNamesBeginWithACapital() {
        assertThat(fields(Map.of("Located", "x"))).isEqualTo("&WireName=x");
        assertThat(fields(Map.of("Plain", "x"))).isEqualTo("&Plain=x");
        assertThat(fields(Map.of("lower", "x"))).isEqualTo("&Lower=x");
    }

    @Test
    void listsHaveNoLevelOfTheirOwnAndEmptyOnesAreNothing() {
        assertThat(fields(Map.of("List", List.of("a", "b")))).isEqualTo("&Things.1=a&Things.2=b");
        assertThat(fields(Map.of("Flat", List.of("a")))).isEqualTo("&Flat.1=a");
        assertThat(fields(Map.of("List", List.of()))).isEmpty();
        assertThat(fields(Map.of("Nested", Map.of("List", List.of("a"))))).isEqualTo("&Nested.Things.1=a");
    }

    @Test
    void mapsAreThoseOfQuery() {
        assertThat(fields(Map.of("Map", Map.of("k", "v")))).isEqualTo("&Map.entry.1.Name=k&Map.entry.1.value=v");
    }

    @Test
    void theFormIsThatOfQuery() {
        SerializedRequest request = CODEC.serialize(Map.of());

        assertThat(request.headers().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded; charset=utf-8");
        assertThat(request.urlPath()).isEqualTo("/");
    }
}

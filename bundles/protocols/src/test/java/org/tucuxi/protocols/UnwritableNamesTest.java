package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tucuxi.model.ModelException;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;

/**
 * Names in a model that a protocol cannot write, such as half of a surrogate pair: they are the model's fault, whether
 * they are seen when the codec is compiled or when the first call needs the shape.
 */
class UnwritableNamesTest {

    private static final String HALF = "\ud83d";

    private static OperationCodec compile(Protocol protocol, String operation, String metadata, String members,
            String shapes) {
        TestModel model = TestModel.of("{'metadata': {" + metadata + "'targetPrefix': 'T'}, 'operations': {'"
                + operation + "': {'http': {'method': 'POST', 'requestUri': '/'}, 'input': {'shape': 'In'}}},"
                + " 'shapes': {'S': {'type': 'string'}, " + shapes + "'In': {'type': 'structure', 'members': {"
                + members + "}}}}");
        return protocol.compile(model.operation(model.operationNames().get(0)), CodecSettings.DEFAULTS);
    }

    static List<Protocol> forms() {
        return List.of(new QueryProtocol(), new Ec2Protocol());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anOperationAndAVersionStandInEachForm(Protocol protocol) {
        assertThatThrownBy(() -> compile(protocol, "Op" + HALF, "'apiVersion': '1', ", "'A': {'shape': 'S'}", ""))
                .isInstanceOf(ModelException.class).hasMessageContaining("Operation Op")
                .hasMessageContaining("of Test").hasMessageContaining("half of a surrogate pair at index 2");
        assertThatThrownBy(() -> compile(protocol, "Op", "'apiVersion': '" + HALF + "', ", "'A': {'shape': 'S'}", ""))
                .isInstanceOf(ModelException.class).hasMessageContaining("Operation Op of Test");
    }

    static List<Protocol> strict() {
        return List.of(new QueryProtocol(), new Ec2Protocol(), new RpcV2CborProtocol());
    }

    @ParameterizedTest
    @MethodSource("strict")
    void aMemberIsSeenWhenTheFirstCallNeedsItsStructure(Protocol protocol) {
        OperationCodec codec = compile(protocol, "Op", "'apiVersion': '1', ", "'A': {'shape': 'S', 'locationName': '"
                + HALF + "'}", "");

        assertThatThrownBy(() -> codec.serialize(Map.of("A", "a"))).isInstanceOf(ModelException.class)
                .hasMessageContaining("Shape In").hasMessageContaining("half of a surrogate pair");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theKeysOfMapsAreNamesToo(Protocol protocol) {
        OperationCodec codec = compile(protocol, "Op", "'apiVersion': '1', ", "'A': {'shape': 'M'}",
                "'M': {'type': 'map', 'key': {'shape': 'S', 'locationName': '" + HALF + "', 'queryName': '" + HALF
                + "'}, 'value': {'shape': 'S'}}, ");

        assertThatThrownBy(() -> codec.serialize(Map.of("A", Map.of("a", "b")))).isInstanceOf(ModelException.class)
                .hasMessageContaining("Shape In");
    }

    @Test
    void aNamespaceStandsInTheRootElement() {
        String namespace = "'xmlNamespace': {'uri': 'a\\u0000b'}";

        assertThatThrownBy(() -> new RestXmlProtocol().compile(TestModel.of("{'operations': {'Op': {'input':"
                + " {'shape': 'In', 'locationName': 'In', " + namespace + "}}}, 'shapes': {'S': {'type': 'string'},"
                + " 'In': {'type': 'structure', 'members': {'A': {'shape': 'S'}}}}}").operation("Op"),
                CodecSettings.DEFAULTS)).isInstanceOf(ModelException.class).hasMessageContaining("Operation Op of Test")
                .hasMessageContaining("U+0000 at index 1");

        OperationCodec lazy = compile(new RestXmlProtocol(), "Op", "", "'A': {'shape': 'S', " + namespace + "}", "");
        assertThatThrownBy(() -> lazy.serialize(Map.of("A", "a"))).isInstanceOf(ModelException.class)
                .hasMessageContaining("Shape In").hasMessageContaining("U+0000");
    }

    @Test
    void jsonCanWriteThemAll() {
        OperationCodec codec = compile(new JsonProtocol(), "Op", "", "'A': {'shape': 'S', 'locationName': '" + HALF
                + "'}", "");

        assertThat(codec.serialize(Map.of("A", "a")).body().bytes()).asString().isEqualTo("{\"\\ud83d\":\"a\"}");
    }
}

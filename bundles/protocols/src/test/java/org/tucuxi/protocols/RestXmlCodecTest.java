package org.tucuxi.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.model.ModelException;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;

class RestXmlCodecTest {

    private static final String TREE = "'S': {'type': 'string'}, 'Trees': {'type': 'list',"
            + " 'member': {'shape': 'Tree'}},"
            + "'Tree': {'type': 'structure', 'members': {'Name': {'shape': 'S'}, 'Children': {'shape': 'Trees'},"
            + "'ByName': {'shape': 'TreeMap'}}}, 'TreeMap': {'type': 'map', 'key': {'shape': 'S'},"
            + " 'value': {'shape': 'Tree'}}";

    private static OperationCodec compile(String operation, String shapes) {
        return new RestXmlProtocol().compile(
                TestModel.of("{'operations': {'Op': " + operation + "}, 'shapes': {" + shapes + "}}").operation("Op"),
                CodecSettings.DEFAULTS);
    }

    private static Map<String, Object> roundTrip(OperationCodec codec, Map<String, Object> value) {
        byte[] body = codec.serialize(value).body().bytes();
        Map<String, Object> result = codec.parse(new RawResponse(200, new HttpHeaders(), body, new HashMap<>()));
        result.remove("ResponseMetadata");
        return result;
    }

    @Test
    void whatIsWrittenIsReadBack() {
        OperationCodec codec = compile("{'input': {'shape': 'Tree'}, 'output': {'shape': 'Tree'}}", TREE);
        Map<String, Object> leaf = Map.of("Name", "<leaf> & \"é\" 😀 ]]>");
        Map<String, Object> tree = Map.of("Name", "", "Children", List.of(leaf, Map.of("Children", List.of())),
                "ByName", Map.of("a", leaf, "b", Map.of("ByName", Map.of())));

        assertThat(roundTrip(codec, tree)).isEqualTo(tree);
    }

    @Test
    void oneCodecServesManyThreads() throws Exception {
        OperationCodec codec = compile("{'input': {'shape': 'Tree'}, 'output': {'shape': 'Tree'}}", TREE);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Map<String, Object> tree = Map.of("Name", "n" + i, "Children", List.of(Map.of("Name", "c" + i)));
                results.add(threads.submit(() -> roundTrip(codec, tree).equals(tree)));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Timeout(10)
    void mapsInTheKeysOfMapsAreRefusedAndNotCompiledTwiceAtEachLevel() {
        StringBuilder shapes = new StringBuilder("'In': {'type': 'structure', 'members': {'M': {'shape': 'M0'}}}");
        for (int i = 0; i < 31; i++) {
            String next = "{'shape': 'M" + (i + 1) + "'}";
            shapes.append(", 'M").append(i).append("': {'type': 'map', 'key': ").append(next)
                    .append(", 'value': ").append(next).append('}');
        }
        OperationCodec codec = compile("{'input': {'shape': 'In'}, 'output': {'shape': 'In'}}",
                shapes.append(", 'M31': {'type': 'string'}").toString());
        Map<String, Object> none = Map.of("M", Map.of());
        RawResponse response = new RawResponse(200, new HttpHeaders(), "<a><M/></a>".getBytes(StandardCharsets.UTF_8),
                new HashMap<>());

        assertThatThrownBy(() -> codec.serialize(none)).isInstanceOf(ModelException.class)
                .hasMessageContaining("M1 is a map");
        assertThatThrownBy(() -> codec.parse(response)).isInstanceOf(ModelException.class)
                .hasMessageContaining("M1 is a map");
    }

    @Test
    void modelsThatMakeNoSenseAreRefused() {
        String in = "{'input': {'shape': 'In'}}";
        String endless = "'In': {'type': 'structure', 'members': {'L': {'shape': 'L'}}}, 'L': {'type': 'list',"
                + " 'member': {'shape': 'L'}}";

        assertThatThrownBy(() -> compile(in, "'In': {'type': 'structure', 'payload': 'P', 'members': {}}"))
                .isInstanceOf(ModelException.class).hasMessageContaining("payload P");
        assertThatThrownBy(() -> compile(in, endless).serialize(Map.of("L", List.of())))
                .isInstanceOf(ModelException.class).hasMessageContaining("contains itself");
        assertThatThrownBy(() -> compile("{'http': {'requestUri': '/{x'}, 'input': {'shape': 'In'}}",
                "'In': {'type': 'structure', 'members': {}}")).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> compile("{'endpoint': {'hostPrefix': '{x}.'}, 'input': {'shape': 'In'}}",
                "'In': {'type': 'structure', 'members': {}}")).isInstanceOf(ModelException.class)
                        .hasMessageContaining("hostLabel");
        assertThatThrownBy(() -> compile(in,
                "'In': {'type': 'structure', 'members': {'T': {'shape': 'T', 'location': 'header'}}},"
                + "'T': {'type': 'timestamp', 'timestampFormat': 'stardate'}}").serialize(Map.of()))
                .isInstanceOf(ModelException.class).hasMessageContaining("stardate");
    }

    @Test
    void namesOfAModelCannotSmuggleMarkup() {
        OperationCodec codec = compile("{'input': {'shape': 'In'}}",
                "'S': {'type': 'string'}, 'In': {'type': 'structure',"
                + "'members': {'A': {'shape': 'S', 'locationName': 'a><b'}}}");

        assertThatThrownBy(() -> codec.serialize(Map.of("A", "x"))).isInstanceOf(ModelException.class);
    }

    @Test
    void largeDocumentsAreReadInTimeThatGrowsWithTheirSize() {
        OperationCodec codec = compile("{'output': {'shape': 'Tree'}}", TREE);
        String child = "<member><Name>0123456789</Name></member>";
        byte[] body = ("<T><Children>" + child.repeat(200_000) + "</Children></T>").getBytes(StandardCharsets.UTF_8);

        Map<String, Object> result = codec.parse(new RawResponse(200, new HttpHeaders(), body, new HashMap<>()));

        assertThat((List<?>) result.get("Children")).hasSize(200_000);
    }
}

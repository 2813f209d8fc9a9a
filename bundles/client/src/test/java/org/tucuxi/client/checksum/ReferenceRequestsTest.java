package org.tucuxi.client.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tucuxi.ClientConfig;
import org.tucuxi.client.compression.RequestCompression;
import org.tucuxi.client.validation.Json;
import org.tucuxi.http.FlexibleChecksumException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;

/**
 * Requests of S3 and other services come out as botocore makes them, byte for byte: headers, bodies, what is written into the context
 * and the ids of features. {@code src/test/python/checksums.py} wrote the cases.
 */
class ReferenceRequestsTest {

    @TestFactory
    Stream<DynamicTest> requestsAreThoseOfTheReference() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/checksum/requests.json")) {
            List<Map<String, Object>> cases = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(cases).hasSizeGreaterThan(200);
            return cases.stream().map(each -> DynamicTest.dynamicTest(each.get("operation") + " " + each.get("params") + ' '
                    + each.get("kind") + ' ' + each.get("size") + ' ' + each.get("headers"), () -> check(each)));
        }
    }

    private static void check(Map<String, Object> given) throws Exception {
        Map<String, Object> model = map(given, "model");
        OperationModel operation = operation(model);
        SerializedRequest request = new SerializedRequest().url((String) given.get("url")).body(body(given));
        Map<String, Object> context = new LinkedHashMap<>(Map.of("is_presign_request", given.get("presign")));
        request.context(context);
        map(given, "headers").forEach((name, value) -> request.headers().put(name, (String) value));
        ClientConfig config = ClientConfig.builder().requestChecksumCalculation((String) given.get("calculation"))
                .signatureVersion((String) given.get("signature")).requestMinCompressionSizeBytes(10240)
                .disableRequestCompression((Boolean) given.get("uncompressed")).build();
        Map<String, Object> expected = map(given, "expected");
        TreeSet<String> features = new TreeSet<>();

        if (expected.containsKey("error")) {
            assertThat(expected).containsEntry("error", "FlexibleChecksumError");
            assertThatThrownBy(() -> prepare(operation, map(given, "params"), request, config, features))
                    .isInstanceOf(FlexibleChecksumException.class);
            return;
        }
        prepare(operation, map(given, "params"), request, config, features);

        assertThat(request.headers().toLowerCaseMap()).isEqualTo(expected.get("headers"));
        assertThat(features).containsExactlyElementsOf(Json.<List<String>>read(expected.get("features").toString()
                .replaceAll("\\w+", "\"$0\"")));
        assertThat(context.get("checksum")).isEqualTo(expected.get("context"));
        byte[] sent = read(request.body(), features.contains("L"));
        assertThat((long) sent.length).isEqualTo(((Number) expected.get("length")).longValue());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent)))
                .isEqualTo(expected.get("sha256"));
    }

    /** The steps of a call that concern the body, in their order. */
    private static void prepare(OperationModel operation, Map<String, Object> params, SerializedRequest request,
            ClientConfig config, TreeSet<String> features) {
        RequestChecksums.resolve(OperationChecksums.of(operation), params, request, config, features);
        RequestCompression compression = RequestCompression.of(operation);
        if (compression != null) {
            compression.apply(request, config, features);
        }
        RequestChecksums.apply(request);
    }

    @SuppressWarnings("unchecked")
    private static OperationModel operation(Map<String, Object> model) {
        Map<String, Object> traits = new LinkedHashMap<>(model);
        return Operations.of(traits, (Map<String, String>) model.get("members"),
                Boolean.TRUE.equals(model.get("streaming")) ? Map.of() : null);
    }

    private static HttpBody body(Map<String, Object> given) {
        byte[] content = content(((Number) given.get("size")).intValue());
        return switch ((String) given.get("kind")) {
            case "bytes" -> HttpBody.of(content);
            case "stream" -> HttpBody.of(new ByteArrayInputStream(content));
            default -> HttpBody.of(new FilterInputStream(new ByteArrayInputStream(content)) { });
        };
    }

    private static byte[] content(int size) {
        byte[] block = new byte[4096];
        int state = 1;
        for (int i = 0; i < block.length; i++) {
            state = state * 1_103_515_245 + 12_345 & 0x7fffffff;
            block[i] = (byte) (state >> 16);
        }
        byte[] content = new byte[size];
        for (int at = 0; at < size; at += block.length) {
            System.arraycopy(block, 0, content, at, Math.min(block.length, size - at));
        }
        return content;
    }

    private static byte[] read(HttpBody body, boolean isCompressed) throws IOException {
        try (InputStream in = isCompressed ? new GZIPInputStream(body.open()) : body.open()) {
            return in.readAllBytes();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> from, String key) {
        return (Map<String, Object>) from.get(key);
    }
}

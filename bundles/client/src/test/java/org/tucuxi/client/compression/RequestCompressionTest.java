package org.tucuxi.client.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tucuxi.ClientConfig;
import org.tucuxi.client.checksum.Operations;
import org.tucuxi.http.FormBody;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.SerializedRequest;

class RequestCompressionTest {

    private static final Map<String, Object> GZIP = Map.of("requestcompression", Map.of("encodings", List.of("br", "gzip")));

    private final TreeSet<String> features = new TreeSet<>();

    @Test
    void isOfTheOperationsThatSaySo() {
        assertThat(RequestCompression.of(Operations.of(GZIP, Map.of(), null))).isNotNull();
        assertThat(RequestCompression.of(Operations.of(Map.of(), Map.of(), null))).isNull();
        assertThat(RequestCompression.of(Operations.of(Map.of("requestcompression", Map.of("encodings", List.of("br"))),
                Map.of(), null))).isNull();
        assertThat(RequestCompression.of(Operations.of(GZIP, Map.of(), Map.of("requiresLength", true)))).isNull();
    }

    @Test
    void aBodyOfTheMinimumSizeIsCompressed() throws IOException {
        SerializedRequest request = request(HttpBody.of("x".repeat(100)), 100);

        assertThat(request.headers().get("Content-Encoding")).isEqualTo("gzip");
        assertThat(features).containsExactly("L");
        assertThat(request.body().length()).isBetween(1L, 99L);
        assertThat(unzipped(request.body())).isEqualTo("x".repeat(100).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSmallerBodyIsNot() {
        HttpBody body = HttpBody.of("x".repeat(99));

        SerializedRequest request = request(body, 100);

        assertThat(request.body()).isSameAs(body);
        assertThat(request.headers().isEmpty()).isTrue();
        assertThat(features).isEmpty();
    }

    @Test
    void aBodyOfUnknownLengthIsNotUnlessItIsTheStreamOfTheModel() throws IOException {
        HttpBody body = HttpBody.of(new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[500]),
                InputStream.nullInputStream()));

        assertThat(request(body, 1).body()).isSameAs(body);
        HttpBody compressed = apply(RequestCompression.of(Operations.of(GZIP, Map.of(), Map.of())), body, 1).body();
        assertThat(compressed.length()).isEqualTo(-1);
        assertThat(compressed.isRepeatable()).isFalse();
        assertThat(unzipped(compressed)).isEqualTo(new byte[500]);
    }

    @Test
    void theFieldsOfAFormAreCompressedAsTheyAreEncoded() throws IOException {
        FormBody form = new FormBody("A=1".getBytes(StandardCharsets.UTF_8));
        form.fields().put("B", "a b&c");

        assertThat(unzipped(request(form, 1).body())).isEqualTo("A=1&B=a+b%26c".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEncodingIsAppendedToTheOneThatThereIs() {
        SerializedRequest request = new SerializedRequest().body(HttpBody.of("body"));
        request.headers().put("content-encoding", "own");

        RequestCompression.of(Operations.of(GZIP, Map.of(), null)).apply(request, config(1), features);

        assertThat(request.headers().all("Content-Encoding")).containsExactly("own,gzip");
    }

    @Test
    void nothingIsCompressedWhereThatIsSwitchedOff() {
        for (ClientConfig config : List.of(
                ClientConfig.builder().requestMinCompressionSizeBytes(1).disableRequestCompression(true).build(),
                ClientConfig.builder().requestMinCompressionSizeBytes(1).signatureVersion("v2").build())) {
            SerializedRequest request = new SerializedRequest().body(HttpBody.of("body"));
            RequestCompression.of(Operations.of(GZIP, Map.of(), null)).apply(request, config, features);
            assertThat(request.headers().isEmpty()).isTrue();
        }
    }

    @Test
    void aStreamIsCompressedWhileItIsReadAndCanBeReadAgain() throws IOException {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);

        HttpBody body = apply(RequestCompression.of(Operations.of(GZIP, Map.of(), Map.of())),
                HttpBody.of(new ByteArrayInputStream(content)), 1).body();

        assertThat(body.isRepeatable()).isTrue();
        for (int reading = 0; reading < 2; reading++) {
            assertThat(unzipped(body)).isEqualTo(content);
        }
        try (InputStream given = body.open()) {
            assertThat(given.read()).isEqualTo(0x1f);
        }
    }

    private SerializedRequest request(HttpBody body, int minimum) {
        return apply(RequestCompression.of(Operations.of(GZIP, Map.of(), null)), body, minimum);
    }

    private SerializedRequest apply(RequestCompression compression, HttpBody body, int minimum) {
        SerializedRequest request = new SerializedRequest().body(body);
        compression.apply(request, config(minimum), features);
        return request;
    }

    private static ClientConfig config(int minimum) {
        return ClientConfig.builder().requestMinCompressionSizeBytes(minimum).build();
    }

    private static byte[] unzipped(HttpBody body) throws IOException {
        try (InputStream in = new GZIPInputStream(body.open())) {
            return in.readAllBytes();
        }
    }
}

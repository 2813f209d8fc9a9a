package org.tucuxi.client.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.ClientConfig;
import org.tucuxi.http.AwsChunkedBody;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.http.UnseekableStreamException;

/** What the reference cannot say: streams that can be read once, MD5, and what handlers do between the two steps. */
class RequestChecksumsTest {

    private static final OperationChecksums PUT_OBJECT = OperationChecksums.of(Operations.of(
            Map.of("httpChecksum", Map.of("requestAlgorithmMember", "ChecksumAlgorithm", "requestChecksumRequired", false)),
            Map.of("ChecksumAlgorithm", "x-amz-sdk-checksum-algorithm"), Map.of()));
    private static final ClientConfig CONFIG = ClientConfig.builder().requestChecksumCalculation("when_supported")
            .signatureVersion("s3v4").build();

    private final Set<String> features = new LinkedHashSet<>();

    @TempDir
    Path folder;

    @Test
    void aBodyInMemoryIsNotCopied() throws IOException {
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
        SerializedRequest overTls = request("https://h/", HttpBody.of(bytes));
        SerializedRequest plain = request("http://h/", HttpBody.of(bytes));

        both(Map.of(), overTls);
        both(Map.of(), plain);

        assertThat(((AwsChunkedBody) overTls.body()).source().bytes()).isSameAs(bytes);
        assertThat(plain.body().bytes()).isSameAs(bytes);
        assertThat(plain.headers().get("x-amz-checksum-crc32")).isEqualTo("NhCmhg==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"})
    void aFileHasTheChecksumOfItsBytes(String algorithm) throws IOException {
        for (int size : new int[] {0, 1, 64 * 1024, 64 * 1024 + 1, 200_000}) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            SerializedRequest memory = request("http://h/", HttpBody.of(bytes));
            SerializedRequest file = request("http://h/", HttpBody.of(Files.write(folder.resolve("file"), bytes)));

            both(Map.of("ChecksumAlgorithm", algorithm), memory);
            both(Map.of("ChecksumAlgorithm", algorithm), file);

            String header = "x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT);
            assertThat(file.headers().get(header)).as("%d bytes", size).isNotNull().isEqualTo(memory.headers().get(header));
        }
    }

    @Test
    void aOneWayStreamOfKnownLengthGetsItsChecksumBehindItAlsoWithoutTls() throws IOException {
        SerializedRequest request = request("http://h/", oneWay(5));

        both(Map.of(), request);

        assertThat(request.headers().get("X-Amz-Trailer")).isEqualTo("x-amz-checksum-crc32");
        assertThat(request.headers().get("X-Amz-Decoded-Content-Length")).isEqualTo("5");
        assertThat(read(request.body())).isEqualTo("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n");
    }

    @Test
    void aOneWayStreamOfUnknownLengthGetsNoneThatNobodyAskedFor() throws IOException {
        SerializedRequest request = request("http://h/", oneWay(-1));

        both(Map.of(), request);

        assertThat(request.headers().isEmpty()).isTrue();
        assertThat(features).isEmpty();
        assertThat(read(request.body())).isEqualTo("hello");
    }

    @Test
    void aOneWayStreamOfUnknownLengthCannotGetOneThatIsAskedFor() {
        SerializedRequest request = request("http://h/", oneWay(-1));

        assertThatThrownBy(() -> both(Map.of("ChecksumAlgorithm", "SHA256"), request))
                .isInstanceOf(UnseekableStreamException.class).hasMessageContaining("x-amz-checksum-sha256")
                .hasMessageContaining("https");
    }

    @Test
    void theModelsMd5IsComputed() {
        SerializedRequest request = request("http://h/", HttpBody.of("hello"));

        both(Map.of("ChecksumAlgorithm", "MD5"), request);

        assertThat(request.headers().get("x-amz-checksum-md5")).isEqualTo("XUFAKrxLKna5cZ2REBfFkg==");
        assertThat(features).containsExactly("AE");
    }

    @Test
    void isComputedOverTheBodyThatHandlersLeft() {
        SerializedRequest request = request("http://h/", HttpBody.of("something else"));

        RequestChecksums.resolve(PUT_OBJECT, Map.of(), request, CONFIG, features);
        request.body(HttpBody.of("hello"));
        RequestChecksums.apply(request);

        assertThat(request.headers().get("x-amz-checksum-crc32")).isEqualTo("NhCmhg==");
    }

    @Test
    void aHandlersOwnChecksumStays() {
        SerializedRequest request = request("http://h/", HttpBody.of("hello"));

        RequestChecksums.resolve(PUT_OBJECT, Map.of(), request, CONFIG, features);
        request.headers().put("X-Amz-Checksum-Crc32", "theirs==");
        RequestChecksums.apply(request);

        assertThat(request.headers().all("x-amz-checksum-crc32")).containsExactly("theirs==");
    }

    private void both(Map<String, Object> params, SerializedRequest request) {
        RequestChecksums.resolve(PUT_OBJECT, params, request, CONFIG, features);
        RequestChecksums.apply(request);
    }

    private static SerializedRequest request(String url, HttpBody body) {
        return new SerializedRequest().url(url).body(body).context(new LinkedHashMap<>());
    }

    private static HttpBody oneWay(long length) {
        return HttpBody.of(new FilterInputStream(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8))) { },
                length);
    }

    private static String read(HttpBody body) throws IOException {
        try (InputStream in = body.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package org.tucuxi.itests.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tucuxi.itests.interop.Answers.at;
import static org.tucuxi.itests.interop.Answers.each;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.Client;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.FlexibleChecksumException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.itests.servers.S3Server;

/** Checksums before and behind bodies of many chunks, of requests and of responses, and compressed requests. */
@ExtendWith(World.Extension.class)
class ChecksumsIT {

    private static final int LARGE = 20 << 20;

    private final World world;

    ChecksumsIT(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "SHA512", "XXHASH64", "XXHASH3", "XXHASH128"})
    void everyAlgorithmGoesBehindAnUploadAndChecksTheDownload(String algorithm) throws IOException {
        Client s3 = world.motoWithTls("s3");
        s3.call("CreateBucket", Map.of("Bucket", "algorithms"));
        byte[] content = new byte[(3 << 20) + 17];
        new Random(7).nextBytes(content);

        s3.call("PutObject", Map.of("Bucket", "algorithms", "Key", algorithm, "Body", content,
                "ChecksumAlgorithm", algorithm));

        Map<String, Object> got = s3.call("GetObject", Map.of("Bucket", "algorithms", "Key", algorithm));
        assertThat(at(got, "ResponseMetadata.ChecksumAlgorithm")).isEqualTo(algorithm.toLowerCase(java.util.Locale.ROOT));
        try (InputStream body = (InputStream) got.get("Body")) {
            assertThat(body.readAllBytes()).isEqualTo(content);
        }
        assertThat(got).containsEntry("ContentLength", (long) content.length).doesNotContainKey("ContentEncoding");
    }

    @Test
    void twentyMebibytesOfAFileAndOfAOneWayStreamGoUpOverTls(@TempDir Path folder) throws Exception {
        Client s3 = world.motoWithTls("s3");
        List<HttpHeaders> sent = recordHeaders(s3);
        s3.call("CreateBucket", Map.of("Bucket", "large"));
        Path file = folder.resolve("large");
        String hash = fill(file);

        s3.call("PutObject", Map.of("Bucket", "large", "Key", "file", "Body", file));
        try (InputStream in = Files.newInputStream(file)) {
            s3.call("PutObject", Map.of("Bucket", "large", "Key", "stream", "Body", new FilterInputStream(in) { }));
        }

        assertThat(download(s3, "large", "file")).isEqualTo(hash);
        assertThat(download(s3, "large", "stream")).isEqualTo(hash);
        for (HttpHeaders headers : List.of(sent.get(1), sent.get(2))) {
            assertThat(headers.get("Transfer-Encoding")).isEqualTo("chunked");
            assertThat(headers.contains("Content-Length")).isFalse();
            assertThat(headers.get("Content-Encoding")).isEqualTo("aws-chunked");
            assertThat(headers.get("X-Amz-Trailer")).isEqualTo("x-amz-checksum-crc32");
            assertThat(headers.get("x-amz-sdk-checksum-algorithm")).isEqualTo("CRC32");
            assertThat(headers.get("X-Amz-Content-SHA256")).isEqualTo("STREAMING-UNSIGNED-PAYLOAD-TRAILER");
            assertThat(headers.get("Expect")).isEqualTo("100-continue");
        }
        assertThat(sent.get(1).get("X-Amz-Decoded-Content-Length")).isEqualTo(Integer.toString(LARGE));
        assertThat(sent.get(2).contains("X-Amz-Decoded-Content-Length")).isFalse();
    }

    @Test
    void twentyMebibytesOfAOneWayStreamGoUpSignedChunkByChunkWithoutTls(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("large");
        String hash = fill(file);
        try (S3Server server = S3Server.start(); Client s3 = world.s3(server)) {
            List<HttpHeaders> sent = recordHeaders(s3);
            s3.call("CreateBucket", Map.of("Bucket", "large"));

            try (InputStream in = Files.newInputStream(file)) {
                s3.call("PutObject", Map.of("Bucket", "large", "Key", "stream",
                        "Body", HttpBody.of(new FilterInputStream(in) { }, LARGE)));
            }

            assertThat(sent.get(1).get("X-Amz-Content-SHA256")).isEqualTo("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
            assertThat(download(s3, "large", "stream")).isEqualTo(hash);
        }
    }

    @Test
    void aBodyThatIsChangedOnItsWayIsNotTaken() throws Exception {
        try (Relay proxy = new Relay(world.motoUrl()); Client s3 = world.at("s3", proxy.url())) {
            List<Throwable> errors = new ArrayList<>();
            s3.meta().events().register("after-call-error.s3.GetObject",
                    (EventHandler<org.tucuxi.event.AfterCallError, Void>) event -> {
                        errors.add(event.exception());
                        return null;
                    });
            s3.call("CreateBucket", Map.of("Bucket", "corrupted"));
            s3.call("PutObject", Map.of("Bucket", "corrupted", "Key", "k", "Body", new byte[LARGE]));
            assertThat(download(s3, "corrupted", "k")).hasSize(64);

            proxy.corrupts = true;
            Map<String, Object> got = s3.call("GetObject", Map.of("Bucket", "corrupted", "Key", "k"));

            try (InputStream body = (InputStream) got.get("Body")) {
                assertThatThrownBy(() -> body.transferTo(java.io.OutputStream.nullOutputStream()))
                        .isInstanceOf(FlexibleChecksumException.class)
                        .hasMessageMatching("Expected checksum \\S{8} did not match calculated checksum: \\S{8}");
            }
            try (InputStream body = (InputStream) s3.call("GetObject", Map.of("Bucket", "corrupted", "Key", "k")).get("Body")) {
                assertThat(body.readNBytes(1000)).hasSize(1000);
            }
            assertThat(errors).isEmpty();
            assertThat(proxy.gets).isEqualTo(3);
        }
    }

    @Test
    void manyMetricsAreSentCompressed() throws Exception {
        // moto 5.2.1 decompresses such a request twice and fails, also that of boto3: the relay gives it the plain one.
        try (Relay relay = new Relay(world.motoUrl()); Client cloudwatch = world.at("cloudwatch", relay.url())) {
            List<HttpHeaders> sent = recordHeaders(cloudwatch);
            List<Map<String, Object>> data = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                data.add(Map.of("MetricName", "a-metric-with-a-long-name-" + i, "Value", i));
            }

            cloudwatch.call("PutMetricData", Map.of("Namespace", "compressed", "MetricData", data));

            assertThat(sent.get(0).get("Content-Encoding")).isEqualTo("gzip");
            assertThat(sent.get(0).get("User-Agent")).containsPattern(" m/\\S*\\bL\\b");
            assertThat(each(cloudwatch.call("ListMetrics", Map.of("Namespace", "compressed")), "Metrics", "MetricName"))
                    .contains("a-metric-with-a-long-name-399");
        }
    }

    private static List<HttpHeaders> recordHeaders(Client client) {
        List<HttpHeaders> sent = new ArrayList<>();
        client.meta().events().register("before-send", (EventHandler<BeforeSend, org.tucuxi.http.HttpResponse>) event -> {
            sent.add(event.request().headers().copy());
            return null;
        });
        return sent;
    }

    /** Writes a large file; gives its hash. */
    private static String fill(Path file) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] piece = new byte[1 << 20];
        Random random = new Random(11);
        try (var out = new DigestOutputStream(Files.newOutputStream(file), sha256)) {
            for (int i = 0; i < LARGE; i += piece.length) {
                random.nextBytes(piece);
                out.write(piece);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static String download(Client s3, String bucket, String key) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (InputStream body = new DigestInputStream(
                (InputStream) s3.call("GetObject", Map.of("Bucket", bucket, "Key", key)).get("Body"), sha256)) {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** Hands requests on to a server, decompressed; where it corrupts, it changes one byte of what is answered to GET. */
    private static final class Relay implements AutoCloseable {
        private static final Pattern HANDED_ON = Pattern.compile("(?i)x-amz.*|authorization|content-type|accept|smithy.*");
        private final HttpClient client = HttpClient.newHttpClient();
        private final HttpServer server;
        private final String target;
        private volatile boolean corrupts;
        private volatile int gets;

        Relay(String target) throws IOException {
            this.target = target;
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::handle);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        private void handle(HttpExchange exchange) throws IOException {
            try (exchange) {
                InputStream in = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                        ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                        .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(in.readAllBytes()));
                exchange.getRequestHeaders().forEach((name, values) -> {
                    if (HANDED_ON.matcher(name).matches()) {
                        request.header(name, values.get(0));
                    }
                });
                HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                byte[] body = response.body();
                if (exchange.getRequestMethod().equals("GET")) {
                    gets++;
                    if (corrupts) {
                        body[body.length / 2] ^= 1;
                    }
                }
                response.headers().map().forEach((name, values) -> {
                    if (name.matches("x-amz.*|etag|content-type|smithy.*")) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
                exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}

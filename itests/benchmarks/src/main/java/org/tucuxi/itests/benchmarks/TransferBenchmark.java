package org.tucuxi.itests.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.PathRequestContent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.launcher.Tucuxi;

/**
 * An object of 256 MiB to a file's place and back, with checksums, in a heap of 100 MB. The body is not signed, as it is not
 * with TLS either: what is measured is the way of the bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx100m")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TransferBenchmark {

    private static final long SIZE = 256L << 20;
    private static final int PIECE = 256 * 1024;

    private final byte[] buffer = new byte[PIECE];
    private BulkStub stub;
    private Tucuxi tucuxi;
    private Session session;
    private Client s3;
    private HttpClient jetty;
    private Path file;

    /** Starts the platform, the server and the bare client, and writes the file. */
    @Setup
    public void start() throws Exception {
        stub = BulkStub.start(SIZE);
        tucuxi = Tucuxi.start();
        session = tucuxi.sessionFactory().builder().region("us-east-1")
                .credentials(Credentials.of("benchmark", "benchmark")).build();
        s3 = session.client("s3", ClientConfig.builder().endpointUrl(stub.url())
                .s3(Map.of("payload_signing_enabled", false)).build());
        jetty = new HttpClient();
        jetty.start();
        file = Files.createTempFile("transfer", ".bin");
        try (var out = Files.newOutputStream(file)) {
            for (long written = 0; written < SIZE; written += PIECE) {
                out.write(buffer);
            }
        }
    }

    /** Stops all three. */
    @TearDown
    public void stop() throws Exception {
        jetty.stop();
        s3.close();
        session.close();
        tucuxi.close();
        stub.close();
        Files.delete(file);
    }

    /** PutObject of a file. */
    @Benchmark
    public Object put() {
        return s3.call("PutObject", Map.of("Bucket", "reports", "Key", "video", "Body", file));
    }

    /** The same file by Jetty's client alone, in pieces that suit it. */
    @Benchmark
    public int putByJetty() throws Exception {
        PathRequestContent body = new PathRequestContent("binary/octet-stream", file, PIECE);
        return jetty.newRequest(stub.url() + "/reports/video").method("PUT").body(body).send().getStatus();
    }

    /** GetObject, read to its end. */
    @Benchmark
    public long get() throws IOException {
        Map<String, Object> result = s3.call("GetObject", Map.of("Bucket", "reports", "Key", "video"));
        try (InputStream body = (InputStream) result.get("Body")) {
            return readAll(body);
        }
    }

    /** The same bytes by Jetty's client alone. */
    @Benchmark
    public long getByJetty() throws Exception {
        InputStreamResponseListener listener = new InputStreamResponseListener();
        jetty.newRequest(stub.url() + "/reports/video").send(listener);
        listener.get(10, TimeUnit.SECONDS);
        try (InputStream body = listener.getInputStream()) {
            return readAll(body);
        }
    }

    private long readAll(InputStream body) throws IOException {
        long count = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            count += read;
        }
        if (count != SIZE) {
            throw new IOException("Expected " + SIZE + " bytes, got " + count);
        }
        return count;
    }
}

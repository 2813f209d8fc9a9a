package org.tucuxi.itests.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
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

/** Whole calls against a server on this machine, beside the bare HTTP client that fetches the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class CallBenchmark {

    private static final Map<String, Object> OBJECT = Map.of("Bucket", "reports", "Key", "2026/january");

    private Platform platform;
    private Client s3;
    private HttpClient jetty;
    private String bucketsUrl;
    private String objectUrl;

    /** Starts the platform, the server and the bare client. */
    @Setup
    public void start() throws Exception {
        platform = new Platform();
        s3 = platform.client();
        bucketsUrl = platform.url() + "/";
        objectUrl = platform.url() + "/reports/2026/january";
        jetty = new HttpClient();
        jetty.start();
    }

    /** Stops all three. */
    @TearDown
    public void stop() throws Exception {
        jetty.stop();
        platform.close();
    }

    /** ListBuckets: build, resolve, sign, send, parse XML. */
    @Benchmark
    public Map<String, Object> listBuckets() {
        return s3.call("ListBuckets");
    }

    /** The bytes of ListBuckets, not parsed. */
    @Benchmark
    public ContentResponse listBucketsByJetty() throws Exception {
        return jetty.GET(bucketsUrl);
    }

    /** GetObject of 1 KiB, its stream read to the end. */
    @Benchmark
    public byte[] getObject() throws IOException {
        try (InputStream body = (InputStream) s3.call("GetObject", OBJECT).get("Body")) {
            return body.readAllBytes();
        }
    }

    /** The same 1 KiB. */
    @Benchmark
    public byte[] getObjectByJetty() throws Exception {
        return jetty.GET(objectUrl).getContent();
    }
}

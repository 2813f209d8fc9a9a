package org.tucuxi.itests.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The object of 256 MiB by the AWS SDK for Java 2, as it is when nothing is configured. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TransferPeerBenchmark {

    private static final long SIZE = 256L << 20;

    private final byte[] buffer = new byte[256 * 1024];
    private BulkStub stub;
    private S3Client s3;
    private Path file;

    /** Starts the server, makes the client and writes the file. */
    @Setup
    public void start() throws IOException {
        stub = BulkStub.start(SIZE);
        s3 = S3Client.builder().forcePathStyle(true).region(Region.US_EAST_1).endpointOverride(URI.create(stub.url()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("benchmark", "benchmark")))
                .build();
        file = Files.createTempFile("transfer", ".bin");
        try (var out = Files.newOutputStream(file)) {
            for (long written = 0; written < SIZE; written += buffer.length) {
                out.write(buffer);
            }
        }
    }

    /** Stops both. */
    @TearDown
    public void stop() throws IOException {
        s3.close();
        stub.close();
        Files.delete(file);
    }

    /** PutObject of a file. */
    @Benchmark
    public Object put() {
        return s3.putObject(request -> request.bucket("reports").key("video"), RequestBody.fromFile(file));
    }

    /** GetObject, read to its end. */
    @Benchmark
    public long get() throws IOException {
        long count = 0;
        try (InputStream body = s3.getObject(request -> request.bucket("reports").key("video"))) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                count += read;
            }
        }
        return count;
    }
}

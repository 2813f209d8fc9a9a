package org.tucuxi.itests.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tucuxi.client.checksum.ChecksumAlgorithm;
import org.tucuxi.http.AwsChunkedBody.Sum;

/** The checksum of one mebibyte, in pieces as the transport asks for them, beside the JDK's fastest. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChecksumBenchmark {

    private static final int PIECE = 256 * 1024;
    private static final int SIZE = 1024 * 1024;

    /** By which algorithm. */
    @Param({"CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"})
    public ChecksumAlgorithm algorithm;

    private final byte[] bytes = new byte[SIZE];

    /** Makes the bytes. */
    @Setup
    public void fill() {
        new Random(1).nextBytes(bytes);
    }

    /**
     * Tucuxi's computation.
     *
     * @return the checksum
     */
    @Benchmark
    public byte[] tucuxi() {
        Sum sum = algorithm.sum();
        for (int at = 0; at < SIZE; at += PIECE) {
            sum.update(bytes, at, PIECE);
        }
        return sum.digest();
    }

    /**
     * The limit: the JDK's intrinsic.
     *
     * @return the checksum
     */
    @Benchmark
    public long jdkCrc32c() {
        CRC32C sum = new CRC32C();
        for (int at = 0; at < SIZE; at += PIECE) {
            sum.update(bytes, at, PIECE);
        }
        return sum.getValue();
    }
}

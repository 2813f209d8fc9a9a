package org.tucuxi.itests.benchmarks;

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
import org.tucuxi.Client;

/** Making one more client of a service that has a client already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClientBenchmark {

    private Platform platform;
    private Client first;

    /** Starts the platform and makes the first client. */
    @Setup
    public void start() {
        platform = new Platform();
        first = platform.client();
    }

    /** Stops the platform. */
    @TearDown
    public void stop() {
        first.close();
        platform.close();
    }

    /** Makes a client and closes it, for a session holds on to its open clients. */
    @Benchmark
    public Client makeAndClose() {
        Client client = platform.client();
        client.close();
        return client;
    }
}

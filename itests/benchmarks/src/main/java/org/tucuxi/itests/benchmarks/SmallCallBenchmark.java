package org.tucuxi.itests.benchmarks;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tucuxi.Client;

/** Small calls, by one thread or, with {@code -t 16}, by sixteen; beside the bare HTTP client. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SmallCallBenchmark {

    /** Which call. */
    @Param
    SmallCall call;

    private Platform platform;
    private Client client;
    private HttpClient jetty;

    /** Starts the platform, the server and the bare client. */
    @Setup
    public void start() throws Exception {
        platform = new Platform(call);
        client = platform.client(call.service);
        jetty = new HttpClient();
        jetty.setMaxConnectionsPerDestination(Platform.CONNECTIONS);
        jetty.start();
    }

    /** Stops all three. */
    @TearDown
    public void stop() throws Exception {
        jetty.stop();
        client.close();
        platform.close();
    }

    /** Validate, resolve, build, sum, sign, send, parse. */
    @Benchmark
    public Object tucuxi() {
        return call.by(client);
    }

    /** The same bytes by Jetty's client alone. */
    @Benchmark
    public byte[] jetty() throws Exception {
        return call.by(jetty, platform.url());
    }
}

package org.tucuxi.itests.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.CompletableResponseListener;
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

/** Whole calls of several protocols against a server on this machine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LargeCallBenchmark {

    private static final int LIMIT = 16 << 20;

    /** Which call. */
    @Param
    LargeCall call;

    private Platform platform;
    private Client client;
    private HttpClient jetty;

    /** Starts the platform, the server and the bare client. */
    @Setup
    public void start() throws Exception {
        platform = new Platform(call.service, call.answer);
        client = platform.client(call.service);
        jetty = new HttpClient();
        jetty.start();
    }

    /** Stops all three. */
    @TearDown
    public void stop() throws Exception {
        jetty.stop();
        client.close();
        platform.close();
    }

    /** Build, resolve, sign, send, parse. */
    @Benchmark
    public Map<String, Object> tucuxi() {
        return client.call(call.operation, call.parameters);
    }

    /** The same answer by Jetty's client alone, not parsed. */
    @Benchmark
    public byte[] jetty() throws Exception {
        CompletableResponseListener response = new CompletableResponseListener(jetty.newRequest(platform.url()), LIMIT);
        return response.send().get().getContent();
    }
}

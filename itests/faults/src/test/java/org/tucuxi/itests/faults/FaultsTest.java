package org.tucuxi.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.transport.JettyTransport;

/** Every call ends as the rules say, in every mode, and leaves nothing behind. */
class FaultsTest {

    private static final int CALLS = Integer.getInteger("faults.calls", 10_000);
    private static final long SEED = Long.getLong("faults.seed", 2026);
    private static final int LANES = 4;
    /** More than the JVM's own noise, less than the bodies of a few thousand calls. */
    private static final long HEAP_TOLERANCE = 24L << 20;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void everyCallEndsAsTheRulesSayAndNothingIsLeft(@TempDir Path folder) throws Exception {
        List<Path> models = Models.folders(folder);
        run(lanes(200, models));
        long before = usedHeap();

        long attempts = run(lanes(CALLS, models));

        assertThat(attempts).isGreaterThan(CALLS * 4L);
        await("the heap is as it was", () -> usedHeap() - before < HEAP_TOLERANCE);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aSilentServerRunsIntoTheReadTimeoutAndUsesUpTheQuotaTwiceAsFast(@TempDir Path folder) throws Exception {
        List<Path> models = Models.folders(folder);

        run((server, transport) -> List.of(new Lane(Mode.LEGACY, 0, SEED, 6, server, transport, models).silent(),
                new Lane(Mode.STANDARD, 0, SEED, 30, server, transport, models).silent(),
                new Lane(Mode.ADAPTIVE, 0, SEED, 30, server, transport, models).silent(),
                new Lane(Mode.NEW_RETRIES, 0, SEED, 30, server, transport, models).silent()));
    }

    private static BiFunction<FaultServer, JettyTransport, List<Lane>> lanes(int calls, List<Path> models) {
        return (server, transport) -> {
            List<Lane> lanes = new ArrayList<>();
            for (Mode mode : Mode.values()) {
                for (int lane = 0; lane < LANES; lane++) {
                    lanes.add(new Lane(mode, lane, SEED, calls / LANES, server, transport, models));
                }
            }
            return lanes;
        };
    }

    private static long run(BiFunction<FaultServer, JettyTransport, List<Lane>> lanes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Mode.values().length * LANES);
        JettyTransport transport = new JettyTransport();
        long attempts = 0;
        try (FaultServer server = new FaultServer()) {
            List<Future<Long>> ends = new ArrayList<>();
            for (Lane lane : lanes.apply(server, transport)) {
                ends.add(threads.submit(lane));
            }
            for (Future<Long> end : ends) {
                attempts += end.get();
            }
            await("clients that are closed keep no connection", () -> server.connections() == 0);
        } finally {
            threads.shutdownNow();
            transport.deactivate();
        }
        await("no thread is left", () -> threadsOfOurs().isEmpty());
        return attempts;
    }

    private static List<String> threadsOfOurs() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("tucuxi")).toList();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}

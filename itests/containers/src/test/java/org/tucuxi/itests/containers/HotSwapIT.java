package org.tucuxi.itests.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.tucuxi.Client;
import org.tucuxi.Session;

/** A handler bundle that comes and goes while eight threads call. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HotSwapIT {

    private static final int THREADS = 8;
    private static final int SWAPS = 100;
    private static final long LOAD_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final byte[] HANDLER = HotBundle.counting("swapped", Map.of("event.pattern", "before-call.s3"));

    @Inject
    private BundleContext context;
    private Platform platform;
    private Board board;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final LongAdder calls = new LongAdder();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @Configuration
    public Option[] configuration() {
        return Containers.felix();
    }

    @Test
    public void noCallFailsNoHandlerRunsLateAndNoClassLoaderStays() throws Exception {
        platform = new Platform(context);
        board = platform.board();
        platform.configure(Session.DEFAULT_NAME);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        long handled;

        try (Client client = platform.session(Session.DEFAULT_NAME).client("s3")) {
            List<Thread> threads = startCalling(client);
            try {
                long end = System.nanoTime() + LOAD_NANOS;
                while (loaders.size() < SWAPS || System.nanoTime() < end) {
                    loaders.add(swap());
                }
                handled = board.count("swapped");
                long callsBefore = calls.sum();
                Await.until("calls after the last handler has gone", () -> calls.sum() > callsBefore + THREADS);
            } finally {
                isOver.set(true);
                for (Thread thread : threads) {
                    thread.join();
                }
            }
        }

        assertThat(failures).isEmpty();
        assertThat(board.count("swapped")).as("calls that reached a handler after all had gone").isEqualTo(handled);
        assertThat(board.count("violations")).as("calls outside of activate and deactivate").isZero();
        assertThat(loaders).hasSizeGreaterThanOrEqualTo(SWAPS);
        Await.until(() -> "class loaders of handlers to be collected; there are " + alive(loaders), () -> {
            System.gc();
            return alive(loaders) == 0;
        });
        board.close();
    }

    private List<Thread> startCalling(Client client) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> call(client), "caller-" + i);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private void call(Client client) {
        while (!isOver.get()) {
            try {
                Buckets.list(client);
                calls.increment();
            } catch (RuntimeException | Error e) {
                failures.add(e);
            }
        }
    }

    /** Deploys the handler, waits until it was called, undeploys it. */
    private WeakReference<ClassLoader> swap() throws Exception {
        long before = board.count("swapped");
        Bundle bundle = platform.install("swapped", HANDLER);
        Await.until("a call that reaches the handler", () -> board.count("swapped") > before);
        WeakReference<ClassLoader> loader = new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
        bundle.uninstall();
        long after = board.count("swapped");
        long callsAfter = calls.sum();
        Await.until("a call without the handler", () -> calls.sum() > callsAfter);
        assertThat(board.count("swapped")).as("calls of a handler that has gone").isEqualTo(after);
        return loader;
    }

    private static long alive(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }
}

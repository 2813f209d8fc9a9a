package org.tucuxi.itests.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.tucuxi.Client;
import org.tucuxi.Session;
import org.tucuxi.UnsatisfiedException;

/** Bundles that are updated while threads call: a call works, or says which bundle is missing. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class UpdateUnderLoadIT {

    private static final int THREADS = 4;
    private static final int UPDATES = 5;
    private static final int CALLS_BETWEEN = 20;

    @Inject
    private BundleContext context;
    private Platform platform;
    private org.osgi.service.cm.Configuration record;
    private Client s3;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final LongAdder calls = new LongAdder();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @Configuration
    public Option[] configuration() {
        return Containers.felix();
    }

    @Before
    public void startCalling() throws Exception {
        platform = new Platform(context);
        record = platform.configure(Session.DEFAULT_NAME);
        s3 = platform.session(Session.DEFAULT_NAME).client("s3");
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::call, "caller-" + i);
            thread.start();
            threads.add(thread);
        }
        awaitCalls();
    }

    @After
    public void stopCalling() throws Exception {
        isOver.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        s3.close();
        platform.startAll();
        platform.remove(record, Session.DEFAULT_NAME);
    }

    private void call() {
        while (!isOver.get()) {
            try {
                Buckets.list(s3);
                calls.increment();
            } catch (RuntimeException e) {
                failures.add(e);
                Thread.yield();
            }
        }
    }

    private void awaitCalls() {
        long enough = calls.sum() + CALLS_BETWEEN;
        Await.until(() -> "calls that work; failures: " + failures.stream().limit(3).toList(), () -> calls.sum() >= enough);
    }

    private void update(String bundle) throws Exception {
        for (int i = 0; i < UPDATES; i++) {
            platform.update(bundle);
            awaitCalls();
        }
        isOver.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void failuresNameOnly(String bundle) throws Exception {
        update(bundle);

        assertNone(failures.stream()
                .filter(failure -> !(failure instanceof UnsatisfiedException && failure.getMessage().contains(bundle))).toList());
    }

    @Test
    public void transport() throws Exception {
        failuresNameOnly("org.tucuxi.transport");
    }

    @Test
    public void protocols() throws Exception {
        failuresNameOnly("org.tucuxi.protocols");
    }

    @Test
    public void signing() throws Exception {
        failuresNameOnly("org.tucuxi.signing");
    }

    @Test
    public void endpoints() throws Exception {
        failuresNameOnly("org.tucuxi.endpoints");
    }

    @Test
    public void config() throws Exception {
        failuresNameOnly("org.tucuxi.config");
    }

    @Test
    public void credentials() throws Exception {
        failuresNameOnly("org.tucuxi.credentials");
    }

    @Test
    public void retries() throws Exception {
        failuresNameOnly("org.tucuxi.retries");
    }

    @Test
    public void models() throws Exception {
        failuresNameOnly("org.tucuxi.models");
    }

    /** Calls wait for the new revision: an update of a service is no outage. */
    @Test
    public void service() throws Exception {
        update("org.tucuxi.services.s3");

        assertNone(List.copyOf(failures));
    }

    /** Shows only the first: it says enough. */
    private static void assertNone(List<RuntimeException> failures) {
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " calls failed; the first:", failures.get(0));
        }
    }
}

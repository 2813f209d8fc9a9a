package org.tucuxi.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.tucuxi.Session;
import org.tucuxi.event.EmissionObserver.Emission;
import org.tucuxi.event.Registration;

/**
 * One running trace. Calls only drop their emissions into a bounded queue, so a slow terminal never holds a call up;
 * when it is full, the oldest go, are counted, and that is said.
 */
final class Trace implements AutoCloseable {

    private static final int QUEUE = 1_000;

    private final String[] pattern;
    private final BlockingQueue<List<String>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong lost = new AtomicLong();
    private final Registration registration;

    Trace(Session session, String pattern) {
        this.pattern = pattern == null ? new String[0] : pattern.split("\\.", -1);
        this.registration = session.events().observe(this::emitted);
    }

    private void emitted(Emission emission) {
        if (!matches(emission.event().name())) {
            return;
        }
        List<String> lines = TraceFormat.lines(emission);
        while (!queue.offer(lines)) {
            if (queue.poll() != null) {
                lost.incrementAndGet();
            }
        }
    }

    /** As in handler patterns: leading parts, a star for any one part. */
    private boolean matches(String name) {
        if (pattern.length == 0) {
            return true;
        }
        String[] parts = name.split("\\.", -1);
        if (parts.length < pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equals(parts[i])) {
                return false;
            }
        }
        return true;
    }

    /** Prints what was seen since the last time. */
    void show(PrintStream out) {
        for (List<String> lines = queue.poll(); lines != null; lines = queue.poll()) {
            print(lines, out);
        }
    }

    /** Prints what is seen, as it is seen, until the thread is interrupted. */
    void follow(PrintStream out) {
        try {
            while (true) {
                print(queue.take(), out);
            }
        } catch (InterruptedException e) {
            // The thread is this trace's own, and ends here.
            show(out);
        }
    }

    private void print(List<String> lines, PrintStream out) {
        long missed = lost.getAndSet(0);
        if (missed > 0) {
            out.println("(" + missed + " emissions left out: the calls are faster than the terminal)");
        }
        lines.forEach(out::println);
        out.flush();
    }

    /** Ends the watching; what was seen can still be shown. */
    @Override
    public void close() {
        registration.close();
    }
}

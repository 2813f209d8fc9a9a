package org.tucuxi.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.tucuxi.Session;
import org.tucuxi.event.EmissionObserver.Emission;
import org.tucuxi.event.Registration;

/**
 * One running trace. Calls only drop their emissions into a bounded queue, so a slow terminal never holds a call up; what
 * does not fit is counted, and said. The printing thread is started by the command, from which it inherits the terminal.
 */
final class Trace implements AutoCloseable {

    private static final int QUEUE = 1_000;
    private static final List<String> END = List.of();

    private final String session;
    private final String[] pattern;
    private final BlockingQueue<List<String>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong lost = new AtomicLong();
    private final Registration registration;
    private final Thread printer;

    Trace(Session session, String pattern, PrintStream out) {
        this.session = session.name();
        this.pattern = pattern == null ? new String[0] : pattern.split("\\.", -1);
        this.printer = new Thread(() -> print(out), "tucuxi-trace-" + this.session);
        printer.setDaemon(true);
        printer.start();
        this.registration = session.events().observe(this::emitted);
    }

    String session() {
        return session;
    }

    private void emitted(Emission emission) {
        if (matches(emission.event().name()) && !queue.offer(TraceFormat.lines(emission))) {
            lost.incrementAndGet();
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

    private void print(PrintStream out) {
        try {
            for (List<String> lines = queue.take(); lines != END; lines = queue.take()) {
                print(lines, out);
            }
        } catch (InterruptedException e) {
            List<List<String>> left = new ArrayList<>();
            queue.drainTo(left);
            left.stream().filter(lines -> lines != END).forEach(lines -> print(lines, out));
        }
        out.flush();
    }

    private void print(List<String> lines, PrintStream out) {
        long missed = lost.getAndSet(0);
        if (missed > 0) {
            out.println("(" + missed + " emissions left out: the terminal is slower than the calls)");
        }
        lines.forEach(out::println);
        out.flush();
    }

    /** Ends the trace; what was seen so far is printed before this returns. */
    @Override
    public void close() {
        registration.close();
        if (!queue.offer(END)) {
            printer.interrupt();
        }
        boolean interrupted = false;
        try {
            printer.join(2_000);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (printer.isAlive()) {
            printer.interrupt();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

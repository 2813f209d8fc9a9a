package org.tucuxi.credentials.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run to its end, with a limit to its time and to what it may say.
 *
 * <p>One thread reads both outputs, and only what is there: a reader that blocks would wait for a grandchild that
 * inherited the pipe and lives on, long after the program itself has ended.
 */
final class BoundedProcess {

    /** The largest standard output. */
    static final int OUTPUT_LIMIT = 1 << 20;
    /** As much of standard error is kept, from its end: that is where the reason stands. */
    static final int ERROR_LIMIT = 4096;

    private static final long PAUSE_MILLIS = 20;
    /** After so many pieces of standard error it is time to look at the clock again. */
    private static final int ERROR_ROUNDS = 128;

    private final Process process;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8192];
    private byte[] error = {};

    private BoundedProcess(Process process) {
        this.process = process;
    }

    /**
     * What came of it.
     *
     * @param exit the exit status
     * @param output standard output
     * @param error the end of standard error
     */
    record Outcome(int exit, byte[] output, String error) {

        /** The output is a secret. */
        @Override
        public String toString() {
            return "Outcome(exit status " + exit + ')';
        }
    }

    /**
     * Runs a program with an empty standard input.
     *
     * @param command the program and its arguments
     * @param timeout how long it may take
     * @return what came of it
     * @throws IOException when it cannot be started, says too much or takes too long; then it and all that it started
     *         are killed. The message names the program and none of its arguments, which may be secrets
     * @throws InterruptedException when this thread is interrupted; the program is killed then too
     */
    static Outcome run(List<String> command, Duration timeout) throws IOException, InterruptedException {
        BoundedProcess run = new BoundedProcess(start(command));
        try {
            run.process.getOutputStream().close();
            run.untilItEnds(System.nanoTime() + timeout.toNanos(), timeout);
            return new Outcome(run.process.exitValue(), run.output.toByteArray(),
                    new String(run.error, StandardCharsets.UTF_8));
        } finally {
            run.kill();
        }
    }

    private static Process start(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException | RuntimeException e) {
            String reason = e.getCause() instanceof IOException cause ? cause.getMessage()
                    : e.getClass().getSimpleName();
            throw new IOException("the program '" + command.get(0) + "' cannot be started (" + reason + ')');
        }
    }

    private void untilItEnds(long end, Duration timeout) throws IOException, InterruptedException {
        boolean alive = true;
        while (alive) {
            alive = process.isAlive();
            boolean silent = !read();
            long left = end - System.nanoTime();
            if (alive && left <= 0) {
                throw new IOException("it did not end within " + seconds(timeout) + " and was killed");
            }
            if (alive && silent) {
                process.waitFor(Math.min(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS), left), TimeUnit.NANOSECONDS);
            }
        }
    }

    private static String seconds(Duration timeout) {
        return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    }

    /** Reads what is there; once the program has ended that is all it said. */
    private boolean read() throws IOException {
        boolean found = false;
        InputStream out = process.getInputStream();
        for (int n = next(out); n > 0; n = next(out)) {
            output.write(buffer, 0, n);
            found = true;
            if (output.size() > OUTPUT_LIMIT) {
                throw new IOException("it wrote more than " + OUTPUT_LIMIT + " bytes to its standard output");
            }
        }
        InputStream err = process.getErrorStream();
        for (int n = next(err), round = 0; n > 0; n = ++round < ERROR_ROUNDS ? next(err) : 0) {
            keepEnd(n);
            found = true;
        }
        return found;
    }

    private int next(InputStream in) throws IOException {
        int there = in.available();
        return there == 0 ? 0 : in.read(buffer, 0, Math.min(there, buffer.length));
    }

    private void keepEnd(int n) {
        byte[] all = Arrays.copyOf(error, error.length + n);
        System.arraycopy(buffer, 0, all, error.length, n);
        error = all.length <= ERROR_LIMIT ? all : Arrays.copyOfRange(all, all.length - ERROR_LIMIT, all.length);
    }

    /** The descendants are looked up first: those of a dead program are nobody's. */
    private void kill() {
        if (process.isAlive()) {
            List<ProcessHandle> descendants = process.descendants().toList();
            process.destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }
}

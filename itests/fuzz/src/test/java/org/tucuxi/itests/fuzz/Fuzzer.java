package org.tucuxi.itests.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Makes inputs until the time is over. The seed of each is the one before it and one more. */
final class Fuzzer {

    private static final int MOST_FAILURES = 20;
    /** So many there are also on a machine that is too busy for its time. */
    private static final int LEAST_INPUTS = 500;
    private static final int SHOWN_HEX = 400;

    private final List<Target> targets;
    private final long seed;
    private final long nanos;
    private final Path folder;
    private final Map<String, Integer> counts = new TreeMap<>();
    /** The first of each kind. */
    private final Map<String, String> failures = new LinkedHashMap<>();

    Fuzzer(List<Target> targets, long seed, long seconds, Path folder) {
        this.targets = targets;
        this.seed = seed;
        this.nanos = seconds * 1_000_000_000L;
        this.folder = folder;
    }

    /** Runs; the failures, by what they have in common. */
    Map<String, String> run() throws InterruptedException {
        long end = System.nanoTime() + nanos;
        long[] current = {seed};
        Watch.Overdue overdue = new Watch().run(watch -> {
            for (; isWanted(current[0] - seed, end); current[0]++) {
                once(watch, current[0]);
            }
        });
        if (overdue != null) {
            fail(current[0], overdue.attempt(), new Judge.Verdict("took more than its time", overdue.place()));
        }
        return failures;
    }

    private boolean isWanted(long made, long end) {
        return failures.size() < MOST_FAILURES && (made < LEAST_INPUTS || System.nanoTime() < end);
    }

    /** How many inputs came to what. */
    Map<String, Integer> counts() {
        return counts;
    }

    private void once(Watch watch, long inputSeed) {
        SplittableRandom random = new SplittableRandom(inputSeed);
        Target target = targets.get(random.nextInt(targets.size()));
        Attempt attempt = target.next(random);
        if (attempt != null) {
            Judge.Verdict verdict = watch.judge(attempt);
            counts.merge(target.name() + (verdict.thrown() == null ? " to values" : " to exceptions"), 1, Integer::sum);
            if (verdict.problem() != null) {
                fail(inputSeed, attempt, verdict);
            }
        }
    }

    private void fail(long inputSeed, Attempt attempt, Judge.Verdict verdict) {
        String kind = verdict.problem().replaceAll("[0-9]+", "N") + place(verdict.thrown());
        if (failures.containsKey(kind)) {
            return;
        }
        String hex = hex(attempt.input(), SHOWN_HEX);
        String report = "-Dfuzz.seed=" + inputSeed + "\n" + attempt.description() + "\n" + verdict.problem() + "\n"
                + "input of " + attempt.input().length + " bytes: " + hex + "\n" + trace(verdict.thrown());
        failures.put(kind, report);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(inputSeed + ".bin"), attempt.input());
            Files.writeString(folder.resolve(inputSeed + ".txt"), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(Throwable thrown) {
        return thrown == null || thrown.getStackTrace().length == 0 ? "" : " at " + thrown.getStackTrace()[0];
    }

    private static String hex(byte[] bytes, int most) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < bytes.length && i < most; i++) {
            out.append(String.format("%02x", bytes[i]));
        }
        return out.append(bytes.length > most ? "…" : "").toString();
    }

    private static String trace(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out));
        String trace = out.toString();
        return trace.length() > 4000 ? trace.substring(0, 4000) + "…" : trace;
    }
}

package org.tucuxi.itests.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long the distribution takes from the start of its process until the result of its first call is printed:
 * {@code java -cp benchmarks.jar org.tucuxi.itests.benchmarks.StartUp tucuxi.jar [runs]}.
 */
public final class StartUp {

    private static final int RUNS = 11;

    private final Path folder;
    private final Stub stub;
    private final int runs;

    private StartUp(Path folder, Stub stub, int runs) {
        this.folder = folder;
        this.stub = stub;
        this.runs = runs;
    }

    /**
     * Measures and prints.
     *
     * @param arguments the jar, and how many runs to make of each kind
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            System.err.println("Give the path of tucuxi.jar, and how many runs to make if not " + RUNS);
            System.exit(2);
        }
        String jar = Path.of(arguments[0]).toAbsolutePath().toString();
        Path folder = Files.createTempDirectory("tucuxi-start-");
        try (Stub stub = Stub.start()) {
            StartUp start = new StartUp(folder, stub, arguments.length > 1 ? Integer.parseInt(arguments[1]) : RUNS);
            start.measure("java -jar tucuxi.jar", List.of("-jar", jar));
            Path installed = folder.resolve("installed");
            start.run(List.of("-jar", jar, "--archive", installed.toString()), false);
            start.measure("with a class-data archive", List.of("@" + installed.resolve("tucuxi.args")));
        } finally {
            delete(folder.toFile());
        }
    }

    private void measure(String what, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("--deploy", folder.resolve("deploy").toString(), "-c",
                "tucuxi:call -r us-east-1 -e " + stub.url() + " s3 ListBuckets"));
        // The first run fills the caches of the file system.
        run(command, true);
        long[] nanos = new long[runs];
        for (int i = 0; i < runs; i++) {
            nanos[i] = run(command, true);
        }
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%-28s median %.2f s, best %.2f s, worst %.2f s of %d runs%n", what,
                nanos[runs / 2] / 1e9, nanos[0] / 1e9, nanos[runs - 1] / 1e9, runs);
    }

    /** Nanoseconds until the result is printed. */
    private long run(List<String> options, boolean isCall) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "benchmark", "AWS_SECRET_ACCESS_KEY", "benchmark"));
        long began = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        long printed = 0;
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.contains("reports") && printed == 0) {
                    printed = System.nanoTime();
                }
            }
        }
        int status = process.waitFor();
        if (status != 0 || isCall && printed == 0) {
            throw new IllegalStateException(command + " ended with status " + status
                    + (printed == 0 ? " and printed no bucket" : ""));
        }
        return printed - began;
    }

    private static void delete(File file) {
        File[] inside = file.listFiles();
        if (inside != null) {
            for (File each : inside) {
                delete(each);
            }
        }
        file.delete();
    }
}

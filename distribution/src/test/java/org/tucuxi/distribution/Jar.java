package org.tucuxi.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built jar, and processes that run it: each in a folder and with a folder for temporary files of its own. */
final class Jar {

    static final Path FILE = Path.of(System.getProperty("tucuxi.jar", "target/tucuxi.jar")).toAbsolutePath();

    private static final long LIMIT_SECONDS = 90;
    private static final Map<String, String> ENVIRONMENT = Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "not-a-secret", "AWS_REGION", "us-east-1", "AWS_CONFIG_FILE", "none",
            "AWS_SHARED_CREDENTIALS_FILE", "none", "AWS_EC2_METADATA_DISABLED", "true");

    private final Path folder;

    Jar(Path folder) {
        this.folder = folder;
    }

    /** What a process did. */
    record Ended(int status, String out, String err) {
    }

    Process start(Redirect out, Path err, String... arguments) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary, "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(out).redirectError(err.toFile());
        builder.environment().putAll(ENVIRONMENT);
        return builder.start();
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return type("", arguments);
    }

    /** Runs to the end with a text on the standard input. */
    Ended type(String input, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = start(Redirect.to(out.toFile()), err, arguments);
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running after " + LIMIT_SECONDS + " s; so far: " + Files.readString(out)
                    + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left.filter(path -> !path.getFileName().toString().startsWith("hsperfdata"))).isEmpty();
        }
    }
}

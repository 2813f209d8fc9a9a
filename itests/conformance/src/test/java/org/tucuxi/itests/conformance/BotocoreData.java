package org.tucuxi.itests.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The data folder of the Python package botocore, looked for when first needed: where the caller says, else where
 * Python has it, else in a wheel that pip fetches.
 */
final class BotocoreData {

    private static final String VERSION = "1.43.67";
    private static final long FETCH_SECONDS = 180;

    private final Path given;
    private final Path downloads;
    private Path folder;
    private IllegalStateException failure;

    /**
     * Makes a finder.
     *
     * @param given a data folder, a folder that holds the package, or a wheel; null when the caller names none
     * @param downloads where a wheel may be put
     */
    BotocoreData(Path given, Path downloads) {
        this.given = given;
        this.downloads = downloads;
    }

    /**
     * The data folder.
     *
     * @throws IllegalStateException when there is none; looked for only once
     */
    Path folder() {
        if (folder == null && failure == null) {
            try {
                folder = find();
            } catch (IOException | IllegalStateException e) {
                failure = new IllegalStateException("no data of botocore: " + e.getMessage()
                        + "; name their folder with -Dbotocore.data=DIR", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return folder;
    }

    private Path find() throws IOException {
        if (given != null) {
            return dataIn(given);
        }
        String installed = run("python3", "-c", "import botocore, os; print(os.path.dirname(botocore.__file__))");
        if (installed != null) {
            return dataIn(Path.of(installed));
        }
        Files.createDirectories(downloads);
        if (wheel() == null) {
            run("python3", "-m", "pip", "download", "--quiet", "--no-deps", "--dest", downloads.toString(),
                    "botocore==" + VERSION);
        }
        if (wheel() == null) {
            throw new IllegalStateException("botocore is not installed and pip cannot fetch it");
        }
        return dataIn(wheel());
    }

    private Path wheel() {
        List<Path> wheels = Folders.files(downloads, ".whl");
        return wheels.isEmpty() ? null : wheels.get(0);
    }

    private static Path dataIn(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new IllegalStateException(place + " does not exist");
        }
        // The file system of a wheel stays open: the rule sets are read from it as long as the tests run.
        Path root = Files.isDirectory(place) ? place : FileSystems.newFileSystem(place).getPath("/");
        return Stream.of(root.resolve("botocore/data"), root.resolve("data"), root)
                .filter(candidate -> Files.isRegularFile(candidate.resolve("endpoints.json"))
                        || Files.isDirectory(candidate.resolve("s3")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(place + " holds no data of botocore"));
    }

    /** The output of a command, or null when it cannot be run, fails or hangs. */
    private static String run(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            return null;
        }
        process.getOutputStream().close();
        try {
            if (!process.waitFor(FETCH_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return null;
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            process.destroyForcibly();
        }
    }
}

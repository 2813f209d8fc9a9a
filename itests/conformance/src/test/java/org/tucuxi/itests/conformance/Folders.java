package org.tucuxi.itests.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists folders, in the order of names, so that every run has the same order. */
final class Folders {

    private Folders() {
    }

    static List<Path> in(Path folder) {
        return list(folder).stream().filter(Files::isDirectory).toList();
    }

    static List<Path> files(Path folder, String ending) {
        return list(folder).stream().filter(path -> name(path).endsWith(ending)).toList();
    }

    /** The last part of a path; a folder of a zip file ends with a slash, which is no part of its name. */
    static String name(Path path) {
        String name = path.toAbsolutePath().normalize().getFileName().toString();
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.tucuxi.modeltool.smithy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tucuxi.modeltool.PackagingException;

/**
 * The files of Smithy models. A jar is a model, a JSON file is one, and the IDL files of a folder are one together.
 * What is read is not trusted: it is bounded.
 */
final class ModelFiles {

    private static final int LIMIT = 256 << 20;
    private static final int DEPTH = 12;

    private ModelFiles() {
    }

    /** The models: name and bytes of their files. */
    static List<Map<String, byte[]>> find(Path source) throws IOException {
        List<Map<String, byte[]>> models = new ArrayList<>();
        if (Files.isRegularFile(source)) {
            models.add(isJar(source) ? jar(source) : Map.of(source.toString(), read(source)));
            return models;
        }
        if (!Files.isDirectory(source)) {
            throw new PackagingException("There is no Smithy model at " + source
                    + "; --smithy takes a .json or .smithy file, a jar, or a folder of those");
        }
        Map<String, byte[]> idl = new TreeMap<>();
        for (Path file : files(source)) {
            if (isJar(file)) {
                models.add(jar(file));
            } else if (file.toString().endsWith(".json")) {
                models.add(Map.of(file.toString(), read(file)));
            } else if (file.toString().endsWith(".smithy")) {
                idl.put(file.toString(), read(file));
            }
        }
        if (!idl.isEmpty()) {
            models.add(idl);
        }
        models.removeIf(Map::isEmpty);
        return models;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar");
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in, LIMIT, file);
        }
    }

    private static Map<String, byte[]> jar(Path jar) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        int left = LIMIT;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith("META-INF/smithy/") && (name.endsWith(".json") || name.endsWith(".smithy"))) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        byte[] bytes = bounded(in, left, jar);
                        left -= bytes.length;
                        files.put(jar + "!/" + name, bytes);
                    }
                }
            }
        } catch (ZipException e) {
            throw new PackagingException(jar + " is no jar: " + e.getMessage(), e);
        }
        return files;
    }

    private static byte[] bounded(InputStream in, int limit, Path file) throws IOException {
        byte[] bytes = in.readNBytes(limit);
        if (in.read() >= 0) {
            throw new PackagingException(file + " has more than " + (LIMIT >> 20) + " MiB, which no service model has");
        }
        return bytes;
    }
}

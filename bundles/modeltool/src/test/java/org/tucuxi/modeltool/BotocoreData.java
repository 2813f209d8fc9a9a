package org.tucuxi.modeltool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A made-up package botocore with two small services. */
final class BotocoreData {

    final Path folder;

    BotocoreData(Path parent, String version) throws IOException {
        this.folder = parent.resolve("botocore-" + version).resolve("botocore/data");
        write("../__init__.py", ("__version__ = '" + version + "'\n").getBytes(StandardCharsets.UTF_8));
        write("partitions.json", "{\"partitions\": []}".getBytes(StandardCharsets.UTF_8));
        service("one", "{\"metadata\":{\"protocol\":\"json\"},\"documentation\":\"long\"}");
        service("two-words", "{\"metadata\":{\"protocol\":\"query\"}}");
    }

    void service(String name, String model) throws IOException {
        write(name + "/2020-01-01/service-2.json.gz", gzip(model.getBytes(StandardCharsets.UTF_8)));
    }

    void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path).normalize();
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    /** A wheel: the package, not only its data. */
    Path wheel() throws IOException {
        return zip(folder.getParent().getParent(), folder.resolveSibling("botocore-py3-none-any.whl"));
    }

    /** A zip of nothing but the data folder's content. */
    Path zip() throws IOException {
        return zip(folder, folder.resolveSibling("data.zip"));
    }

    private static Path zip(Path root, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }
}

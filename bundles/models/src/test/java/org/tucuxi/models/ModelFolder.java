package org.tucuxi.models;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.tucuxi.model.ModelCatalog;
import org.tucuxi.model.ServiceModel;

/** Writes small models for tests. JSON is written with single quotes. */
final class ModelFolder {

    static final String MODEL = "{'metadata':{'apiVersion':'2020-01-01','serviceId':'My Service','endpointPrefix':'my',"
            + "'protocol':'rest-json'},'operations':{%s},'shapes':{%s}}";

    private final Path root;

    ModelFolder(Path root) {
        this.root = root;
    }

    static String model(String operations, String shapes) {
        return MODEL.formatted(operations, shapes);
    }

    static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    Path write(String path, String text) throws IOException {
        return write(path, json(text));
    }

    Path write(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    void writePacked(String path, String text) throws IOException {
        Path file = write(path, new byte[0]);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(json(text));
        }
    }

    ModelCatalog catalog() {
        return new ModelLibrary().catalog(List.of(root));
    }

    /** The model of these operations and shapes. */
    ServiceModel load(String operations, String shapes) throws IOException {
        write("my/2020-01-01/service-2.json", model(operations, shapes));
        return catalog().service("my", null).model();
    }
}

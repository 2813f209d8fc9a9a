package org.tucuxi.modeltool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a service's data as the source folder of a bundle. */
final class BundleSource {

    private static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                     xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
              <modelVersion>4.0.0</modelVersion>

              <parent>
                <groupId>org.tucuxi</groupId>
                <artifactId>org.tucuxi.services</artifactId>
                <version>0.1.0-SNAPSHOT</version>
              </parent>

              <artifactId>org.tucuxi.services.@name@</artifactId>
              <name>Tucuxi :: Services :: @title@</name>
            </project>
            """;

    private static final String SOURCE_HEADER = "Tucuxi-Model-Source:";

    private BundleSource() {
    }

    static Path write(ServiceData service, String source, Path folder) {
        Path bundle = folder.resolve(service.name());
        Path models = bundle.resolve("src/main/resources/models").resolve(service.name());
        try {
            for (Map.Entry<String, byte[]> file : service.files().entrySet()) {
                Path target = models.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
            Path pom = bundle.resolve("pom.xml");
            if (!Files.exists(pom)) {
                Files.writeString(pom, POM.replace("@name@", service.name()).replace("@title@", xml(service.title())));
            }
            writeHeader(bundle.resolve("bnd.bnd"), source);
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + bundle, e);
        }
    }

    /** The header that says where the model comes from changes with the data; what else the file says stays. */
    private static void writeHeader(Path bnd, String source) throws IOException {
        List<String> lines = new ArrayList<>(Files.exists(bnd) ? Files.readAllLines(bnd) : List.of());
        lines.removeIf(line -> line.startsWith(SOURCE_HEADER));
        lines.add(0, SOURCE_HEADER + ' ' + source);
        Files.write(bnd, lines);
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}

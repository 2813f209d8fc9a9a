package org.tucuxi.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder laid out as the reference lays its data out: {@code service/version/type.json[.gz]}. */
final class FolderRoot implements ModelRoot {

    private static final Logger LOG = LoggerFactory.getLogger(FolderRoot.class);

    private record FolderFile(Path path) implements DataFile {

        @Override
        public String source() {
            return path.toString();
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    private final Path folder;
    private final ModelCache cache;

    FolderRoot(Path folder, Problems problems) {
        this.folder = folder;
        this.cache = new ModelCache(problems);
    }

    /** Whether there is anything of a service. */
    boolean has(String service) {
        return Files.isDirectory(folder.resolve(service));
    }

    @Override
    public Collection<String> services() {
        return names(folder, true);
    }

    @Override
    public Collection<String> versions(String service) {
        return names(folder.resolve(service), true);
    }

    @Override
    public Collection<String> types(String service, String version) {
        Collection<String> types = new TreeSet<>();
        for (String file : names(folder.resolve(service).resolve(version), false)) {
            String type = Names.typeOf(file);
            if (type != null) {
                types.add(type);
            }
        }
        return types;
    }

    private static Collection<String> names(Path parent, boolean folders) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        Collection<String> names = new TreeSet<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                if (Names.isValid(name) && (folders ? Files.isDirectory(child) : Files.isRegularFile(child))) {
                    names.add(name);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("The folder {} of models cannot be listed; it is passed over: {}", parent, e.toString());
        }
        return names;
    }

    @Override
    public DataFile find(String service, String version, String type) {
        Path parent = folder.resolve(service).resolve(version);
        Path plain = parent.resolve(type + ".json");
        if (Files.isRegularFile(plain)) {
            return new FolderFile(plain);
        }
        Path packed = parent.resolve(type + ".json.gz");
        return Files.isRegularFile(packed) ? new FolderFile(packed) : null;
    }

    @Override
    public String describe(String service) {
        return folder.resolve(service).toString();
    }

    @Override
    public ModelCache cache() {
        return cache;
    }

    @Override
    public Gate gate() {
        return null;
    }

    @Override
    public String unavailable() {
        return null;
    }

    @Override
    public long changedAt() {
        return 0;
    }
}

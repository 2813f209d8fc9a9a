package org.tucuxi.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;

/** The content of one jar of the class path. */
final class FlatBundle implements ConnectModule, ConnectContent {

    private final Path jar;
    private JarFile open;

    FlatBundle(Path jar) {
        this.jar = jar;
    }

    @Override
    public ConnectContent getContent() {
        return this;
    }

    @Override
    public synchronized void open() throws IOException {
        if (open == null) {
            open = new JarFile(jar.toFile(), false);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private synchronized JarFile file() {
        if (open == null) {
            throw new IllegalStateException("The bundle " + jar.getFileName() + " is closed");
        }
        return open;
    }

    @Override
    public Optional<Map<String, String>> getHeaders() {
        return Optional.empty();
    }

    @Override
    public Iterable<String> getEntries() {
        List<String> names = file().stream().map(ZipEntry::getName).toList();
        return names;
    }

    @Override
    public Optional<ConnectEntry> getEntry(String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        return Optional.ofNullable(file().getEntry(name)).map(entry -> new Entry(this, entry));
    }

    @Override
    public Optional<ClassLoader> getClassLoader() {
        return Optional.of(FlatBundle.class.getClassLoader());
    }

    /** One entry of the jar. */
    private record Entry(FlatBundle bundle, ZipEntry entry) implements ConnectEntry {

        @Override
        public String getName() {
            return entry.getName();
        }

        @Override
        public long getContentLength() {
            return entry.getSize();
        }

        @Override
        public long getLastModified() {
            return entry.getTime();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return bundle.file().getInputStream(entry);
        }
    }
}

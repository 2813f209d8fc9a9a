package org.tucuxi.credentials.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.credentials.CredentialCaches;

/**
 * A folder with a JSON file an entry, as botocore's JSONFileCache keeps it.
 *
 * <p>An entry is written to a file of its own and moved to its place, so that a reader, be it another process, sees the
 * old or the new one and never a part. Folders and files belong to their owner alone, where the file system knows such
 * a thing.
 */
final class JsonFileCache implements CredentialCaches.Cache {

    static final int LIMIT = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(JsonFileCache.class);
    private static final FileAttribute<?>[] NONE = {};

    private final Path folder;

    JsonFileCache(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Map<String, Object>> read(String key) {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(content(file)));
        } catch (IOException e) {
            LOG.warn("The cache entry {} is passed over: {}", file, reason(e));
            return Optional.empty();
        }
    }

    /** A pipe or a device would never come to an end. */
    private static byte[] content(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is no regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new IOException("it is larger than " + LIMIT + " bytes");
            }
            return bytes;
        }
    }

    /** Exceptions of the file system have but the file's name for a message. */
    private static String reason(IOException e) {
        return e.getClass() == IOException.class ? e.getMessage() : e.getClass().getSimpleName();
    }

    @Override
    public void write(String key, Map<String, ?> entry) {
        Path file = file(key);
        byte[] bytes = Json.write(entry);
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            Path temporary = Files.createTempFile(folder, "", ".tmp", ownerOnly("rw-------"));
            try {
                fill(temporary, bytes);
                replace(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The cache entry " + file + " cannot be written: " + e, e);
        }
    }

    /** Forced to the disk before it gets its name: a crash must not leave an empty file under it. */
    private static void fill(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return NONE;
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))};
    }

    /** A key never leads out of the folder: what separates folders, drives and streams in paths becomes {@code _}. */
    private Path file(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("the key of a cache entry is empty");
        }
        StringBuilder name = new StringBuilder(key.length() + 5);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            name.append(c == ':' || c == '/' || c == '\\' || c < ' ' ? '_' : c);
        }
        try {
            return folder.resolve(name.append(".json").toString());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the key of a cache entry cannot be a file's name here", e);
        }
    }
}

package org.tucuxi.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a streaming body is written to: beside it first, and under its name only when all bytes are there. What
 * is at the name already stays as it is when anything fails.
 */
final class BodyFile {

    private static final int PIECE = 256 * 1024;

    private final Path given;
    private final Path target;

    BodyFile(Path target) {
        this.given = target;
        this.target = target.toAbsolutePath();
    }

    @Override
    public String toString() {
        return given.toString();
    }

    /** Writes all bytes and returns how many there were; closes the body in any case. */
    long write(InputStream body) throws IOException {
        try (body) {
            check();
            Path part = part();
            try {
                long written = copy(body, part);
                move(part);
                return written;
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    /** What is not a file, a device or a pipe for example, must not be replaced by one; and a folder must be there. */
    void check() {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new CommandFailure("Cannot write " + target + ": it is not a file; name a new file or one to replace");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new CommandFailure("Cannot write " + target + ": there is no folder " + target.getParent());
        }
    }

    private Path part() {
        try {
            return Files.createTempFile(target.getParent(), '.' + target.getFileName().toString() + '.', ".part");
        } catch (IOException e) {
            throw new CommandFailure("Cannot write " + target + ": " + reason(e));
        }
    }

    private long copy(InputStream body, Path part) throws IOException {
        byte[] piece = new byte[PIECE];
        long written = 0;
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
                store(out, piece, count, written);
                written += count;
            }
        }
        return written;
    }

    private void store(OutputStream out, byte[] piece, int count, long written) {
        try {
            out.write(piece, 0, count);
        } catch (IOException e) {
            throw new CommandFailure("Cannot write " + target + " after " + written + " bytes: " + reason(e)
                    + "; the partial file was removed");
        }
    }

    private void move(Path part) {
        try {
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new CommandFailure("Cannot write " + target + ": " + reason(e) + "; the partial file was removed");
        }
    }

    /** A file system's exception repeats the (temporary) file's name; its reason or its kind says more. */
    private static String reason(IOException e) {
        if (e instanceof FileSystemException failure) {
            return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
        }
        return e.getMessage();
    }
}

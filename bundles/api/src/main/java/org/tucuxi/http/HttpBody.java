package org.tucuxi.http;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The body of a request: where its bytes come from, how many there are and whether they can be read again.
 *
 * <p>A body is opened once for signing, when the signature covers it, and once for each attempt. Implement it for a source
 * of your own.
 */
public interface HttpBody {

    /** No body. */
    HttpBody EMPTY = of(new byte[0]);

    /**
     * The number of bytes.
     *
     * @return the length in bytes, or -1 when it is unknown: then the body is sent in chunks
     */
    long length();

    /**
     * Whether {@link #open()} may be called again and gives the same bytes.
     *
     * @return false for a one-way stream, which can neither be signed nor retried
     */
    boolean isRepeatable();

    /**
     * Opens the body at its beginning.
     *
     * @return the bytes; the caller closes it
     * @throws IOException when the source cannot be read
     * @throws UnseekableStreamException when the body was read before and cannot be read again
     */
    InputStream open() throws IOException;

    /**
     * The bytes, when the body is held in memory.
     *
     * @return the bytes, not to be changed; or null
     */
    default byte[] bytes() {
        return null;
    }

    /**
     * Whether the body is a stream to the reference: S3 sends {@code Expect: 100-continue} with those.
     *
     * @return false for bytes in memory
     */
    default boolean isStream() {
        return bytes() == null;
    }

    /**
     * A body in memory.
     *
     * @param bytes the bytes, not copied
     * @return the body
     */
    static HttpBody of(byte[] bytes) {
        return new Bodies.InMemory(bytes, false);
    }

    /**
     * A body in memory that counts as a stream: what S3 makes of bytes given to PutObject.
     *
     * @param bytes the bytes, not copied
     * @return the body
     */
    static HttpBody streamOf(byte[] bytes) {
        return new Bodies.InMemory(bytes, true);
    }

    /**
     * A text body.
     *
     * @param text encoded as UTF-8
     * @return the body
     */
    static HttpBody of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A file, read anew each time.
     *
     * @param file a readable file
     * @return the body
     */
    static HttpBody of(Path file) {
        return new Bodies.File(Objects.requireNonNull(file, "file"));
    }

    /**
     * A stream. A {@link FileInputStream} or {@link ByteArrayInputStream} can be read again from its current position;
     * any other is read once and has no known length.
     *
     * @param stream the stream; whoever opened it closes it
     * @return the body
     */
    static HttpBody of(InputStream stream) {
        return of(stream, -1);
    }

    /**
     * A stream of known length.
     *
     * @param stream the stream; whoever opened it closes it
     * @param length the number of bytes, or -1 when it is unknown
     * @return the body
     */
    static HttpBody of(InputStream stream, long length) {
        if (stream instanceof FileInputStream file) {
            return new Bodies.Seekable(file);
        }
        if (stream instanceof ByteArrayInputStream memory) {
            memory.mark(0);
            return new Bodies.Marked(memory);
        }
        return new Bodies.OneWay(stream, length);
    }
}

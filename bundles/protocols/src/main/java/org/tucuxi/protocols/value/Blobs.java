package org.tucuxi.protocols.value;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.tucuxi.http.HttpBody;

/** Bytes out of everything that users may pass for a blob. */
public final class Blobs {

    /** A blob inside a document is held in memory several times; what is larger belongs into a streaming payload. */
    static final int MAX_EMBEDDED = 64 << 20;

    private static final String EXPECTED = "a blob (byte[], ByteBuffer, String, InputStream, Path, File or HttpBody)";

    private Blobs() {
    }

    /**
     * The body that a payload means; streams and files are passed through unread.
     *
     * @param value the parameter
     * @return the body
     * @throws ValueFault when the value is no blob
     */
    public static HttpBody body(Object value) {
        if (value instanceof HttpBody body) {
            return body;
        }
        if (value instanceof Path path) {
            return HttpBody.of(path);
        }
        if (value instanceof File file) {
            return HttpBody.of(file.toPath());
        }
        if (value instanceof InputStream stream) {
            return HttpBody.of(stream);
        }
        byte[] bytes = inMemory(value);
        return bytes.length == 0 ? HttpBody.EMPTY : HttpBody.of(bytes);
    }

    /**
     * A blob inside a document, in base64.
     *
     * @param value the parameter; a stream is read to its end
     * @return standard base64 with padding
     * @throws ValueFault when the value is no blob, cannot be read or is too large
     */
    public static String base64(Object value) {
        return Base64.getEncoder().encodeToString(bytes(value));
    }

    /**
     * A blob inside a document, as it is.
     *
     * @param value the parameter; a stream is read to its end
     * @return the bytes; those of an array that was passed are not copied
     * @throws ValueFault when the value is no blob, cannot be read or is too large
     */
    public static byte[] bytes(Object value) {
        if (value instanceof HttpBody || value instanceof Path || value instanceof File
                || value instanceof InputStream) {
            try (InputStream in = body(value).open()) {
                byte[] bytes = in.readNBytes(MAX_EMBEDDED + 1);
                if (bytes.length > MAX_EMBEDDED) {
                    throw new ValueFault("expected a blob of at most " + MAX_EMBEDDED + " bytes");
                }
                return bytes;
            } catch (IOException e) {
                throw new ValueFault("expected a blob that can be read: " + e);
            }
        }
        return inMemory(value);
    }

    private static byte[] inMemory(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        if (value instanceof CharSequence text) {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        throw ValueFault.type(value, EXPECTED);
    }
}

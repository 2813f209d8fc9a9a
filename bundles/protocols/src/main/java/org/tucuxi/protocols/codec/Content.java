package org.tucuxi.protocols.codec;

import java.io.IOException;
import java.io.InputStream;
import org.tucuxi.http.RawResponse;
import org.tucuxi.protocols.value.ValueFault;

/** The bytes of a response, also when a handler has put a stream in their place. */
public final class Content {

    private static final int MAX_BYTES = 64 << 20;

    private Content() {
    }

    /**
     * Reads the whole body.
     *
     * @param response the response; afterwards it holds the bytes
     * @return the bytes
     * @throws ValueFault when the body is too long or cannot be read
     */
    public static byte[] of(RawResponse response) {
        if (!response.isStream()) {
            return response.content();
        }
        try (InputStream in = response.stream()) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new ValueFault("expected a document of at most " + MAX_BYTES + " bytes");
            }
            response.content(content);
            return content;
        } catch (IOException e) {
            throw new ValueFault("expected a body that can be read: " + e);
        }
    }
}

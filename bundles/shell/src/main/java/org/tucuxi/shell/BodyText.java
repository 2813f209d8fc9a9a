package org.tucuxi.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.tucuxi.http.StreamingBody;

/** A streaming body as a person wants to see it: its text when it is short text, else how long it is. */
final class BodyText {

    private static final int LIMIT = 64 * 1024;

    private BodyText() {
    }

    static String of(StreamingBody body) throws IOException {
        try (body) {
            byte[] start = body.readNBytes(LIMIT + 1);
            if (start.length > LIMIT) {
                return "(" + (body.contentLength() < 0 ? "more than " + LIMIT : body.contentLength())
                        + " bytes; use --out FILE to keep them)";
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(start)).toString();
        } catch (CharacterCodingException e) {
            return "(" + (body.contentLength() < 0 ? "some" : body.contentLength())
                    + " bytes that are not text; use --out FILE to keep them)";
        }
    }
}

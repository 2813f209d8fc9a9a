package org.tucuxi.credentials.internal.metadata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tucuxi.credentials.internal.Json;

/**
 * What was answered, read whole.
 *
 * @param status the HTTP status
 * @param body at most {@link Conversation#MAX_BODY} bytes
 */
record Answer(int status, byte[] body) {

    private static final int SHOWN = 200;

    boolean isOk() {
        return status == 200;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The answer as a JSON object.
     *
     * @throws IOException when it is none
     */
    Map<String, Object> json() throws IOException {
        try {
            return Json.read(body);
        } catch (IOException e) {
            throw new IOException("the answer cannot be used: " + e.getMessage());
        }
    }

    /** A text of the network for a message: short, on one line. */
    static String shown(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length() && result.length() < SHOWN; i++) {
            char c = text.charAt(i);
            result.append(Character.isISOControl(c) || Character.isSurrogate(c) ? ' ' : c);
        }
        return result.toString().strip();
    }

    /** Without the body, which holds a secret most of the time. */
    @Override
    public String toString() {
        return "Answer(" + status + ", " + body.length + " bytes)";
    }
}

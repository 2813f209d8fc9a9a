package org.tucuxi.protocols.eventstream;

import java.nio.charset.StandardCharsets;

/** The headers that say what a frame is, and their values (Smithy, "Amazon Event Stream Specification"). */
final class Names {

    static final byte[] MESSAGE_TYPE = ascii(":message-type");
    static final byte[] EVENT_TYPE = ascii(":event-type");
    static final byte[] EXCEPTION_TYPE = ascii(":exception-type");
    static final byte[] ERROR_CODE = ascii(":error-code");
    static final byte[] ERROR_MESSAGE = ascii(":error-message");
    static final byte[] CONTENT_TYPE = ascii(":content-type");
    static final byte[] DATE = ascii(":date");
    static final byte[] SIGNATURE = ascii(":chunk-signature");

    static final byte[] EVENT = ascii("event");
    static final byte[] ERROR = ascii("error");
    static final byte[] EXCEPTION = ascii("exception");
    static final byte[] INITIAL_REQUEST = ascii("initial-request");
    static final byte[] INITIAL_RESPONSE = ascii("initial-response");

    private Names() {
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

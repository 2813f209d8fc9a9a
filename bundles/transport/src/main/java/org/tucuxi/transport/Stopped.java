package org.tucuxi.transport;

import java.io.IOException;

/** The reason of calls that fail because the transport or the session went away. */
final class Stopped extends IOException {

    private static final long serialVersionUID = 1L;

    Stopped(String reason) {
        super(reason);
    }
}

package org.tucuxi.transport;

import java.io.IOException;

/** The reason of a call that fails because the user's body could not be read. */
final class BodyFailure extends IOException {

    private static final long serialVersionUID = 1L;

    BodyFailure(Throwable cause) {
        super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
    }
}

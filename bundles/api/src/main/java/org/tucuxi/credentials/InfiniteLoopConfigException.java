package org.tucuxi.credentials;

import org.tucuxi.InvalidConfigException;

/** Profiles that name each other as their source in a circle; the message names them. */
public class InfiniteLoopConfigException extends InvalidConfigException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public InfiniteLoopConfigException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public InfiniteLoopConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}

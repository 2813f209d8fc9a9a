package org.tucuxi.model;

import org.tucuxi.TucuxiException;

/** A model that is broken; the message names file and position. */
public class ModelException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ModelException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}

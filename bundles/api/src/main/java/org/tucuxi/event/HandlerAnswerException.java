package org.tucuxi.event;

import org.tucuxi.TucuxiException;

/** A handler answered something of a type that its event does not take. */
public class HandlerAnswerException extends TucuxiException {

    /**
     * Makes the exception.
     *
     * @param message names the handler, the event, the answer's type and the right one
     */
    public HandlerAnswerException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message names the handler, the event and what was wrong
     * @param cause the class cast that failed
     */
    public HandlerAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}

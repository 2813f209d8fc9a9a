package org.tucuxi.model;

import org.tucuxi.TucuxiException;

/**
 * A model that is broken; the message names file and position. Names in a model may be anything, so what is no printable
 * character is a question mark in the message, and a very long message is cut.
 */
public class ModelException extends TucuxiException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_MESSAGE = 1800;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ModelException(String message) {
        super(shown(message));
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ModelException(String message, Throwable cause) {
        super(shown(message), cause);
    }

    private static String shown(String message) {
        if (message == null) {
            return null;
        }
        int length = Math.min(message.length(), LONGEST_MESSAGE);
        int plain = 0;
        while (plain < length && !Character.isISOControl(message.charAt(plain))) {
            plain++;
        }
        if (plain == message.length()) {
            return message;
        }
        StringBuilder result = new StringBuilder(length + 1).append(message, 0, plain);
        for (int i = plain; i < length; i++) {
            char c = message.charAt(i);
            result.append(Character.isISOControl(c) ? '?' : c);
        }
        return result.append(length < message.length() ? "…" : "").toString();
    }
}

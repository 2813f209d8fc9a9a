package org.tucuxi.itests.fuzz;

import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * One input and what to do with it.
 *
 * @param description what the input is given to, and all of it that is not in the bytes
 * @param input the bytes
 * @param action gives the input to its reader, and reads the result to its end
 * @param objection says what is wrong with an exception; null when it is one that is promised
 * @param bounds what the action may use
 */
record Attempt(String description, byte[] input, Callable<Object> action, Function<Throwable, String> objection,
        Bounds bounds) {

    /** How much input there is, with what is not in the bytes. */
    int size() {
        return input.length + description.length();
    }

    /** Longer messages than this were made of the input and not about it. */
    private static final int LONGEST_MESSAGE = 2000;

    /**
     * What an input may cost.
     *
     * @param base bytes that may be allocated for any input
     * @param factor bytes that may be allocated for each byte of the input
     */
    record Bounds(long base, long factor) {

        long bytes(int length) {
            return base + factor * length;
        }
    }

    /** Permits exceptions of some types whose messages are fit to be shown and have all of some texts. */
    @SafeVarargs
    static Function<Throwable, String> permit(String named, Class<? extends Throwable>... types) {
        return thrown -> {
            for (Class<? extends Throwable> type : types) {
                if (type.isInstance(thrown)) {
                    return message(thrown.getMessage(), named);
                }
            }
            return "an exception of a type that is not promised";
        };
    }

    private static String message(String message, String named) {
        if (message == null || !message.contains(named)) {
            return "a message that does not name " + named;
        }
        if (message.length() > LONGEST_MESSAGE) {
            return "a message of " + message.length() + " characters";
        }
        for (int i = 0; i < message.length(); i++) {
            if (Character.isISOControl(message.charAt(i)) && message.charAt(i) != '\n') {
                return "a message with the control character " + (int) message.charAt(i);
            }
        }
        return null;
    }
}

package org.tucuxi.shell;

import java.time.Duration;

/** Small pieces of text. */
final class Texts {

    private Texts() {
    }

    static String shorten(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + '…';
    }

    /** Milliseconds with two places: an emission takes microseconds, a call takes seconds. */
    static String millis(long nanos) {
        long hundredths = (nanos + 5_000) / 10_000;
        return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100 + " ms";
    }

    /** An answer of a handler: its value where that is short and cannot hold a secret, else its class. */
    static String answer(Object answer) {
        if (answer instanceof Number || answer instanceof Boolean || answer instanceof Duration
                || answer instanceof Enum<?>) {
            return answer.toString();
        }
        return answer.getClass().getSimpleName().isEmpty() ? answer.getClass().getName()
                : answer.getClass().getSimpleName();
    }
}

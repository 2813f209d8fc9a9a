package org.tucuxi.config.internal;

/** Text of a profile file in messages: the file may hold anything, and messages go to logs. */
final class Shown {

    private static final int LONGEST = 500;

    private Shown() {
    }

    /** The text in one line of some length. */
    static String of(String text) {
        int length = Math.min(text.length(), LONGEST);
        StringBuilder shown = new StringBuilder(length + 1);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? '?' : c);
        }
        return shown.append(length < text.length() ? "…" : "").toString();
    }
}

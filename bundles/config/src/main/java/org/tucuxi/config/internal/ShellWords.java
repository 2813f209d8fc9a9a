package org.tucuxi.config.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a section's name as a POSIX shell splits words: {@code profile "my profile"} are two. */
final class ShellWords {

    private final String text;
    private final List<String> words = new ArrayList<>(2);
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /**
     * Splits.
     *
     * @param text the text
     * @return the words, or empty when a quote is not closed or nothing follows the last backslash
     */
    static Optional<List<String>> split(String text) {
        ShellWords split = new ShellWords(text);
        return split.run() ? Optional.of(split.words) : Optional.empty();
    }

    private boolean run() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean fine = switch (c) {
                case ' ', '\t', '\r', '\n' -> end();
                case '\'' -> single();
                case '"' -> twofold();
                case '\\' -> escaped();
                default -> add(c);
            };
            if (!fine) {
                return false;
            }
        }
        return end();
    }

    private boolean end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
        return true;
    }

    private boolean add(char c) {
        inWord = true;
        word.append(c);
        return true;
    }

    private boolean escaped() {
        return at < text.length() && add(text.charAt(at++));
    }

    private boolean single() {
        inWord = true;
        int close = text.indexOf('\'', at);
        if (close < 0) {
            return false;
        }
        word.append(text, at, close);
        at = close + 1;
        return true;
    }

    /** Between double quotes a backslash is itself unless a double quote or a backslash follows. */
    private boolean twofold() {
        inWord = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c == '\\' && at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\\')) {
                c = text.charAt(at++);
            }
            word.append(c);
        }
        return false;
    }
}

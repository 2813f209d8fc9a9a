package org.tucuxi.credentials.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into program and arguments without asking a shell: nothing is expanded, and no character starts
 * a second command.
 */
final class CommandWords {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private CommandWords(String text) {
        this.text = text;
    }

    /**
     * Splits as a POSIX shell does.
     *
     * @param text the command line
     * @return the words
     * @throws IllegalArgumentException when a quote is not closed or nothing follows the last backslash; the message
     *         repeats nothing of the text
     */
    static List<String> posix(String text) {
        CommandWords split = new CommandWords(text);
        while (split.at < text.length()) {
            split.posixNext();
        }
        split.end();
        return List.copyOf(split.words);
    }

    private void posixNext() {
        char c = text.charAt(at++);
        switch (c) {
            case ' ', '\t', '\r', '\n' -> end();
            case '\'' -> {
                int close = text.indexOf('\'', at);
                if (close < 0) {
                    throw notClosed();
                }
                add(text.substring(at, close));
                at = close + 1;
            }
            case '"' -> betweenDoubleQuotes();
            case '\\' -> {
                if (at == text.length()) {
                    throw new IllegalArgumentException("nothing follows its last backslash");
                }
                add(text.substring(at, ++at));
            }
            default -> add(text.substring(at - 1, at));
        }
    }

    /** Between double quotes a backslash is itself unless a double quote or a backslash follows. */
    private void betweenDoubleQuotes() {
        inWord = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return;
            }
            if (c == '\\' && at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\\')) {
                c = text.charAt(at++);
            }
            word.append(c);
        }
        throw notClosed();
    }

    /**
     * Splits as programs on Windows split their command line (the C runtime's rules): spaces and tabs separate, only
     * double quotes quote, and backslashes are special in front of a double quote alone.
     *
     * @param text the command line
     * @return the words
     * @throws IllegalArgumentException when a quote is not closed
     */
    static List<String> windows(String text) {
        CommandWords split = new CommandWords(text);
        boolean quoted = false;
        while (split.at < text.length()) {
            char c = text.charAt(split.at++);
            if (c == '\\') {
                split.at--;
                split.backslashes();
            } else if (c == '"') {
                quoted = !quoted;
                split.inWord = true;
            } else if (!quoted && (c == ' ' || c == '\t')) {
                split.end();
            } else {
                split.add(String.valueOf(c));
            }
        }
        if (quoted) {
            throw notClosed();
        }
        split.end();
        return List.copyOf(split.words);
    }

    /** In front of a quote two backslashes are one, and an odd one makes the quote a character. */
    private void backslashes() {
        int start = at;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        int count = at - start;
        boolean beforeQuote = at < text.length() && text.charAt(at) == '"';
        add("\\".repeat(beforeQuote ? count / 2 : count));
        if (beforeQuote && count % 2 == 1) {
            at++;
            add("\"");
        }
    }

    private void add(String part) {
        inWord = true;
        word.append(part);
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private static IllegalArgumentException notClosed() {
        return new IllegalArgumentException("a quote in it is not closed");
    }
}

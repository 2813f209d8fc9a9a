package org.tucuxi.config.internal;

/** What counts as white space in a profile file: all of Unicode's, as in the reference, no-break spaces included. */
final class Whitespace {

    private Whitespace() {
    }

    static boolean is(char c) {
        return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /** The number of characters before the first that is no white space; the length when there is none. */
    static int indent(String text) {
        int at = 0;
        while (at < text.length() && is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static String strip(String text) {
        return stripEnd(text.substring(indent(text)));
    }

    static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Whether a nested block is split there: all line ends that Unicode knows. */
    static boolean endsLine(char c) {
        return c >= '\n' && c <= '\r' || c >= '\u001c' && c <= '\u001e' || c == '\u0085' || c == '\u2028'
                || c == '\u2029';
    }
}

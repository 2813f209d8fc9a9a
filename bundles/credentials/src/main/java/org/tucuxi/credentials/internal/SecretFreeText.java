package org.tucuxi.credentials.internal;

import java.util.regex.Pattern;

/**
 * Makes what a credential program wrote to its standard error fit for an error message: what looks like a secret is
 * left out, and nothing in it starts a line of its own in a log or steers a terminal.
 */
final class SecretFreeText {

    private static final String MASK = "***";

    /** {@code "SecretAccessKey": "…"}, {@code token=…}, {@code password: …}. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:secret|token|passw|passphrase|credential|assertion|authorization)[\\w-]*\"?\\s*[:=]\\s*\"?"
                    + "(?:bearer\\s+|basic\\s+)?)[^\\s\",}']+");

    /** Runs as long as a secret access key. */
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9+/=_-]{40,}");

    private SecretFreeText() {
    }

    /**
     * Cleans a text.
     *
     * @param text any text, bounded by the caller
     * @return one line
     */
    static String of(String text) {
        String named = NAMED.matcher(text).replaceAll("$1" + MASK);
        String clean = LONG.matcher(named).replaceAll(run -> looksRandom(run.group()) ? MASK : "$0");
        StringBuilder line = new StringBuilder(clean.length());
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            boolean isSpace = Character.isWhitespace(c);
            if (!isSpace || line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(isSpace ? ' ' : Character.isISOControl(c) ? '?' : c);
            }
        }
        return line.toString().strip();
    }

    /** Capitals, small letters and digits: a path or a rule of dashes has seldom all of them. */
    private static boolean looksRandom(String run) {
        return run.chars().anyMatch(Character::isDigit) && run.chars().anyMatch(Character::isUpperCase)
                && run.chars().anyMatch(Character::isLowerCase);
    }
}

package org.tucuxi.models;

/** Names of services, versions and types: plain words that can never lead out of a folder. */
final class Names {

    private static final int LONGEST = 128;
    private static final int LONGEST_MESSAGE = 1000;

    private Names() {
    }

    static boolean isValid(String name) {
        if (name == null || name.isEmpty() || name.length() > LONGEST || name.charAt(0) == '.') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean allowed = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c >= 'A' && c <= 'Z'
                    || c == '.' || c == '_';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    /**
     * The type of a file: {@code service-2} for {@code service-2.json} and {@code service-2.json.gz}; null for others.
     */
    static String typeOf(String fileName) {
        String type = fileName.endsWith(".json") ? fileName.substring(0, fileName.length() - 5)
                : fileName.endsWith(".json.gz") ? fileName.substring(0, fileName.length() - 8) : null;
        return isValid(type) ? type : null;
    }

    /** A name for messages: what a caller passed may be anything. */
    static String printable(String name) {
        return name == null ? "null" : printable(name, LONGEST);
    }

    /** A message that quotes a file: whatever is in the file, it fits into a line of a log. */
    static String message(String text) {
        return printable(text, LONGEST_MESSAGE) + (text.length() > LONGEST_MESSAGE ? "…" : "");
    }

    private static String printable(String text, int longest) {
        int length = Math.min(text.length(), longest);
        StringBuilder result = new StringBuilder(length + 1);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            result.append(Character.isISOControl(c) ? '?' : c);
        }
        return result.toString();
    }
}

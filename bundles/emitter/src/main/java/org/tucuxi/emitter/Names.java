package org.tucuxi.emitter;

/** Event names: parts separated by dots. */
final class Names {

    static final String WILDCARD = "*";

    private Names() {
    }

    /**
     * Splits a name at every dot. Unlike {@link String#split(String)} it keeps empty parts at the end, as the reference
     * does.
     */
    static String[] parts(String name) {
        int count = 1;
        for (int i = name.indexOf('.'); i >= 0; i = name.indexOf('.', i + 1)) {
            count++;
        }
        String[] parts = new String[count];
        int start = 0;
        for (int n = 0; n < count - 1; n++) {
            int dot = name.indexOf('.', start);
            parts[n] = name.substring(start, dot);
            start = dot + 1;
        }
        parts[count - 1] = name.substring(start);
        return parts;
    }
}

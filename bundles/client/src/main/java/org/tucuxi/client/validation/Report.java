package org.tucuxi.client.validation;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, and knows where in the parameters the rules are. */
final class Report {

    private static final int MOST_LINES = 1000;
    private static final int LONGEST_PATH = 500;

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder path = new StringBuilder();
    private boolean cut;

    /** Goes down; returns where to come back to. */
    int enter(String separator, Object step) {
        int back = path.length();
        path.append(separator).append(step);
        return back;
    }

    int enter(int index) {
        int back = path.length();
        path.append('[').append(index).append(']');
        return back;
    }

    /** A map's key, as a value of its own. */
    int enterKey(Object key) {
        int back = path.length();
        path.append(" (key: ").append(key).append(')');
        return back;
    }

    void leave(int back) {
        path.setLength(back);
    }

    /** Starts a path of its own; returns the old one for {@link #restore}. */
    String restart(Object step) {
        String old = path.toString();
        path.setLength(0);
        path.append(step);
        return old;
    }

    void restore(String old) {
        path.setLength(0);
        path.append(old);
    }

    /** Where the rules are, the way messages show it. */
    String name() {
        if (path.isEmpty()) {
            return "input";
        }
        int start = path.charAt(0) == '.' ? 1 : 0;
        if (path.length() - start <= LONGEST_PATH) {
            return path.substring(start);
        }
        int half = LONGEST_PATH / 2;
        return path.substring(start, start + half) + "…" + path.substring(path.length() - half);
    }

    void wrongType(String kind, Object value, String validTypes, boolean secret) {
        add("Invalid type for " + kind + "parameter " + name() + ", value: " + shown(value, secret) + ", type: "
                + Shown.type(value) + ", valid types: " + validTypes);
    }

    static String shown(Object value, boolean secret) {
        return secret && value != null ? "***" : Shown.value(value);
    }

    void add(String line) {
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        } else if (!cut) {
            cut = true;
            lines.add("There are more problems than the " + MOST_LINES + " that are shown");
        }
    }

    List<String> lines() {
        return lines;
    }
}

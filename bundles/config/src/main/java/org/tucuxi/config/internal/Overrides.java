package org.tucuxi.config.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tucuxi.InvalidConfigException;

/**
 * What was set before environment and files are looked at. A name that is none is refused: a misspelled
 * {@code profile} would otherwise mean another account.
 *
 * @param values by the variables' names
 */
record Overrides(Map<String, Sources.Given> values) {

    static final String ENDPOINT_URL = "endpoint_url";

    private static final Set<String> NAMES = names();
    /** What a record of Config Admin may have besides. */
    private static final List<String> OF_RECORDS =
            List.of("name", "aws_access_key_id", "aws_secret_access_key", "aws_session_token");
    private static final int FARTHEST = 3;

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        names.add(ENDPOINT_URL);
        Variables.ALL.forEach(variable -> names.add(variable.name()));
        Variables.SECTIONS.forEach((section, keys) -> {
            names.add(section);
            keys.forEach(key -> {
                names.add(key.name());
                names.add(section + '.' + key.name());
            });
        });
        return Collections.unmodifiableSet(names);
    }

    /**
     * Checks names.
     *
     * @param overrides values by name; null values are no values
     * @param setBy who set them
     * @throws InvalidConfigException names what is unknown, who set it, and what may have been meant
     */
    static Overrides of(Map<String, ?> overrides, String setBy) {
        Map<String, Sources.Given> values = new HashMap<>();
        overrides.forEach((name, value) -> {
            if (name == null || value == null) {
                return;
            }
            if (!NAMES.contains(name)) {
                throw new InvalidConfigException("There is no configuration variable " + Shown.of(name) + " (" + setBy + ")"
                        + nearest(name, setBy).map(known -> "; did you mean " + known + "?")
                                .orElse("; tucuxi:config lists those there are"));
            }
            values.put(name, new Sources.Given(value, setBy));
        });
        return new Overrides(Collections.unmodifiableMap(values));
    }

    /** The name that differs least, unless it differs too much. */
    private static Optional<String> nearest(String name, String setBy) {
        String wanted = plain(name.length() > 80 ? name.substring(0, 80) : name);
        String nearest = null;
        int least = Math.min(FARTHEST, Math.max(1, wanted.length() / 3)) + 1;
        List<String> candidates = new ArrayList<>(NAMES);
        if (!setBy.equals(Sources.BY_PROGRAM)) {
            candidates.addAll(OF_RECORDS);
        }
        for (String known : candidates) {
            int distance = distance(wanted, plain(known));
            if (distance < least) {
                least = distance;
                nearest = known;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static String plain(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            if (c != '_' && c != '-' && c != '.') {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /** The number of letters to insert, delete or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

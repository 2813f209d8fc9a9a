package org.tucuxi.client;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a name that does not exist may have meant. */
final class Suggestions {

    private static final int MOST = 5;

    private Suggestions() {
    }

    static String of(String name, Collection<String> operations, Collection<String> methods) {
        String wanted = plain(name);
        List<String> near = Stream.concat(operations.stream(), methods.stream())
                .filter(candidate -> distance(plain(candidate), wanted) <= Math.max(2, wanted.length() / 4)
                        || !wanted.isEmpty() && plain(candidate).contains(wanted))
                .sorted(java.util.Comparator.comparingInt(candidate -> distance(plain(candidate), wanted)))
                .limit(MOST).toList();
        return near.isEmpty() ? "; it has " + operations.size() + " operations, see meta().serviceModel().operationNames()"
                : "; did you mean " + String.join(", ", near) + "?";
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace("_", "");
        return lower.length() > 80 ? lower.substring(0, 80) : lower;
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

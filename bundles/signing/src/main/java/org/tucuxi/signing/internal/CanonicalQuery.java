package org.tucuxi.signing.internal;

import java.util.Arrays;
import java.util.Map;

/** The query as a signature sees it: sorted by name, then by value. */
final class CanonicalQuery {

    private CanonicalQuery() {
    }

    static void write(Url url, Map<String, String> params, Workspace work) {
        if (!params.isEmpty()) {
            writeParams(params, work.text());
        } else if (url.queryStart() < url.queryEnd()) {
            writeUrlQuery(url, work);
        }
    }

    private static void writeParams(Map<String, String> params, Bytes out) {
        String[][] pairs = new String[params.size()][];
        int count = 0;
        for (Map.Entry<String, String> param : params.entrySet()) {
            pairs[count++] = new String[] {encoded(param.getKey()), encoded(param.getValue())};
        }
        Arrays.sort(pairs, (a, b) -> a[0].equals(b[0]) ? a[1].compareTo(b[1]) : a[0].compareTo(b[0]));
        for (int i = 0; i < count; i++) {
            out.utf8(i == 0 ? "" : "&").utf8(pairs[i][0]).put('=').utf8(pairs[i][1]);
        }
    }

    private static String encoded(String text) {
        Bytes out = new Bytes(text.length() + 16).percentEncoded(text, 0, text.length());
        return out.text(0, out.size());
    }

    /** The URL's own query is not encoded again: what is signed is what is sent. */
    private static void writeUrlQuery(Url url, Workspace work) {
        String text = url.text();
        int end = url.queryEnd();
        int count = 0;
        int from = url.queryStart();
        while (from <= end) {
            int ampersand = text.indexOf('&', from);
            int to = ampersand < 0 || ampersand > end ? end : ampersand;
            insert(text, from, to, count++, work);
            from = to + 1;
        }
        Bytes out = work.text();
        int[] starts = work.order(count);
        int[] ends = work.ends(count);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.put('&');
            }
            out.queryAsSent(text, starts[i], ends[i]);
            if (nameEnd(text, starts[i], ends[i]) == ends[i]) {
                out.put('=');
            }
        }
    }

    private static void insert(String text, int from, int to, int count, Workspace work) {
        int[] starts = work.order(count + 1);
        int[] ends = work.ends(count + 1);
        int place = count;
        while (place > 0 && compare(text, from, to, starts[place - 1], ends[place - 1]) < 0) {
            starts[place] = starts[place - 1];
            ends[place] = ends[place - 1];
            place--;
        }
        starts[place] = from;
        ends[place] = to;
    }

    private static int compare(String text, int aFrom, int aTo, int bFrom, int bTo) {
        int aName = nameEnd(text, aFrom, aTo);
        int bName = nameEnd(text, bFrom, bTo);
        int byName = compareParts(text, aFrom, aName, bFrom, bName);
        return byName != 0 ? byName : compareParts(text, aName, aTo, bName, bTo);
    }

    private static int compareParts(String text, int aFrom, int aTo, int bFrom, int bTo) {
        int shorter = Math.min(aTo - aFrom, bTo - bFrom);
        for (int i = 0; i < shorter; i++) {
            int difference = text.charAt(aFrom + i) - text.charAt(bFrom + i);
            if (difference != 0) {
                return difference;
            }
        }
        return (aTo - aFrom) - (bTo - bFrom);
    }

    private static int nameEnd(String text, int from, int to) {
        int equals = text.indexOf('=', from);
        return equals < 0 || equals > to ? to : equals;
    }
}

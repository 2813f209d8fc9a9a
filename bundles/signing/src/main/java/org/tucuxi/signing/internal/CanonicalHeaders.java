package org.tucuxi.signing.internal;

import org.tucuxi.http.HttpHeaders;

/** The headers as a signature sees them: names in lower case and sorted, values trimmed and joined. */
final class CanonicalHeaders {

    /** Proxies change these on the way, or clients add them behind the signature. */
    private static final String[] UNSIGNED = {"connection", "expect", "keep-alive", "proxy-authenticate",
            "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id"};
    private static final String HOST = "host";
    private static final int DERIVED_HOST = -1;

    private CanonicalHeaders() {
    }

    /** Sorts the signed headers into the workspace's order; equal names keep their order. */
    static int select(HttpHeaders headers, Workspace work) {
        int count = 0;
        boolean hasHost = false;
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.nameAt(i);
            if (isSigned(name)) {
                insert(headers, i, name, count++, work);
                hasHost |= HOST.equalsIgnoreCase(name);
            }
        }
        if (!hasHost) {
            insert(headers, DERIVED_HOST, HOST, count++, work);
        }
        return count;
    }

    static void write(HttpHeaders headers, Url url, int count, Workspace work) {
        Bytes out = work.text();
        int[] order = work.order(count);
        String previous = null;
        for (int i = 0; i < count; i++) {
            String name = name(headers, order[i]);
            if (name.equalsIgnoreCase(previous)) {
                out.put(',');
            } else {
                out.utf8(i == 0 ? "" : "\n").lower(name).put(':');
            }
            previous = name;
            if (order[i] == DERIVED_HOST) {
                url.writeHost(out);
            } else {
                writeValue(headers.valueAt(order[i]), out);
            }
        }
        out.put('\n');
    }

    static void writeNames(HttpHeaders headers, int count, Workspace work) {
        Bytes out = work.text();
        int[] order = work.order(count);
        String previous = null;
        for (int i = 0; i < count; i++) {
            String name = name(headers, order[i]);
            if (!name.equalsIgnoreCase(previous)) {
                out.utf8(i == 0 ? "" : ";").lower(name);
            }
            previous = name;
        }
    }

    private static String name(HttpHeaders headers, int index) {
        return index == DERIVED_HOST ? HOST : headers.nameAt(index);
    }

    private static void insert(HttpHeaders headers, int index, String name, int count, Workspace work) {
        int[] order = work.order(count + 1);
        int place = count;
        while (place > 0 && compare(name, name(headers, order[place - 1])) < 0) {
            order[place] = order[place - 1];
            place--;
        }
        order[place] = index;
    }

    private static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            int difference = Bytes.lower(a.charAt(i)) - Bytes.lower(b.charAt(i));
            if (difference != 0) {
                return difference;
            }
        }
        return a.length() - b.length();
    }

    private static boolean isSigned(String name) {
        for (String unsigned : UNSIGNED) {
            if (unsigned.length() == name.length() && unsigned.equalsIgnoreCase(name)) {
                return false;
            }
        }
        return true;
    }

    private static void writeValue(String value, Bytes out) {
        int length = value.length();
        boolean gap = false;
        boolean any = false;
        for (int i = 0; i < length; i++) {
            if (isSpace(value.charAt(i))) {
                gap = any;
                continue;
            }
            int from = i;
            while (i < length && !isSpace(value.charAt(i))) {
                i++;
            }
            if (gap) {
                out.put(' ');
            }
            out.utf8(value, from, i);
            any = true;
            gap = i < length;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c < ' ' && Character.isWhitespace(c)
                || c > '~' && (Character.isSpaceChar(c) || c == '\u0085');
    }
}

package org.tucuxi.signing.internal;

/** The path as a signature sees it. */
final class CanonicalPath {

    private CanonicalPath() {
    }

    /** S3 signs the path as it is sent. */
    static void writeAsSent(Url url, Bytes out) {
        if (url.pathStart() == url.pathEnd()) {
            out.put('/');
        } else {
            out.utf8(url.text(), url.pathStart(), url.pathEnd());
        }
    }

    /** All others resolve dot segments, drop empty ones and encode once more what is encoded already. */
    static void writeNormalized(Url url, Bytes out) {
        String text = url.text();
        int end = url.pathEnd();
        out.put('/');
        int base = out.size();
        int segment = url.pathStart();
        while (segment < end) {
            int slash = text.indexOf('/', segment);
            int segmentEnd = slash < 0 || slash > end ? end : slash;
            write(text, segment, segmentEnd, base, out);
            segment = segmentEnd + 1;
        }
        if (out.size() > base && text.charAt(end - 1) == '/') {
            out.put('/');
        }
    }

    private static void write(String text, int from, int to, int base, Bytes out) {
        int length = to - from;
        if (length == 0 || length == 1 && text.charAt(from) == '.') {
            return;
        }
        if (length == 2 && text.charAt(from) == '.' && text.charAt(from + 1) == '.') {
            out.truncate(Math.max(base, out.lastIndexOf('/', base)));
            return;
        }
        if (out.size() > base) {
            out.put('/');
        }
        out.percentEncoded(text, from, to);
    }
}

package org.tucuxi.endpoints;

import java.util.Locale;

/** What may stand between the dots of a host name (RFC 1123), and which buckets may. */
final class HostLabel {

    private static final int MAX_LENGTH = 63;
    private static final int MIN_BUCKET_LENGTH = 3;

    private HostLabel() {
    }

    /**
     * Whether a text can be a part of a host name.
     *
     * @param text may be null
     * @param allowSubdomains whether dots are allowed, with a label between each two
     */
    static boolean isValid(String text, boolean allowSubdomains) {
        if (text == null) {
            return false;
        }
        if (!allowSubdomains) {
            return isLabel(text, 0, text.length());
        }
        for (int start = 0; start <= text.length();) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            if (!isLabel(text, start, end)) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private static boolean isLabel(String text, int from, int to) {
        if (to == from || to - from > MAX_LENGTH || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** Whether a bucket can be a part of the host (Amazon S3 user guide, virtual hosting of buckets). */
    static boolean isVirtualHostableBucket(String bucket, boolean allowSubdomains) {
        return bucket != null
                && bucket.length() >= MIN_BUCKET_LENGTH
                && bucket.equals(bucket.toLowerCase(Locale.ROOT))
                && !IpAddress.isV4(bucket)
                && isValid(bucket, allowSubdomains);
    }
}

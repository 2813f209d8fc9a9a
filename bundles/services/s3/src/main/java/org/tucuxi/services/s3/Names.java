package org.tucuxi.services.s3;

/** What names of buckets and regions look like. */
final class Names {

    private static final int LONGEST_LABEL = 63;

    private Names() {
    }

    /** Whether a bucket is a directory bucket, of S3 Express One Zone. */
    static boolean isExpressBucket(String bucket) {
        return bucket != null && bucket.endsWith("--x-s3");
    }

    /** Whether a text can be one label of a host name. */
    static boolean isHostLabel(String text) {
        if (text.isEmpty() || text.length() > LONGEST_LABEL || text.startsWith("-") || text.endsWith("-")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text can be a region: it becomes a part of the host, and a region is no number. */
    static boolean isRegion(String text) {
        return isHostLabel(text) && !text.chars().allMatch(Names::isDigit);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}

package org.tucuxi.services.s3;

import java.nio.charset.StandardCharsets;

/** Percent-encoding, as S3 does it in headers and in lists of keys. */
final class UrlText {

    private static final String UNRESERVED = "-._~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private UrlText() {
    }

    /** Encodes all but letters, digits, {@code -._~} and slashes. */
    static String encodePath(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder result = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '/'
                    || UNRESERVED.indexOf(c) >= 0) {
                result.append(c);
            } else {
                result.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return result.toString();
    }

    /** Decodes; a plus is a space, and what is no valid escape stays as it is. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[source.length];
        int length = 0;
        for (int i = 0; i < source.length; i++) {
            int high = source[i] == '%' && i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(source[i + 2], 16);
            if (low >= 0) {
                result[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                result[length++] = source[i] == '+' ? (byte) ' ' : source[i];
            }
        }
        return new String(result, 0, length, StandardCharsets.UTF_8);
    }
}

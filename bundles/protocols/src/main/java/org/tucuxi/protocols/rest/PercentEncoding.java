package org.tucuxi.protocols.rest;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of labels: everything but letters, digits and {@code -._~}; greedy labels keep their slashes. */
final class PercentEncoding {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private PercentEncoding() {
    }

    static void append(StringBuilder out, String text, boolean keepSlashes) {
        int plain = 0;
        while (plain < text.length() && isKept(text.charAt(plain), keepSlashes)) {
            plain++;
        }
        out.append(text, 0, plain);
        if (plain == text.length()) {
            return;
        }
        for (byte b : text.substring(plain).getBytes(StandardCharsets.UTF_8)) {
            if (isKept((char) (b & 0xff), keepSlashes)) {
                out.append((char) b);
            } else {
                out.append('%').append((char) HEX[b >> 4 & 15]).append((char) HEX[b & 15]);
            }
        }
    }

    private static boolean isKept(char c, boolean keepSlashes) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                || c == '-' || c == '.' || c == '_' || c == '~' || c == '/' && keepSlashes;
    }
}

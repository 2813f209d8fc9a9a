package org.tucuxi.signing.internal;

import java.nio.charset.StandardCharsets;

/** Undoes percent-encoding; what is none stays as it is, since a URL is not ours to refuse. */
final class PercentCode {

    private PercentCode() {
    }

    static String decode(String text, int from, int to, boolean plusIsSpace) {
        if (!isEncoded(text, from, to, plusIsSpace)) {
            return text.substring(from, to);
        }
        byte[] in = text.substring(from, to).getBytes(StandardCharsets.UTF_8);
        int size = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low >= 0) {
                in[size++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                in[size++] = plusIsSpace && in[i] == '+' ? (byte) ' ' : in[i];
            }
        }
        return new String(in, 0, size, StandardCharsets.UTF_8);
    }

    private static boolean isEncoded(String text, int from, int to, boolean plusIsSpace) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '%' || plusIsSpace && c == '+') {
                return true;
            }
        }
        return false;
    }
}

package org.tucuxi.services.iam;

import java.nio.charset.StandardCharsets;

/** Percent-decoding in which a plus stays a plus. */
final class PercentText {

    private PercentText() {
    }

    /** Decodes; what is no escape stays, and what is no UTF-8 is replaced. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
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
                result[length++] = source[i];
            }
        }
        return new String(result, 0, length, StandardCharsets.UTF_8);
    }
}

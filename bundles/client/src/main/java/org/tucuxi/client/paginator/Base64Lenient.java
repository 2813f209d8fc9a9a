package org.tucuxi.client.paginator;

import java.io.ByteArrayOutputStream;

/** Base64 as the reference reads it: foreign characters are passed over, and padding ends the text. */
final class Base64Lenient {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Base64Lenient() {
    }

    /** The bytes, or null when their number does not come out even. */
    static byte[] decode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 3 / 4 + 3);
        int bits = 0;
        int place = 0;
        int pads = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                if (place >= 2 && place + ++pads >= 4) {
                    return out.toByteArray();
                }
                continue;
            }
            int value = c < 128 ? ALPHABET.indexOf(c) : -1;
            if (value < 0) {
                continue;
            }
            pads = 0;
            bits = bits << 6 | value;
            place = place + 1 & 3;
            if (place != 1) {
                out.write(bits >> (place == 2 ? 4 : place == 3 ? 2 : 0));
            }
        }
        return place == 0 ? out.toByteArray() : null;
    }
}

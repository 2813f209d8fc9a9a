package org.tucuxi.sso;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/** The names of cache entries: SHA-1, as in the AWS CLI, whose files these are. */
final class CacheKey {

    private static final String HEX = "0123456789abcdef";

    private CacheKey() {
    }

    /**
     * The name of a text's entry.
     *
     * @param text for example a session's name
     * @return 40 hexadecimal digits
     */
    static String of(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }

    /**
     * The name of the entry for some arguments.
     *
     * @param arguments sorted
     * @return the name for their JSON, without blanks and in ASCII, as Python's json writes it
     */
    static String of(SortedMap<String, String> arguments) {
        StringBuilder json = new StringBuilder("{");
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, argument.getKey());
            json.append(':');
            quote(json, argument.getValue());
        }
        return of(json.append('}').toString());
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> plain(json, c);
            }
        }
        json.append('"');
    }

    private static void plain(StringBuilder json, char c) {
        if (c >= ' ' && c <= '~') {
            json.append(c);
            return;
        }
        json.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            json.append(HEX.charAt(c >> shift & 0xf));
        }
    }
}

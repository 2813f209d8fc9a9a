package org.tucuxi.config.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes values fit to be shown: what is a secret by its name, and what stands before the {@code @} of a URL, is
 * starred.
 */
final class Masking {

    private static final String STARS = "****";
    private static final List<String> SECRET = List.of("secret", "token", "password", "access_key", "private_key");

    private Masking() {
    }

    static Object mask(String name, Object value) {
        if (value == null) {
            return null;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (String part : SECRET) {
            if (lower.contains(part)) {
                return STARS;
            }
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> masked = new LinkedHashMap<>();
            map.forEach((key, inner) -> masked.put(key, mask(String.valueOf(key), inner)));
            return masked;
        }
        return value instanceof String text ? withoutUserInfo(text) : value;
    }

    private static String withoutUserInfo(String text) {
        int scheme = text.indexOf("://");
        int at = scheme < 0 ? -1 : text.lastIndexOf('@');
        return at < scheme + 3 ? text : text.substring(0, scheme + 3) + STARS + text.substring(at);
    }
}

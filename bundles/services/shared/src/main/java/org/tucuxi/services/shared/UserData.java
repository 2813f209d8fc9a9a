package org.tucuxi.services.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The member {@code UserData}, which the services take in Base64 although the model calls it a string. */
public final class UserData {

    private static final String MEMBER = "UserData";

    private UserData() {
    }

    /**
     * Encodes the member where it is a text or bytes.
     *
     * @param params the parameters of a call; changed in place
     */
    public static void encode(Map<String, Object> params) {
        Object value = params.get(MEMBER);
        byte[] bytes = value instanceof String text ? text.getBytes(StandardCharsets.UTF_8)
                : value instanceof byte[] given ? given : null;
        if (bytes != null) {
            params.put(MEMBER, Base64.getEncoder().encodeToString(bytes));
        }
    }
}

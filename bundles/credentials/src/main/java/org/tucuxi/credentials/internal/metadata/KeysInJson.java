package org.tucuxi.credentials.internal.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.credentials.Expiry;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.TemporaryCredentials;

/** The JSON object by which containers and instances hand out credentials. */
final class KeysInJson {

    private static final List<String> REQUIRED = List.of("AccessKeyId", "SecretAccessKey", "Token", "Expiration");

    private KeysInJson() {
    }

    /**
     * Reads the credentials.
     *
     * @param answer the object
     * @param accountId the account that they belong to, or null
     * @throws NoAnswer when something is missing; a reason that the answer gives instead is repeated
     */
    static TemporaryCredentials read(Map<String, Object> answer, String accountId) throws NoAnswer {
        List<String> missing = new ArrayList<>();
        for (String name : REQUIRED) {
            if (text(answer, name) == null) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw new NoAnswer("the answer has no " + String.join(", ", missing) + whatItHasInstead(answer));
        }
        return new TemporaryCredentials(new FrozenCredentials(text(answer, "AccessKeyId"),
                text(answer, "SecretAccessKey"), text(answer, "Token"), accountId), expiration(answer));
    }

    /** A member that is a text and not empty; or null. */
    static String text(Map<String, Object> answer, String name) {
        return answer.get(name) instanceof String text && !text.isEmpty() ? text : null;
    }

    /** Instances say in these members for example that their role is one that they may not take. */
    private static String whatItHasInstead(Map<String, Object> answer) {
        String code = text(answer, "Code");
        String message = text(answer, "Message");
        return (code == null ? "" : "; Code: " + Answer.shown(code))
                + (message == null ? "" : "; Message: " + Answer.shown(message));
    }

    private static Instant expiration(Map<String, Object> answer) throws NoAnswer {
        try {
            return Expiry.parse(text(answer, "Expiration"));
        } catch (DateTimeException e) {
            throw new NoAnswer("the Expiration of the answer is not a time such as 2026-01-31T12:00:00Z");
        }
    }
}

package org.tucuxi.assumerole;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.TemporaryCredentials;

/** Credentials as STS answers them, and as the AWS CLI keeps them: a map with {@code Credentials} in it. */
final class RoleEntry {

    private RoleEntry() {
    }

    /** What STS answered; it names the account only in the role's ARN. */
    static Optional<TemporaryCredentials> ofResponse(Map<String, ?> response) {
        String account = response.get("AssumedRoleUser") instanceof Map<?, ?> user ? account(user.get("Arn")) : null;
        return read(response, account);
    }

    /** What was kept; empty when a part of it is missing or no credentials can be made of it. */
    static Optional<TemporaryCredentials> ofCache(Map<String, ?> entry) {
        return read(entry, null);
    }

    private static Optional<TemporaryCredentials> read(Map<String, ?> entry, String account) {
        if (!(entry.get("Credentials") instanceof Map<?, ?> keys)) {
            return Optional.empty();
        }
        String accessKey = text(keys, "AccessKeyId");
        String secretKey = text(keys, "SecretAccessKey");
        String token = text(keys, "SessionToken");
        Instant expiry = time(keys.get("Expiration"));
        if (accessKey == null || secretKey == null || token == null || expiry == null) {
            return Optional.empty();
        }
        String accountId = account != null ? account : text(keys, "AccountId");
        return Optional.of(new TemporaryCredentials(new FrozenCredentials(accessKey, secretKey, token, accountId),
                expiry));
    }

    static Map<String, Object> of(TemporaryCredentials credentials) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("AccessKeyId", credentials.keys().accessKey());
        keys.put("SecretAccessKey", credentials.keys().secretKey());
        keys.put("SessionToken", credentials.keys().token());
        keys.put("Expiration", credentials.expiry().toString());
        if (credentials.keys().accountId() != null) {
            keys.put("AccountId", credentials.keys().accountId());
        }
        return Map.of("Credentials", keys);
    }

    /** The fifth part of {@code arn:aws:sts::123456789012:assumed-role/name/session}. */
    private static String account(Object arn) {
        String[] parts = arn instanceof String text ? text.split(":", 6) : new String[0];
        return parts.length < 6 || !parts[0].equals("arn") || parts[4].isEmpty() ? null : parts[4];
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text && !text.isEmpty() ? text : null;
    }

    /** The AWS CLI writes the offset of UTC as {@code UTC}. */
    private static Instant time(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (!(value instanceof String text)) {
            return null;
        }
        try {
            String iso = text.endsWith("UTC") ? text.substring(0, text.length() - 3) + 'Z' : text;
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}

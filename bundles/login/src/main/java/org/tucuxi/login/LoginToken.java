package org.tucuxi.login;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.credentials.Expiry;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.LoginTokenLoadException;
import org.tucuxi.credentials.TemporaryCredentials;

/**
 * What {@code aws login} leaves on disk.
 *
 * @param credentials its credentials, which may have ended
 * @param file all that stands in the file: secrets
 */
record LoginToken(TemporaryCredentials credentials, Map<String, Object> file) {

    static final String PREFIX = "Error loading login session token: ";

    private static final List<String> REQUIRED = List.of("accessToken", "refreshToken", "dpopKey", "clientId");

    /**
     * Reads a token.
     *
     * @param file what stands in the file
     * @return the token
     * @throws LoginTokenLoadException when something is missing
     */
    static LoginToken of(Map<String, Object> file) {
        List<String> missing = REQUIRED.stream().filter(key -> file.get(key) == null).toList();
        if (!missing.isEmpty()) {
            throw missing(String.join(", ", missing));
        }
        for (String key : REQUIRED.subList(1, REQUIRED.size())) {
            if (!(file.get(key) instanceof String)) {
                throw new LoginTokenLoadException(PREFIX + key + " of the cached token is no text. " + again());
            }
        }
        if (!(file.get("accessToken") instanceof Map<?, ?> access)) {
            throw new LoginTokenLoadException(PREFIX + "accessToken of the cached token is no object. " + again());
        }
        FrozenCredentials keys = new FrozenCredentials(text(access, "accessKeyId"), text(access, "secretAccessKey"),
                text(access, "sessionToken"), text(access, "accountId"));
        Instant expiry = Expiry.read(text(access, "expiresAt")).orElseThrow(() -> new LoginTokenLoadException(PREFIX
                + "accessToken.expiresAt of the cached token is not a time such as 2026-01-31T12:00:00Z. " + again()));
        return new LoginToken(new TemporaryCredentials(keys, expiry), file);
    }

    /**
     * The token with new credentials; all else in the file stays.
     *
     * @param fresh the new credentials
     * @param refreshToken for the next time
     * @return the new token
     */
    LoginToken with(TemporaryCredentials fresh, String refreshToken) {
        Map<String, Object> access = new LinkedHashMap<>();
        access.put("accessKeyId", fresh.keys().accessKey());
        access.put("secretAccessKey", fresh.keys().secretKey());
        access.put("sessionToken", fresh.keys().token());
        access.put("accountId", fresh.keys().accountId());
        access.put("expiresAt", Expiry.write(fresh.expiry()));
        Map<String, Object> all = new LinkedHashMap<>(file);
        all.put("accessToken", access);
        all.put("refreshToken", refreshToken);
        return new LoginToken(fresh, all);
    }

    /** One of the texts in the file. */
    String secret(String key) {
        return (String) file.get(key);
    }

    private static String text(Map<?, ?> access, String key) {
        if (access.get(key) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw missing("accessToken." + key);
    }

    private static LoginTokenLoadException missing(String fields) {
        return new LoginTokenLoadException(PREFIX + "Failed to load access token from token cache, missing "
                + "required fields: " + fields + '.');
    }

    private static String again() {
        return "Please reauthenticate with 'aws login'.";
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "LoginToken(until " + credentials.expiry() + ')';
    }
}

package org.tucuxi.credentials.internal;

import java.util.Map;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.PartialCredentialsException;

/** The keys that stand in a profile. */
final class ProfileKeys {

    private static final String ACCESS_KEY = "aws_access_key_id";
    private static final String SECRET_KEY = "aws_secret_access_key";

    private final String provider;
    private final String profile;
    private final String file;

    ProfileKeys(String provider, String profile, String file) {
        this.provider = provider;
        this.profile = profile;
        this.file = file;
    }

    CredentialAnswer read(Map<String, Map<String, Object>> profiles) {
        Map<String, Object> keys = profiles.get(profile);
        if (keys == null || !keys.containsKey(ACCESS_KEY)) {
            return CredentialAnswer.none("no profile '" + profile + "' with " + ACCESS_KEY + " in " + file);
        }
        if (!keys.containsKey(SECRET_KEY)) {
            throw new PartialCredentialsException("Partial credentials found in " + provider + ", missing: "
                    + SECRET_KEY + " (profile '" + profile + "' in " + file + ')');
        }
        String token = text(keys, keys.containsKey("aws_security_token") ? "aws_security_token" : "aws_session_token");
        String account = text(keys, "aws_account_id");
        return CredentialAnswer.found(Credentials.of(text(keys, ACCESS_KEY), text(keys, SECRET_KEY), emptyToNull(token),
                emptyToNull(account), provider));
    }

    private String text(Map<String, Object> keys, String key) {
        Object value = keys.get(key);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new CredentialRetrievalException("Error when retrieving credentials from " + provider + ": " + key
                + " of profile '" + profile + "' in " + file + " is a block; write it in one line");
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

package org.tucuxi.credentials.internal;

import java.util.Map;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.PartialCredentialsException;

/** The keys that stand in a section of a file. */
final class ProfileKeys {

    static final String ACCESS_KEY = "aws_access_key_id";
    static final String SECRET_KEY = "aws_secret_access_key";

    private final String provider;
    private final String where;

    /**
     * Keys.
     *
     * @param provider who looks for them
     * @param where for errors: {@code profile 'dev' in ~/.aws/config}
     */
    ProfileKeys(String provider, String where) {
        this.provider = provider;
        this.where = where;
    }

    /**
     * Reads.
     *
     * @param keys the section, or null when there is none
     * @return the answer
     */
    CredentialAnswer read(Map<String, Object> keys) {
        if (keys == null) {
            return CredentialAnswer.none("there is no " + where);
        }
        if (!keys.containsKey(ACCESS_KEY)) {
            return CredentialAnswer.none(where + " has no " + ACCESS_KEY);
        }
        if (!keys.containsKey(SECRET_KEY)) {
            throw new PartialCredentialsException("Partial credentials found in " + provider + ", missing: "
                    + SECRET_KEY + " (" + where + ')');
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
                + " (" + where + ") is a block; write it in one line");
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

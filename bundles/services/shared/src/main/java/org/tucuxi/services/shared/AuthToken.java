package org.tucuxi.services.shared;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.Client;
import org.tucuxi.http.FormBody;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.signing.Presigning;

/**
 * A password for a database: a presigned URL without its scheme.
 *
 * @param action what the token allows
 * @param signingName the service that the token is for
 */
public record AuthToken(String action, String signingName) {

    /** How long a token is good for when nobody says otherwise: what RDS allows. */
    public static final Duration EXPIRY = Duration.ofSeconds(900);

    private static final String SCHEME = "https://";

    /**
     * Makes a token. Nothing is sent.
     *
     * @param client signs it
     * @param host host and port of the database
     * @param fields what else is signed
     * @param region the region of the database, or null for that of the client
     * @param expiresIn how long the token is good for
     * @return the token: a secret
     */
    public String make(Client client, String host, Map<String, String> fields, String region, Duration expiresIn) {
        FormBody body = new FormBody(new byte[0]);
        body.fields().put("Action", action);
        body.fields().putAll(fields);
        SerializedRequest request = new SerializedRequest().method("GET").url(SCHEME + host + '/').body(body)
                .context(new LinkedHashMap<>());
        String url = client.meta().signer().presignedUrl(action, request, new Presigning(Presigning.Form.URL, expiresIn,
                region == null ? client.meta().region() : region, signingName));
        return url.substring(SCHEME.length());
    }
}

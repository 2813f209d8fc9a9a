package org.tucuxi.login;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The proof that a request comes from the owner of a key: the header {@code DPoP}, a JWT (RFC 9449). */
final class DpopProof {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private DpopProof() {
    }

    /**
     * Makes a proof for one request.
     *
     * @param key the key
     * @param url the request's URL
     * @param now the time
     * @return the header's value
     */
    static String create(DpopKey key, String url, Instant now) {
        String header = "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\",\"x\":\""
                + BASE64.encodeToString(key.x()) + "\",\"y\":\"" + BASE64.encodeToString(key.y())
                + "\",\"crv\":\"P-256\"}}";
        String payload = "{\"htm\":\"POST\",\"htu\":\"" + escaped(url) + "\",\"iat\":" + now.getEpochSecond()
                + ",\"jti\":\"" + UUID.randomUUID() + "\"}";
        String signed = encode(header) + '.' + encode(payload);
        return signed + '.' + BASE64.encodeToString(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A URL of a request is encoded; what could end the text in JSON cannot be in it, but it came from outside. */
    private static String escaped(String url) {
        return url.replace("\\", "%5C").replace("\"", "%22");
    }
}

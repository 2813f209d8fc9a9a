package org.tucuxi.signing.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tucuxi.credentials.FrozenCredentials;

/** Signatures from before SigV4: one HMAC with the secret key itself. */
final class LegacyMac {

    static final String SHA1 = "HmacSHA1";
    static final String SHA256 = "HmacSHA256";

    private LegacyMac() {
    }

    static String base64(String algorithm, FrozenCredentials credentials, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(credentials.secretKey().getBytes(StandardCharsets.UTF_8), algorithm));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java does not make the signature " + algorithm, e);
        }
    }
}

package org.tucuxi.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

/**
 * Signs URLs of private content in CloudFront ("Use signed URLs", Amazon CloudFront developer guide). Needs no client:
 * the key is that of a trusted key group. Safe for use by many threads.
 *
 * <pre>{@code
 * var signer = new CloudFrontSigner("K2JCJMDEHXQW5F", privateKey);
 * String url = signer.signedUrl("https://d111111abcdef8.cloudfront.net/a.pdf", Instant.now().plusSeconds(3600));
 * }</pre>
 */
public final class CloudFrontSigner {

    private static final String ALGORITHM = "SHA1withRSA";

    private final String keyPairId;
    private final PrivateKey key;

    /**
     * Makes a signer.
     *
     * @param keyPairId the id that CloudFront has given to the public key
     * @param key the RSA key
     * @throws IllegalArgumentException when the key is none of RSA
     */
    public CloudFrontSigner(String keyPairId, PrivateKey key) {
        this.keyPairId = Objects.requireNonNull(keyPairId, "keyPairId");
        this.key = Objects.requireNonNull(key, "key");
        if (!"RSA".equals(key.getAlgorithm())) {
            throw new IllegalArgumentException("The key pair " + keyPairId + " must be of RSA, and this key is of "
                    + key.getAlgorithm());
        }
    }

    /**
     * Signs a URL that is good until a moment.
     *
     * @param url the URL of the content
     * @param expires the first second at which the URL is good no more
     * @return the URL with {@code Expires}, {@code Signature} and {@code Key-Pair-Id}
     */
    public String signedUrl(String url, Instant expires) {
        Objects.requireNonNull(expires, "expires");
        return signed(url, "Expires=" + expires.getEpochSecond(), policy(url, expires, null, null));
    }

    /**
     * Signs a URL with a policy of its own.
     *
     * @param url the URL of the content
     * @param policy the policy, such as {@link #policy} makes
     * @return the URL with {@code Policy}, {@code Signature} and {@code Key-Pair-Id}
     */
    public String signedUrl(String url, String policy) {
        Objects.requireNonNull(policy, "policy");
        return signed(url, "Policy=" + encoded(policy.getBytes(StandardCharsets.UTF_8)), policy);
    }

    private String signed(String url, String first, String policy) {
        return url + (url.indexOf('?') >= 0 ? '&' : '?') + first + "&Signature="
                + encoded(signature(policy.getBytes(StandardCharsets.UTF_8))) + "&Key-Pair-Id=" + keyPairId;
    }

    private byte[] signature(byte[] policy) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(policy);
            return signature.sign();
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("The key of the key pair " + keyPairId + " makes no signature "
                    + ALGORITHM, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java does not make the signature " + ALGORITHM, e);
        }
    }

    /** Base64 without the characters that mean something in a URL, as CloudFront replaces them. */
    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes).replace('+', '-').replace('=', '_').replace('/', '~');
    }

    /**
     * Writes a policy.
     *
     * @param resource the URL that the policy allows; may have the wildcards {@code *} and {@code ?}
     * @param expires the first second at which it allows nothing any more
     * @param begins the first second at which it allows something, or null
     * @param ipAddress the IPv4 address or network that may ask, such as {@code 192.0.2.0/24}, or null
     * @return compact JSON
     */
    public static String policy(String resource, Instant expires, Instant begins, String ipAddress) {
        StringBuilder json = new StringBuilder(256).append("{\"Statement\":[{\"Resource\":");
        quote(json, resource);
        json.append(",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":")
                .append(expires.getEpochSecond()).append('}');
        if (ipAddress != null && !ipAddress.isEmpty()) {
            json.append(",\"IpAddress\":{\"AWS:SourceIp\":");
            quote(json, ipAddress.indexOf('/') < 0 ? ipAddress + "/32" : ipAddress);
            json.append('}');
        }
        if (begins != null) {
            json.append(",\"DateGreaterThan\":{\"AWS:EpochTime\":").append(begins.getEpochSecond()).append('}');
        }
        return json.append("}}]}").toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                json.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    json.append(Character.forDigit(c >> shift & 15, 16));
                }
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    /** Shows the id of the key. */
    @Override
    public String toString() {
        return "CloudFrontSigner(" + keyPairId + ')';
    }
}

package org.tucuxi.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CloudFrontSignerTest {

    private static final Instant EXPIRES = Instant.parse("2016-01-01T00:00:00Z");
    private static KeyPair keys;

    private final CloudFrontSigner signer = new CloudFrontSigner("MY-KEY", keys.getPrivate());

    @BeforeAll
    static void makeKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    @Test
    void aUrlThatExpiresIsSignedByTheCannedPolicy() throws Exception {
        String url = signer.signedUrl("https://d1.cloudfront.net/a.pdf", EXPIRES);

        assertThat(url).startsWith("https://d1.cloudfront.net/a.pdf?Expires=1451606400&Signature=")
                .endsWith("&Key-Pair-Id=MY-KEY").doesNotContain("+", "/a.pdf/", "==");
        assertThat(verifies(url, "{\"Statement\":[{\"Resource\":\"https://d1.cloudfront.net/a.pdf\",\"Condition\":"
                + "{\"DateLessThan\":{\"AWS:EpochTime\":1451606400}}}]}")).isTrue();
    }

    @Test
    void aPolicyOfItsOwnGoesIntoTheUrl() throws Exception {
        String policy = CloudFrontSigner.policy("https://d1.cloudfront.net/*?x=\u00e4\"\\", EXPIRES,
                Instant.parse("2015-12-01T00:00:00Z"), "12.34.56.78");

        String url = signer.signedUrl("https://d1.cloudfront.net/a?x=1", policy);

        assertThat(policy).isEqualTo("{\"Statement\":[{\"Resource\":\"https://d1.cloudfront.net/*?x=\\u00e4\\\"\\\\\","
                + "\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":1451606400},\"IpAddress\":{\"AWS:SourceIp\":"
                + "\"12.34.56.78/32\"},\"DateGreaterThan\":{\"AWS:EpochTime\":1448928000}}}]}");
        assertThat(url).startsWith("https://d1.cloudfront.net/a?x=1&Policy=");
        assertThat(decoded(url, "Policy")).asString(StandardCharsets.UTF_8).isEqualTo(policy);
        assertThat(verifies(url, policy)).isTrue();
    }

    @Test
    void aNetworkStaysANetwork() {
        assertThat(CloudFrontSigner.policy("r", EXPIRES, null, "192.0.2.0/24")).contains("\"192.0.2.0/24\"");
    }

    @Test
    void keysOfOtherKindsAreRefused() throws Exception {
        KeyPair ec = KeyPairGenerator.getInstance("EC").generateKeyPair();

        assertThatThrownBy(() -> new CloudFrontSigner("K", ec.getPrivate())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RSA");
        assertThat(signer).hasToString("CloudFrontSigner(MY-KEY)");
    }

    private static boolean verifies(String url, String policy) throws Exception {
        Signature verifier = Signature.getInstance("SHA1withRSA");
        verifier.initVerify(keys.getPublic());
        verifier.update(policy.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(decoded(url, "Signature"));
    }

    private static byte[] decoded(String url, String parameter) {
        String value = url.substring(url.indexOf(parameter + '=') + parameter.length() + 1);
        value = value.substring(0, value.indexOf('&'));
        return Base64.getDecoder().decode(value.replace('-', '+').replace('_', '=').replace('~', '/'));
    }
}

package org.tucuxi.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.NoCredentialsException;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.Signer;

class SigV4aTest {

    /** The public key of AKIDEXAMPLE in AWS's test suite for SigV4a. */
    private static final String X = "b6618f6a65740a99e650b33b6b4b5bd0d43b176d721a3edfea7e7d2d56d936b1";
    private static final String Y = "865ed22a7eadc9c5cb9d2cbaca1b3699139fedc5043dc6661864218330c8e518";
    private static final String AUTHORIZATION = "AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20150830/service/aws4_request,"
            + " SignedHeaders=host;x-amz-date;x-amz-region-set, Signature=";
    /** The canonical request of AWS's case get-vanilla has this hash. */
    private static final String EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final Signer signer = new SigV4aSigner(Clock.fixed(Requests.NOW, ZoneOffset.UTC));

    private static Signer.Scope scope(String version, String regionSet, Map<String, Object> context) {
        return new Signer.Scope(version, Requests.WHO, regionSet, "service", context);
    }

    private static PublicKey publicKey() throws Exception {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(
                new ECPoint(new BigInteger(X, 16), new BigInteger(Y, 16)), curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static boolean isSignatureOf(String text, String hex) throws Exception {
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(publicKey());
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(HexFormat.of().parseHex(hex));
    }

    /** The private number that the tests of AWS's C library name for these keys. */
    @Test
    void derivesThePublishedKey() throws Exception {
        FrozenCredentials who = new FrozenCredentials("AKISORANDOMAASORANDOM",
                "q+jcrXGc+0zWN6uzclKVhvMmUsIfRPa4rlRandom", null, null);

        assertThat(EcdsaKeys.derive(who).toString(16))
                .isEqualTo("7fd3bd010c0d9c292141c2b77bfbde1042c92e6836fff749d1269ec890fca1bd");
    }

    @Test
    void aRequestIsSignedForARegionSet() throws Exception {
        AwsRequest request = Requests.get("https://example.amazonaws.com/");

        signer.sign(request, scope("v4a", "us-east-1", request.context()));

        String authorization = request.headers().get("Authorization");
        assertThat(authorization).startsWith(AUTHORIZATION);
        assertThat(request.headers().get("X-Amz-Region-Set")).isEqualTo("us-east-1");
        String canonical = "GET\n/\n\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\nx-amz-region-set:us-east-1\n\n"
                + "host;x-amz-date;x-amz-region-set\n" + EMPTY_HASH;
        String text = "AWS4-ECDSA-P256-SHA256\n20150830T123600Z\n20150830/service/aws4_request\n"
                + HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(canonical.getBytes(StandardCharsets.UTF_8)));
        assertThat(isSignatureOf(text, authorization.substring(AUTHORIZATION.length()))).isTrue();
    }

    @Test
    void s3TellsTheHashOfTheBody() {
        AwsRequest request = Requests.get("https://example.amazonaws.com/a//b");

        signer.sign(request, scope("s3v4a", "*", request.context()));

        assertThat(request.headers().get("X-Amz-Content-SHA256")).isEqualTo(EMPTY_HASH);
        assertThat(request.headers().get("X-Amz-Region-Set")).isEqualTo("*");
    }

    @Test
    void theUserAgentHearsOfIt() {
        AwsRequest request = Requests.get("https://example.amazonaws.com/");
        Set<String> features = new LinkedHashSet<>();
        request.context().put("feature_ids", features);

        signer.sign(request, scope("v4a", "*", request.context()));

        assertThat(features).containsExactly("S");
    }

    @Test
    void withoutCredentialsThereIsNoSignature() {
        AwsRequest request = Requests.get("https://example.amazonaws.com/");

        assertThatThrownBy(() -> signer.sign(request, new Signer.Scope("v4a", null, "*", "service", new HashMap<>())))
                .isInstanceOf(NoCredentialsException.class);
    }
}

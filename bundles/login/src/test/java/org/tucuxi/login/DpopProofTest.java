package org.tucuxi.login;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tucuxi.credentials.testing.MovingClock;

class DpopProofTest {

    private static final String URL = "https://eu-west-1.signin.aws.amazon.com/v1/token";

    private final DpopKey key = DpopKey.read(TestKeys.pem("sec1"));

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static BigInteger coordinate(String header, String name) {
        Matcher matcher = Pattern.compile('"' + name + "\":\"([^\"]+)\"").matcher(header);
        assertThat(matcher.find()).isTrue();
        return new BigInteger(1, Base64.getUrlDecoder().decode(matcher.group(1)));
    }

    private static PublicKey publicKey(String header) throws Exception {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(
                new ECPoint(coordinate(header, "x"), coordinate(header, "y")),
                parameters.getParameterSpec(ECParameterSpec.class)));
    }

    @Test
    void itIsAJwtInTheFormOfTheStandard() {
        String[] parts = DpopProof.create(key, URL, MovingClock.START).split("\\.");

        assertThat(parts).hasSize(3).allSatisfy(part -> assertThat(part).doesNotContain("=", "+", "/"));
        assertThat(decoded(parts[0])).isEqualTo("{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\","
                + "\"x\":\"I6SKbKa3rR1VyCuC5Ndit0STbFlbWfrhluyTO0fDXZk\","
                + "\"y\":\"vp3wr5o4MW6HcOHSVJGjJ35E2Q_B_7u2T-sXHqWD2lY\",\"crv\":\"P-256\"}}");
        assertThat(decoded(parts[1])).matches("\\{\"htm\":\"POST\",\"htu\":\"" + Pattern.quote(URL)
                + "\",\"iat\":1769860800,\"jti\":\"[0-9a-f-]{36}\"}");
    }

    @Test
    void whoeverHasThePublicKeyOfItsHeaderCanVerifyIt() throws Exception {
        String[] parts = DpopProof.create(key, URL, MovingClock.START).split("\\.");

        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(publicKey(decoded(parts[0])));
        verifier.update((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII));
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        assertThat(signature).hasSize(64);
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void eachProofIsForOneRequest() {
        String one = DpopProof.create(key, URL, MovingClock.START);
        String other = DpopProof.create(key, URL, MovingClock.START);

        assertThat(one.split("\\.")[1]).isNotEqualTo(other.split("\\.")[1]);
    }

    @Test
    void aUrlCannotLeaveItsPlaceInTheJson() {
        String proof = DpopProof.create(key, "http://x/\",\"iat\":0,\"\\", MovingClock.START);
        String payload = decoded(proof.split("\\.")[1]);

        assertThat(payload).contains("\"htu\":\"http://x/%22,%22iat%22:0,%22%5C\",\"iat\":1769860800");
    }
}

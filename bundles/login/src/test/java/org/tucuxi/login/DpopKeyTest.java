package org.tucuxi.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.credentials.LoginTokenLoadException;

class DpopKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"sec1", "pkcs8", "sec1-without-public", "sec1-with-parameters"})
    void thePublicKeyIsTheOneThatOpensslShows(String name) {
        DpopKey key = DpopKey.read(TestKeys.pem(name));

        assertThat(HexFormat.of().formatHex(key.x()))
                .isEqualTo("23a48a6ca6b7ad1d55c82b82e4d762b744936c595b59fae196ec933b47c35d99");
        assertThat(HexFormat.of().formatHex(key.y()))
                .isEqualTo("be9df0af9a38316e8770e1d25491a3277e44d90fc1ffbbb64feb171ea583da56");
    }

    @Test
    void eitherHalfOfTheCurveIsFound() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        for (int i = 0; i < 20; i++) {
            KeyPair pair = generator.generateKeyPair();
            DpopKey key = DpopKey.read("-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n");

            ECPublicKey expected = (ECPublicKey) pair.getPublic();
            assertThat(new java.math.BigInteger(1, key.x())).isEqualTo(expected.getW().getAffineX());
            assertThat(new java.math.BigInteger(1, key.y())).isEqualTo(expected.getW().getAffineY());
            assertThat(key.x()).hasSize(32);
            assertThat(key.y()).hasSize(32);
        }
    }

    @Test
    void linesMayEndAsOnWindows() {
        DpopKey key = DpopKey.read(TestKeys.pem("sec1").replace("\n", "\r\n"));

        assertThat(key.x()[0]).isEqualTo((byte) 0x23);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p384", "p384-pkcs8", "secp256k1", "rsa", "ed25519"})
    void otherKeysAreRefused(String name) {
        String pem = TestKeys.pem(name);

        assertThatThrownBy(() -> DpopKey.read(pem)).isInstanceOf(LoginTokenLoadException.class)
                .hasMessageStartingWith("Error loading login session token: Unable to load private key from cached "
                        + "token.")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "-----BEGIN EC PRIVATE KEY-----", "-----END EC PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\n-----END EC PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\nc2VjcmV0\n-----END EC PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\n=\n-----END EC PRIVATE KEY-----"})
    void whatIsNoKeyIsRefusedAndNotRepeated(String pem) {
        assertThatThrownBy(() -> DpopKey.read(pem)).isInstanceOf(LoginTokenLoadException.class)
                .hasMessageNotContaining("secret").hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void aKeyThatIsTooLongIsNotEvenDecoded() {
        String pem = TestKeys.pem("sec1") + "\n".repeat(20_000);

        assertThatThrownBy(() -> DpopKey.read(pem)).isInstanceOf(LoginTokenLoadException.class);
    }

    @Test
    void itsTextShowsNothing() {
        assertThat(DpopKey.read(TestKeys.pem("sec1"))).hasToString("DpopKey");
    }
}

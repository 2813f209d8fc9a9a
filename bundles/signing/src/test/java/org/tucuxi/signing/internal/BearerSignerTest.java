package org.tucuxi.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.NoAuthTokenException;
import org.tucuxi.credentials.TokenRetrievalException;
import org.tucuxi.emitter.EmitterComponent;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.RequestSigner;
import org.tucuxi.signing.RequestSignerFactory.Settings;
import org.tucuxi.signing.Signer;

class BearerSignerTest {

    private final AwsRequest request = Requests.get("https://bedrock-runtime.us-west-2.amazonaws.com/model/m/invoke");
    private final AtomicReference<BearerToken> token = new AtomicReference<>();

    private RequestSigner signer() {
        ClientSignerFactory factory = new ClientSignerFactory();
        factory.bindSigner(new BearerSigner(), Map.of(Signer.SIGNATURE_VERSION, "bearer"));
        return factory.create(new Settings(new EmitterComponent().create(Map.of(EmitterFactory.SESSION_NAME, "test")),
                "bedrock-runtime", null, "bedrock", "bearer", () -> {
                    throw new AssertionError("a bearer needs no credentials");
                }, token::get));
    }

    @Test
    void theTokenIsSentAsItIsWithoutRegionOrCredentials() {
        token.set(new BearerToken("mF_9.B5f-4.1JqM", null));

        signer().sign("Invoke", request);

        assertThat(request.headers().get("Authorization")).isEqualTo("Bearer mF_9.B5f-4.1JqM");
        assertThat(request.headers().toString()).contains("Authorization").doesNotContain("mF_9");
        assertThat(request.headers().contains("X-Amz-Date")).isFalse();
    }

    @Test
    void theHeaderOfAnEarlierSignatureIsReplacedByTheTokenOfThisMoment() {
        RequestSigner signer = signer();
        token.set(new BearerToken("first", null));
        request.headers().add("authorization", "AWS4-HMAC-SHA256 …");
        signer.sign("Invoke", request);
        token.set(new BearerToken("second", null));

        signer.sign("Invoke", request);

        assertThat(request.headers().all("Authorization")).containsExactly("Bearer second");
    }

    @Test
    void plainHttpIsTheUsersChoiceAsInTheReference() {
        AwsRequest plain = Requests.get("http://localhost/x");
        token.set(new BearerToken("t", null));

        signer().sign("Invoke", plain);

        assertThat(plain.headers().get("Authorization")).isEqualTo("Bearer t");
    }

    @Test
    void withoutATokenTheErrorSaysHowToGiveOne() {
        assertThatThrownBy(() -> signer().sign("Invoke", request)).isInstanceOf(NoAuthTokenException.class)
                .hasMessageStartingWith("Unable to locate authorization token")
                .hasMessageContaining("AWS_BEARER_TOKEN_BEDROCK").hasMessageContaining("sso_session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2\n", "hunter2\r\nX-Evil: 1", "hunter 2", "hunter\u00e9", "\u0000hunter"})
    void aTokenThatIsNoneIsNeitherSentNorShown(String value) {
        token.set(new BearerToken(value, null));

        assertThatThrownBy(() -> signer().sign("Invoke", request)).isInstanceOf(TokenRetrievalException.class)
                .hasMessageContaining("index").hasMessageNotContaining("hunter");
        assertThat(request.headers().contains("Authorization")).isFalse();
    }
}

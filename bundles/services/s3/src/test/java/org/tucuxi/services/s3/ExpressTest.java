package org.tucuxi.services.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.http.SerializedRequest;

class ExpressTest {

    private static final String BUCKET = "x--usw2-az1--x-s3";
    private static final Instant END = Instant.parse("2030-01-01T00:05:00Z");

    private final FakeClient client = new FakeClient();
    private final FakeRefresh refresh = new FakeRefresh();
    private final ExpressIdentity identity = new ExpressIdentity(refresh);
    private final Map<String, Object> context = new HashMap<>();

    @BeforeEach
    void call() {
        client.answer = (operation, params) -> Map.of("Credentials", Map.of("AccessKeyId", "AKID", "SecretAccessKey",
                "secret", "SessionToken", "token", "Expiration", END));
        context.put("client", client.client());
        context.put("endpoint_properties", Map.of("backend", "S3Express"));
        context.put("signing", Map.of("signing_name", "s3express", "region", "us-west-2"));
        BeforeParameterBuild build = new BeforeParameterBuild("before-parameter-build.s3.GetObject",
                new HashMap<>(Map.of("Bucket", BUCKET, "Key", "k")), Events.operation("GetObject"), context);
        new InputParams().handle(build);
        new RedirectContext().handle(build);
    }

    private Map<?, ?> beforeCall() {
        new ExpressSessionKey().handle(new BeforeCall("before-call.s3.GetObject", Events.operation("GetObject"),
                new SerializedRequest(), null, context));
        return (Map<?, ?>) context.get("signing");
    }

    private Map<?, ?> beforeSign(String version) {
        identity.handle(Events.sign("/k", version, context));
        return (Map<?, ?>) context.get("signing");
    }

    @Test
    void theSessionsKeyIsTheBucket() {
        assertThat(beforeCall()).isEqualTo(Map.of("signing_name", "s3express", "region", "us-west-2", "cache_key",
                BUCKET));
    }

    @Test
    void otherBucketsHaveNoSession() {
        context.put("endpoint_properties", Map.of("backend", "Other"));

        assertThat(beforeCall().containsKey("cache_key")).isFalse();
    }

    @Test
    void theSignerGetsTheSessionsOfTheClient() {
        beforeCall();

        Object cache = beforeSign("v4-s3express").get("identity_cache");

        assertThat(cache).isInstanceOf(ExpressSessions.class);
        assertThat(beforeSign("v4-s3express-query").get("identity_cache")).isSameAs(cache);
        assertThat(identity.clients()).isOne();
    }

    @Test
    void presigningTakesTheKeyFromTheParameters() {
        assertThat(beforeSign("v4-s3express-query").get("cache_key")).isEqualTo(BUCKET);
    }

    @ParameterizedTest
    @CsvSource({"s3v4,s3express", "v4-s3express,s3"})
    void otherSignaturesUseTheClientsCredentials(String version, String name) {
        context.put("signing", Map.of("signing_name", name));

        assertThat(beforeSign(version).containsKey("identity_cache")).isFalse();
        assertThat(identity.clients()).isZero();
    }

    @Test
    void aSessionIsMadeByACallOfTheClientWhenItIsNeeded() {
        ExpressSessions sessions = new ExpressSessions(client.client(), refresh);

        var credentials = sessions.credentials(BUCKET);

        assertThat(client.calls).isEmpty();
        assertThat(credentials.freeze()).isEqualTo(new FrozenCredentials("AKID", "secret", "token", null));
        assertThat(credentials.expiry()).contains(END);
        assertThat(credentials.method()).isEqualTo("s3express");
        assertThat(client.calls).containsOnly("CreateSession{Bucket=" + BUCKET + '}');
        assertThat(refresh.made).containsExactly("s3express PT45S PT10S");
        assertThat(sessions.credentials(BUCKET)).isSameAs(credentials);
    }

    @Test
    void aHundredSessionsAreKept() {
        ExpressSessions sessions = new ExpressSessions(client.client(), refresh);

        for (int i = 0; i < 120; i++) {
            sessions.credentials("b" + i + "--x-s3");
        }

        assertThat(sessions.size()).isEqualTo(100);
    }

    @Test
    void aSessionWithoutCredentialsIsAFailure() {
        client.answer = (operation, params) -> Map.of("Credentials", Map.of("AccessKeyId", "AKID"));

        assertThatThrownBy(new ExpressSessions(client.client(), refresh).credentials(BUCKET)::freeze)
                .isInstanceOf(CredentialRetrievalException.class).hasMessageContaining(BUCKET)
                .hasMessageContaining("SessionToken");
    }

    @Test
    void nothingIsLeftWhenTheBundleStops() {
        beforeSign("v4-s3express");

        identity.clear();

        assertThat(identity.clients()).isZero();
    }
}

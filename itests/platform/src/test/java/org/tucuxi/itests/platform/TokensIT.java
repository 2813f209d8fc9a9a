package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.CredentialResolver.Outcome;
import org.tucuxi.credentials.NoAuthTokenException;
import org.tucuxi.credentials.NoCredentialsException;
import org.tucuxi.credentials.TokenProvider;
import org.tucuxi.credentials.TokenRefresh;
import org.tucuxi.credentials.TokenResolver;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.NeedsRetry;

/** Bearer tokens from the providers to the wire, and when they are preferred to credentials. */
@ExtendWith(PlatformExtension.class)
@Timeout(60)
class TokensIT {

    private static final Map<String, Class<?>> FAILURES = Map.of("NoAuthTokenError", NoAuthTokenException.class,
            "NoCredentialsError", NoCredentialsException.class);

    private static Session session(Lab lab, Map<String, String> environment, Map<String, String> variables) {
        Session plain = lab.keep(lab.anonymous().build());
        SessionFactory.Builder builder = lab.builder().configuration(
                OwnEnvironment.of(plain.configuration(), environment));
        variables.forEach(builder::configVariable);
        return lab.keep(builder.build());
    }

    /** A provider with a token of the session's own. */
    private static TokenProvider provider(Supplier<BearerToken> token) {
        return new TokenProvider() {
            @Override
            public String name() {
                return "lab-tokens";
            }

            @Override
            public Optional<Supplier<BearerToken>> load(Configuration configuration, String signingName) {
                return signingName == null ? Optional.of(token) : Optional.empty();
            }
        };
    }

    private static String authorization(Wire wire) {
        return wire.last().headers().get("Authorization");
    }

    @TestFactory
    Stream<DynamicTest> theSchemeIsTheReferencesChoice(Lab lab) throws IOException {
        JsonNode recorded = new ObjectMapper().readTree(TokensIT.class.getResourceAsStream("/reference-auth.json"));
        return StreamSupport.stream(recorded.spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> check(lab, one)));
    }

    private static void check(Lab lab, JsonNode recorded) {
        JsonNode wish = recorded.get("wish");
        String option = wish.isNull() ? "" : wish.get(1).asText();
        boolean inCode = !wish.isNull() && wish.get(0).asText().equals("code");
        Map<String, String> environment = recorded.get("token").isNull() ? Map.of()
                : Map.of(recorded.get("token").asText(), Lab.TOKEN);
        Map<String, String> variables = wish.isNull() || inCode ? Map.of() : Map.of(option, wish.get(2).asText());
        ClientConfig config = inCode ? ClientConfig.builder().option(option, wish.get(2).asText()).build()
                : ClientConfig.EMPTY;
        Wire wire = Wire.ok();
        Client client = wire.attach(session(lab, environment, variables)
                .client(recorded.get("service").asText(), config));

        Throwable failure = catchThrowable(() -> client.call(recorded.get("operation").asText()));

        if (recorded.has("error")) {
            assertThat(failure).isInstanceOf(FAILURES.get(recorded.get("error").asText()));
        } else {
            assertThat(failure).isNull();
            assertThat(authorization(wire) == null ? "none" : authorization(wire).split(" ")[0])
                    .isEqualTo(recorded.get("scheme").asText());
            assertThat(wire.last().headers().get("User-Agent").matches(".* m/(\\S+,)?3(,\\S+)? .*"))
                    .isEqualTo(recorded.get("tokenFeature").asBoolean());
        }
    }

    @Test
    void aServerSeesTheTokenAndNothingOfTheCredentials(Lab lab) throws Exception {
        try (LocalServer server = LocalServer.saying(LocalServer.response("200 OK", "<R/>"))) {
            Session session = session(lab, Map.of("AWS_BEARER_TOKEN_TEST_BEARER", Lab.TOKEN), Map.of());
            session.client("bearer", ClientConfig.builder().endpointUrl(server.url()).build()).call("List");

            assertThat(server.requests().get(0)).contains("Authorization: Bearer " + Lab.TOKEN)
                    .doesNotContain(Lab.ACCESS_KEY).doesNotContain("X-Amz-Security-Token");
        }
    }

    @Test
    void aProviderThatComesIsAskedByLivingClientsAndOneThatGoesIsNot(Lab lab) {
        Wire wire = Wire.ok();
        Session session = lab.session();
        Client client = wire.attach(session.client("bearer"));
        assertThatThrownBy(() -> client.call("List")).isInstanceOf(NoAuthTokenException.class)
                .hasMessageStartingWith("Unable to locate authorization token")
                .hasMessageContaining("AWS_BEARER_TOKEN_TEST_BEARER");

        ServiceRegistration<TokenProvider> registration = lab.platform().context().registerService(
                TokenProvider.class, provider(() -> new BearerToken(Lab.TOKEN, null)), null);
        try {
            Platform.await("the chain has it", () -> tokens(session).names().contains("lab-tokens"));
            client.call("List");
            assertThat(authorization(wire)).isEqualTo("Bearer " + Lab.TOKEN);
            assertThat(tokens(session).report("test-bearer")).anySatisfy(report -> {
                assertThat(report.provider()).isEqualTo("lab-tokens");
                assertThat(report.outcome()).isEqualTo(Outcome.ANSWERED);
            });
        } finally {
            registration.unregister();
        }
        Session later = lab.keep(lab.builder().build());
        assertThat(tokens(later).names()).doesNotContain("lab-tokens");
        assertThatThrownBy(() -> later.client("bearer").call("List")).isInstanceOf(NoAuthTokenException.class);
    }

    private static TokenResolver tokens(Session session) {
        return session.tokenResolver().orElseThrow();
    }

    @Test
    void eachAttemptHasTheTokenOfItsMoment(Lab lab) {
        AtomicInteger given = new AtomicInteger();
        Session session = lab.keep(lab.builder().build());
        tokens(session).insertAfter("env", provider(() -> new BearerToken("t" + given.incrementAndGet(), null)));
        Wire wire = Wire.ok().then(500, "");
        Client client = wire.attach(session.client("bearer"));
        EventHandler<NeedsRetry, Duration> again =
                event -> event.httpResponse().status() == 500 ? Duration.ZERO : null;
        client.meta().events().register("needs-retry", again);

        client.call("List");

        assertThat(wire.requests()).extracting(request -> request.headers().all("Authorization"))
                .containsExactly(List.of("Bearer t1"), List.of("Bearer t2"));
    }

    @Test
    void theRefreshOfTheContainerKeepsATokenFresh(Lab lab) {
        TokenRefresh refresh = lab.platform().find(TokenRefresh.class);
        AtomicInteger refreshed = new AtomicInteger();
        Supplier<BearerToken> token = refresh.deferred("lab-tokens", () -> {
            refreshed.incrementAndGet();
            return new BearerToken(Lab.TOKEN, java.time.Instant.now().plusSeconds(3600));
        });
        Session session = lab.keep(lab.builder().build());
        tokens(session).insertBefore("sso", provider(token));
        Client client = session.client("bearer");
        assertThat(refreshed).hasValue(0);
        Wire wire = Wire.ok();
        wire.attach(client);

        client.call("List");
        client.call("List");

        assertThat(refreshed).hasValue(1);
        assertThat(authorization(wire)).isEqualTo("Bearer " + Lab.TOKEN);
    }

    @Test
    void aBrokenSessionTokenIsAnErrorOfEveryClientsCreation(Lab lab) {
        AtomicReference<String> state = new AtomicReference<>("broken");
        TokenProvider broken = new TokenProvider() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Optional<Supplier<BearerToken>> load(Configuration configuration, String signingName) {
                if (signingName == null && state.get().equals("broken")) {
                    throw new InvalidConfigException("the sso_session does not exist");
                }
                return Optional.empty();
            }
        };
        Session session = session(lab, Map.of("AWS_BEARER_TOKEN_BEDROCK", Lab.TOKEN), Map.of());
        tokens(session).insertAfter("sso", broken);

        for (String service : List.of("lab", "bearer", "schemes")) {
            assertThatThrownBy(() -> session.client(service)).isInstanceOf(InvalidConfigException.class)
                    .hasMessage("the sso_session does not exist");
        }
        state.set("repaired");
        assertThat(session.client("lab")).isNotNull();
    }

    @Test
    void nothingShowsTheToken(Lab lab) {
        Session session = session(lab, Map.of("AWS_BEARER_TOKEN_TEST_BEARER", Lab.TOKEN), Map.of());
        Wire wire = Wire.ok();
        Client client = wire.attach(session.client("bearer"));
        StringBuilder shown = new StringBuilder();
        EventHandler<org.tucuxi.event.Event<Object>, Object> look = event -> {
            shown.append(event).append(event.arguments());
            return null;
        };
        client.meta().events().register("*", look);

        client.call("List");

        assertThat(authorization(wire)).contains(Lab.TOKEN);
        shown.append(client).append(client.meta().config()).append(tokens(session))
                .append(tokens(session).report("test-bearer")).append(tokens(session).load("test-bearer"));
        assertThat(shown.toString()).contains("Authorization").doesNotContain(Lab.TOKEN);
    }
}

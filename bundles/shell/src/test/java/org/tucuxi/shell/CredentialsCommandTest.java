package org.tucuxi.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucuxi.TucuxiException;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.CredentialResolver;
import org.tucuxi.credentials.CredentialResolver.Outcome;
import org.tucuxi.credentials.CredentialResolver.Report;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.TokenResolver;
import org.tucuxi.credentials.TokenResolverFactory;

class CredentialsCommandTest {

    private final Platform platform = new Platform();
    private final FakeSession session = new FakeSession("default");
    private final Output out = new Output();
    private final CredentialsCommand command = new CredentialsCommand(platform,
            Clock.fixed(Instant.parse("2026-01-01T10:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void thereIsASession() {
        platform.sessions = session;
        session.configuration = only(Configuration.class,
                method -> Map.of("AWS_BEARER_TOKEN_BEDROCK", "very-secret"));
    }

    @Test
    void saysWhoAnsweredAndWhoHadNone() {
        session.resolver = resolver(() -> Optional.of(Credentials.of("AKID", "very-secret")),
                new Report("env", Outcome.NOTHING, "AWS_ACCESS_KEY_ID is not set"),
                new Report("sso", Outcome.ANSWERED, "gave the credentials"),
                new Report("login", Outcome.NOT_ASKED, "sso answered before it"));

        command.credentials(out.stream);

        assertThat(out.text()).containsPattern("env +nothing +AWS_ACCESS_KEY_ID is not set")
                .containsPattern("sso +answered +gave the credentials")
                .containsPattern("login +not asked +sso answered before it")
                .contains("The credentials of explicit have no end").doesNotContain("very-secret");
    }

    @Test
    void saysWhenTheyEndAndDoesNotGetThemForIt() {
        session.resolver = resolver(() -> Optional.of(new Ending("sso", Instant.parse("2026-01-01T11:30:00.5Z"))));
        command.credentials(out.stream);
        assertThat(out.text()).contains("The credentials of sso end at 2026-01-01T11:30:00Z, in 1 h 30 min.");

        session.resolver = resolver(() -> Optional.of(new Ending("sso", Instant.parse("2026-01-01T09:00:00Z"))));
        command.credentials(out.stream);
        assertThat(out.text()).contains("have ended at 2026-01-01T09:00:00Z; the next call gets new ones.");
    }

    @Test
    void credentialsOfTheSessionsOwnAreShownBeforeThoseWhoAreNotAsked() {
        session.resolver = resolver(() -> Optional.of(Credentials.of("AKID", "very-secret")),
                new Report("env", Outcome.NOT_ASKED, "not asked yet"));

        command.credentials(out.stream);

        assertThat(out.text().lines().toList().get(1)).startsWith("explicit  answered   given to the session");
    }

    @Test
    void withoutAnyItSaysSo() {
        session.resolver = resolver(Optional::empty, new Report("env", Outcome.NOTHING, "none"));

        command.credentials(out.stream);

        assertThat(out.text()).contains("There are no credentials: no provider has any.");
    }

    @Test
    void aProviderThatFailsIsShownAndThenItsError() {
        session.resolver = resolver(() -> {
            throw new TucuxiException("no answer");
        }, new Report("container-role", Outcome.FAILED, "no answer"));

        assertThatThrownBy(() -> command.credentials(out.stream)).isInstanceOf(CommandFailure.class)
                .hasMessage("TucuxiException: no answer");

        assertThat(out.text()).containsPattern("container-role +failed +no answer").contains("a provider failed");
    }

    @Test
    void tokensAreLookedForAndNotGot() {
        session.resolver = resolver(Optional::empty);
        tokens(() -> Optional.of((Supplier<BearerToken>) () -> {
            throw new AssertionError("nothing is got to be shown");
        }), new Report("env", Outcome.NOTHING, "only for one service each"), new Report("sso", Outcome.ANSWERED, "gave it"));

        command.credentials(out.stream);

        assertThat(out.text()).containsPattern("env +nothing +only for one service each\n")
                .containsPattern("sso +answered +gave it")
                .contains("The session has a bearer token.")
                .contains("Tokens of the environment, for one service each: AWS_BEARER_TOKEN_BEDROCK")
                .doesNotContain("very-secret");
    }

    @Test
    void aTokenProviderThatFailsIsShown() {
        session.resolver = resolver(Optional::empty);
        tokens(() -> {
            throw new TucuxiException("the section is missing");
        }, new Report("sso", Outcome.FAILED, "the section is missing"));

        command.credentials(out.stream);

        assertThat(out.text()).containsPattern("sso +failed +the section is missing")
                .contains("The session has no bearer token: a provider failed");
    }

    private void tokens(Supplier<Optional<Supplier<BearerToken>>> answer, Report... reports) {
        TokenResolver tokens = only(TokenResolver.class, method -> switch (method) {
            case "load" -> answer.get();
            case "report" -> List.of(reports);
            default -> throw new AssertionError(method);
        });
        platform.tokens = configuration -> tokens;
    }

    private static CredentialResolver resolver(Supplier<Optional<Credentials>> answer, Report... reports) {
        return only(CredentialResolver.class, method -> method.equals("load") ? answer.get() : List.of(reports));
    }

    private static <T> T only(Class<T> type, Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName())));
    }

    private record Ending(String method, Instant end) implements Credentials {

        @Override
        public Optional<Instant> expiry() {
            return Optional.of(end);
        }

        @Override
        public FrozenCredentials freeze() {
            throw new AssertionError("nothing is got to be shown");
        }
    }
}

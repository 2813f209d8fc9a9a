package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialResolver;
import org.tucuxi.credentials.CredentialResolver.Outcome;
import org.tucuxi.credentials.CredentialResolver.Report;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.TemporaryCredentials;
import org.tucuxi.credentials.UnknownCredentialException;
import org.tucuxi.credentials.testing.FixedConfiguration;
import org.tucuxi.credentials.testing.MovingClock;

class ProviderChainTest {

    private final InstalledProviders providers = new InstalledProviders();
    private final FixedConfiguration configuration = new FixedConfiguration();
    private final CredentialResolver chain = providers.create(configuration);
    private long nextId = 1;

    @Test
    void theFirstThatFindsCredentialsWinsAndTheAnswerIsKept() {
        FakeProvider env = bind(FakeProvider.without("env"));
        FakeProvider shared = bind(FakeProvider.with("shared-credentials-file"));
        FakeProvider config = bind(FakeProvider.with("config-file"));

        Optional<Credentials> credentials = chain.load();

        assertThat(credentials).map(Credentials::method).contains("shared-credentials-file");
        assertThat(chain.load()).containsSame(credentials.orElseThrow());
        assertThat(env.asked).hasValue(1);
        assertThat(shared.asked).hasValue(1);
        assertThat(config.asked).hasValue(0);
    }

    @Test
    void theReportTellsWhatBecameOfEveryProvider() {
        bind(FakeProvider.without("env"));
        bind(FakeProvider.with("shared-credentials-file"));
        bind(FakeProvider.with("config-file"));

        chain.load();

        assertThat(chain.report()).hasSize(12).contains(
                new Report("env", Outcome.NOTHING, "nothing in env"),
                new Report("sso", Outcome.MISSING, "bundle org.tucuxi.sso, which brings it, is not active"),
                new Report("shared-credentials-file", Outcome.ANSWERED, "gave the credentials"),
                new Report("config-file", Outcome.NOT_ASKED, "shared-credentials-file answered before it"));
        assertThat(chain.report().toString()).doesNotContain("hunter2");
        assertThat(chain.toString()).doesNotContain("hunter2");
    }

    @Test
    void theReportTellsWhenTheCredentialsEnd() {
        MovingClock clock = new MovingClock();
        TemporaryCredentials first = new TemporaryCredentials(new FrozenCredentials("a", "hunter2", null, null),
                Instant.parse("2026-01-31T13:00:00Z"));
        bind(FakeProvider.of("env", () -> CredentialAnswer.found(
                RefreshableCredentials.of("env", first, () -> first, clock))));

        chain.load();

        assertThat(chain.report()).contains(new Report("env", Outcome.ANSWERED,
                "gave the credentials; they end at 2026-01-31T13:00:00Z"));
    }

    @Test
    void aMissingProviderThatTheProfileAsksForIsAnErrorThatNamesItsBundle() {
        configuration.profile = "dev";
        configuration.scoped.put("role_arn", "arn:aws:iam::1:role/r");
        bind(FakeProvider.without("env"));
        FakeProvider shared = bind(FakeProvider.with("shared-credentials-file"));

        assertThatThrownBy(chain::load).isInstanceOf(CredentialRetrievalException.class).hasMessage(
                "Credential provider assume-role cannot be asked: bundle org.tucuxi.assumerole, which brings it, is not"
                        + " active, though profile 'dev' has role_arn");

        assertThat(shared.asked).hasValue(0);
        assertThat(chain.report()).hasSize(12).contains(
                new Report("assume-role", Outcome.MISSING, "bundle org.tucuxi.assumerole, which brings it, is not"
                        + " active, though profile 'dev' has role_arn"),
                new Report("shared-credentials-file", Outcome.NOT_ASKED, "assume-role is missing before it"));
        bind(FakeProvider.with("assume-role"));
        assertThat(chain.load()).map(Credentials::method).contains("assume-role");
    }

    @Test
    void aMissingProviderBehindTheOneThatAnswersDoesNoHarm() {
        configuration.scoped.put("sso_role_name", "r");
        bind(FakeProvider.with("env"));

        assertThat(chain.load()).map(Credentials::method).contains("env");
    }

    @Test
    void oneThatStandsRightBehindAMissingProviderMayStandInForIt() {
        configuration.scoped.put("sso_role_name", "r");
        bind(FakeProvider.with("config-file"));
        FakeProvider mine = FakeProvider.with("mine");
        chain.insertAfter("sso", mine);

        assertThat(chain.load()).map(Credentials::method).contains("mine");

        CredentialResolver other = providers.create(configuration);
        other.insertAfter("config-file", mine);
        assertThatThrownBy(other::load).hasMessageContaining("org.tucuxi.sso");
        other.remove("sso");
        assertThat(other.load()).map(Credentials::method).contains("config-file");
    }

    @Test
    void aChainOfSomeProvidersMissesOnlyThose() {
        configuration.scoped.put("role_arn", "r");
        configuration.scoped.put("sso_role_name", "r");
        bind(FakeProvider.with("config-file"));

        CredentialResolver files = providers.create(configuration, one -> one.name().endsWith("-file"));
        CredentialResolver withSso = providers.create(configuration, one -> !one.name().equals("assume-role"));

        assertThat(files.load()).map(Credentials::method).contains("config-file");
        assertThat(files.names()).containsExactly("config-file");
        assertThatThrownBy(withSso::load).hasMessageContaining("org.tucuxi.sso");
    }

    @Test
    void beforeAnybodyAskedTheReportTellsWhoWouldBe() {
        bind(FakeProvider.with("env"));

        assertThat(chain.report()).hasSize(12).startsWith(new Report("env", Outcome.NOT_ASKED, "not asked yet"));
    }

    @Test
    void anErrorIsNotPassedOverAndTheNextCallAsksAgain() {
        FakeProvider env = bind(FakeProvider.of("env", () -> {
            throw new CredentialRetrievalException("no luck");
        }));
        FakeProvider config = bind(FakeProvider.with("config-file"));

        assertThatThrownBy(chain::load).isInstanceOf(CredentialRetrievalException.class).hasMessage("no luck");

        assertThat(config.asked).hasValue(0);
        assertThat(chain.report()).contains(new Report("env", Outcome.FAILED, "no luck"),
                new Report("config-file", Outcome.NOT_ASKED, "env failed before it"));
        env.answers(() -> FakeProvider.found("env"));
        assertThat(chain.load()).map(Credentials::method).contains("env");
    }

    @Test
    void anErrorOfTheMachineIsNotPassedOverEither() {
        bind(FakeProvider.of("env", () -> {
            throw new NoClassDefFoundError("a.b.C");
        }));

        assertThatThrownBy(chain::load).isInstanceOf(NoClassDefFoundError.class);

        assertThat(chain.report()).contains(new Report("env", Outcome.FAILED, "a.b.C"));
        assertThatThrownBy(chain::load).isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void aProviderWithoutAnAnswerHasNone() {
        bind(FakeProvider.of("env", () -> null));

        assertThat(chain.load()).isEmpty();
        assertThat(chain.report()).contains(new Report("env", Outcome.NOTHING, "had none and gave no reason"));
    }

    @Test
    void providersThatComeAreAskedAndThoseThatGoAreNotUntilCredentialsAreFound() {
        FakeProvider env = bind(FakeProvider.without("env"));
        assertThat(chain.load()).isEmpty();

        providers.unbindProvider(env);
        FakeProvider config = bind(FakeProvider.with("config-file"));
        assertThat(chain.report()).contains(
                new Report("env", Outcome.MISSING, "bundle org.tucuxi.credentials, which brings it, is not active"),
                new Report("config-file", Outcome.NOT_ASKED, "not asked yet"));
        assertThat(chain.load()).map(Credentials::method).contains("config-file");

        providers.unbindProvider(config);
        bind(FakeProvider.with("env"));
        assertThat(chain.load()).map(Credentials::method).contains("config-file");
        assertThat(chain.report()).contains(new Report("config-file", Outcome.ANSWERED, "gave the credentials"));
        assertThat(env.asked).hasValue(1);
    }

    @Test
    void aProfileOfTheProgramSwitchesEnvironmentCredentialsOff() {
        configuration.profile = "dev";
        configuration.isExplicit = true;
        FakeProvider env = bind(FakeProvider.with("env"));
        bind(FakeProvider.with("config-file"));

        assertThat(chain.names()).containsExactly("config-file");
        assertThat(chain.load()).map(Credentials::method).contains("config-file");

        assertThat(env.asked).hasValue(0);
        assertThat(chain.report()).startsWith(new Report("env", Outcome.NOT_ASKED,
                "the program chose profile 'dev', which switches environment credentials off"));
        assertThatThrownBy(() -> chain.provider("env")).isInstanceOf(UnknownCredentialException.class);
    }

    @Test
    void aProgramInsertsAndRemovesForItsSessionAlone() {
        bind(FakeProvider.without("env"));
        bind(FakeProvider.without("config-file"));
        CredentialProvider mine = FakeProvider.with("mine");

        chain.insertBefore("config-file", mine);
        chain.insertAfter("config-file", FakeProvider.without("last"));
        chain.insertBefore("env", FakeProvider.without("first"));
        chain.insertAfter("mine", FakeProvider.without("after-mine"));
        chain.remove("env");
        chain.remove("nobody");

        assertThat(chain.names()).containsExactly("first", "mine", "after-mine", "config-file", "last");
        assertThat(chain.provider("mine")).isSameAs(mine);
        assertThat(providers.create(configuration).names()).containsExactly("env", "config-file");
        assertThat(chain.load()).map(Credentials::method).contains("mine");
    }

    @Test
    void whatAProgramChangedStaysWhenProvidersComeAndGo() {
        FakeProvider env = bind(FakeProvider.without("env"));
        FakeProvider anchor = bind(FakeProvider.without("anchor"));
        chain.insertAfter("anchor", FakeProvider.without("mine"));
        chain.remove("env");

        providers.unbindProvider(env);
        bind(env);
        assertThat(chain.names()).containsExactly("anchor", "mine");

        providers.unbindProvider(anchor);
        assertThat(chain.names()).containsExactly("mine");
    }

    @Test
    void namesThatNobodyHasAreErrorsExceptForRemove() {
        bind(FakeProvider.without("env"));
        CredentialProvider mine = FakeProvider.with("mine");

        assertThatThrownBy(() -> chain.insertBefore("nobody", mine)).isInstanceOf(UnknownCredentialException.class)
                .hasMessageContaining("nobody").hasMessageContaining("env");
        assertThatThrownBy(() -> chain.insertAfter("nobody", mine)).isInstanceOf(UnknownCredentialException.class);
        assertThatThrownBy(() -> chain.provider("nobody")).isInstanceOf(UnknownCredentialException.class);
        assertThatThrownBy(() -> chain.provider("sso")).isInstanceOf(UnknownCredentialException.class);
        assertThat(chain.names()).containsExactly("env");
    }

    @Test
    void theReferencesPlacesAreThereForInsertingAlsoWhenNobodyHasThem() {
        bind(FakeProvider.without("env"));
        bind(FakeProvider.without("config-file"));

        chain.insertAfter("assume-role", FakeProvider.without("mine"));

        assertThat(chain.names()).containsExactly("env", "mine", "config-file");
    }

    private FakeProvider bind(FakeProvider provider) {
        providers.bindProvider(provider, Map.of(Constants.SERVICE_ID, nextId++));
        return provider;
    }
}

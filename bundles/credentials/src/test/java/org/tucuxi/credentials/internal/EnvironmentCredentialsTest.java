package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.PartialCredentialsException;
import org.tucuxi.credentials.testing.FixedConfiguration;
import org.tucuxi.credentials.testing.MovingClock;

class EnvironmentCredentialsTest {

    private final MovingClock clock = new MovingClock();
    private final EnvironmentCredentials provider = new EnvironmentCredentials(clock);
    private final FixedConfiguration configuration = new FixedConfiguration();

    @BeforeEach
    void setKeys() {
        set("AWS_ACCESS_KEY_ID", "a");
        set("AWS_SECRET_ACCESS_KEY", "s");
    }

    @Test
    void readsTheKeys() {
        set("AWS_ACCOUNT_ID", "123456789012");

        assertThat(load().freeze()).isEqualTo(new FrozenCredentials("a", "s", null, "123456789012"));
        assertThat(load().method()).isEqualTo("env");
        assertThat(provider.canonicalName()).isEqualTo("Environment");
    }

    @Test
    void theSecurityTokenComesBeforeTheSessionTokenUnlessItIsEmpty() {
        set("AWS_SESSION_TOKEN", "session");
        set("AWS_SECURITY_TOKEN", "");
        assertThat(load().freeze().token()).isEqualTo("session");

        set("AWS_SECURITY_TOKEN", "security");
        assertThat(load().freeze().token()).isEqualTo("security");
    }

    @Test
    void withoutAnAccessKeyThereIsNothing() {
        set("AWS_ACCESS_KEY_ID", "");

        assertThat(provider.load(configuration)).isEqualTo(CredentialAnswer.none("AWS_ACCESS_KEY_ID is not set"));
    }

    @Test
    void anAccessKeyWithoutItsSecretIsAnError() {
        set("AWS_SECRET_ACCESS_KEY", "");

        assertThatThrownBy(this::load).isInstanceOf(PartialCredentialsException.class)
                .hasMessage("Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void withAnExpirationTheyAreReadAgain() {
        set("AWS_CREDENTIAL_EXPIRATION", "2026-01-31T13:00:00Z");
        Credentials credentials = load();
        set("AWS_ACCESS_KEY_ID", "b");
        set("AWS_CREDENTIAL_EXPIRATION", "2026-01-31T14:00:00Z");
        assertThat(credentials.freeze().accessKey()).isEqualTo("a");

        clock.move(Duration.ofMinutes(46));

        assertThat(credentials.freeze().accessKey()).isEqualTo("b");
    }

    @Test
    void theExpirationMustStillBeThereThen() {
        set("AWS_CREDENTIAL_EXPIRATION", "2026-01-31T12:05:00Z");
        Credentials credentials = load();
        set("AWS_CREDENTIAL_EXPIRATION", "");

        assertThatThrownBy(credentials::freeze).isInstanceOf(PartialCredentialsException.class)
                .hasMessageContaining("AWS_CREDENTIAL_EXPIRATION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31T13:00:00Z", "2026-01-31T14:00:00+01:00", "2026-01-31 13:00:00",
        "2026-01-31T13:00:00.000Z", " 2026-01-31T13:00Z "})
    void understandsTimes(String time) {
        set("AWS_CREDENTIAL_EXPIRATION", time);

        assertThat(load().toString()).contains("until 2026-01-31T13:00:00Z");
    }

    @Test
    void aTimeThatIsNoneIsAnErrorThatDoesNotRepeatIt() {
        set("AWS_CREDENTIAL_EXPIRATION", "hunter2");

        assertThatThrownBy(this::load).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("AWS_CREDENTIAL_EXPIRATION").hasMessageNotContaining("hunter2");
    }

    private Credentials load() {
        return provider.load(configuration).credentials();
    }

    private void set(String variable, String value) {
        configuration.environment.put(variable, value);
    }
}

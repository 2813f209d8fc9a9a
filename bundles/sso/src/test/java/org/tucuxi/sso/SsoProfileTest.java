package org.tucuxi.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.credentials.testing.FixedConfiguration;

/** Messages are the reference's. */
class SsoProfileTest {

    private final FixedConfiguration configuration = new FixedConfiguration();

    SsoProfileTest() {
        configuration.profile = "dev";
    }

    private void legacy() {
        configuration.scoped.putAll(Map.of("sso_role_name", "Admin", "sso_account_id", "123456789012",
                "sso_start_url", "https://corp.awsapps.com/start", "sso_region", "eu-west-1"));
    }

    private void session(Map<String, ?> section) {
        configuration.scoped.putAll(Map.of("sso_role_name", "Admin", "sso_account_id", "123456789012",
                "sso_session", "corp"));
        configuration.full.put("sso_sessions", Map.of("corp", section));
    }

    private void assertInvalid(String message) {
        assertThatThrownBy(() -> SsoProfile.of(configuration)).isInstanceOf(InvalidConfigException.class)
                .hasMessage(message);
    }

    @Test
    void aProfileWithoutRoleAndAccountIsNoneOfSso() {
        configuration.scoped.putAll(Map.of("sso_session", "corp", "sso_start_url", "x", "sso_region", "y"));

        assertThat(SsoProfile.of(configuration)).isEmpty();
    }

    @Test
    void aProfileOfTheOldKindHasAllInOnePlace() {
        legacy();

        assertThat(SsoProfile.of(configuration)).contains(new SsoProfile("Admin", "123456789012",
                "https://corp.awsapps.com/start", "eu-west-1", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso_role_name", "sso_account_id", "sso_start_url", "sso_region"})
    void aMissingKeyIsNamed(String key) {
        legacy();
        configuration.scoped.remove(key);

        assertInvalid("The profile \"dev\" is configured to use SSO but is missing required configuration: " + key);
    }

    @Test
    void allMissingKeysAreNamedInOrder() {
        configuration.profile = null;
        configuration.scoped.put("sso_account_id", "123456789012");

        assertInvalid("The profile \"default\" is configured to use SSO but is missing required configuration: "
                + "sso_role_name, sso_start_url, sso_region");
    }

    @Test
    void aSessionCompletesTheProfile() {
        session(Map.of("sso_start_url", "https://corp.awsapps.com/start", "sso_region", "eu-west-1",
                "sso_registration_scopes", "sso:account:access"));

        assertThat(SsoProfile.of(configuration)).contains(new SsoProfile("Admin", "123456789012",
                "https://corp.awsapps.com/start", "eu-west-1", "corp"));
    }

    @Test
    void aSessionMustExist() {
        session(Map.of());
        configuration.scoped.put("sso_session", "other");

        assertInvalid("The specified sso-session does not exist: \"other\"");
    }

    @Test
    void aSessionMayRepeatWhatTheProfileSays() {
        session(Map.of("sso_start_url", "https://corp.awsapps.com/start", "sso_region", "eu-west-1"));
        configuration.scoped.put("sso_region", "eu-west-1");

        assertThat(SsoProfile.of(configuration)).isPresent();
    }

    @Test
    void aSessionMustNotContradictTheProfile() {
        session(Map.of("sso_start_url", "https://corp.awsapps.com/start", "sso_region", "eu-west-1"));
        configuration.scoped.put("sso_region", "us-east-1");

        assertInvalid("The value for sso_region is inconsistent between profile (us-east-1) and sso-session "
                + "(eu-west-1).");
    }

    @Test
    void keysOfTheSessionMayBeMissingToo() {
        session(Map.of("sso_region", "eu-west-1"));

        assertInvalid("The profile \"dev\" is configured to use SSO but is missing required configuration: "
                + "sso_start_url");
    }

    @Test
    void aBlockIsNoText() {
        legacy();
        configuration.scoped.put("sso_region", Map.of("a", "b"));

        assertInvalid("sso_region of \"dev\" is a block; write it in one line");
    }
}

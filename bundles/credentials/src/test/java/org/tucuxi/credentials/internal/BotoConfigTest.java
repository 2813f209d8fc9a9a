package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.config.Configuration;
import org.tucuxi.config.ConfigurationFactory;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.PartialCredentialsException;
import org.tucuxi.credentials.testing.FixedConfiguration;

class BotoConfigTest {

    private final Map<String, Map<String, Object>> files = new LinkedHashMap<>();
    private final BotoConfig provider = new BotoConfig(new Files());
    private final FixedConfiguration configuration = new FixedConfiguration();

    @Test
    void readsTheCredentialsSectionOfTheFileThatIsNamed() {
        configuration.environment.put("BOTO_CONFIG", "/mine");
        file("/mine", Map.of("aws_access_key_id", "a", "aws_secret_access_key", "s", "aws_session_token", "no",
                "aws_account_id", "no"));
        file("~/.boto", Map.of("aws_access_key_id", "wrong", "aws_secret_access_key", "wrong"));

        assertThat(keys()).isEqualTo(new FrozenCredentials("a", "s", null, null));
        assertThat(provider.load(configuration).credentials().method()).isEqualTo("boto-config");
        assertThat(provider.canonicalName()).isEqualTo("Boto2Config");
    }

    @Test
    void elseTheMachinesFileComesBeforeTheUsersOne() {
        file("~/.boto", Map.of("aws_access_key_id", "user", "aws_secret_access_key", "s"));
        assertThat(keys().accessKey()).isEqualTo("user");

        file("/etc/boto.cfg", Map.of("debug", "1"));
        assertThat(keys().accessKey()).isEqualTo("user");

        file("/etc/boto.cfg", Map.of("aws_access_key_id", "machine", "aws_secret_access_key", "s"));
        assertThat(keys().accessKey()).isEqualTo("machine");
    }

    @Test
    void withoutAFileThereIsNothing() {
        assertThat(provider.load(configuration)).isEqualTo(CredentialAnswer.none(
                "no section [Credentials] with aws_access_key_id in /etc/boto.cfg or ~/.boto"));

        configuration.environment.put("BOTO_CONFIG", "/mine");
        assertThat(provider.load(configuration).reason()).endsWith(" in /mine");
    }

    @Test
    void anAccessKeyWithoutItsSecretIsAnError() {
        file("/etc/boto.cfg", Map.of("aws_access_key_id", "a"));

        assertThatThrownBy(this::keys).isInstanceOf(PartialCredentialsException.class).hasMessage(
                "Partial credentials found in boto-config, missing: aws_secret_access_key"
                        + " (section [Credentials] of /etc/boto.cfg)");
    }

    @Test
    void theProfileOfTheEnvironmentIsNotLookedForInTheFile() {
        configuration.environment.putAll(Map.of("AWS_PROFILE", "dev", "AWS_DEFAULT_PROFILE", "dev", "HOME", "/h"));
        file("~/.boto", Map.of("aws_access_key_id", "a", "aws_secret_access_key", "s"));

        assertThat(keys().accessKey()).isEqualTo("a");
    }

    private FrozenCredentials keys() {
        return provider.load(configuration).credentials().freeze();
    }

    private void file(String name, Map<String, Object> credentials) {
        files.put(name, credentials);
    }

    /** Knows the files of the test by their names. */
    private final class Files implements ConfigurationFactory {

        @Override
        public Configuration read(Map<String, ?> overrides) {
            throw new AssertionError("the environment of the session counts");
        }

        @Override
        public Configuration read(Map<String, ?> overrides, Map<String, String> environment) {
            assertThat(environment).doesNotContainKeys("AWS_PROFILE", "AWS_DEFAULT_PROFILE");
            FixedConfiguration result = new FixedConfiguration();
            Map<String, Object> section = files.get(overrides.get("credentials_file"));
            if (section != null) {
                result.credentialsFile.put("Credentials", section);
            }
            return result;
        }
    }
}

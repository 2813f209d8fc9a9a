package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.PartialCredentialsException;
import org.tucuxi.credentials.testing.FixedConfiguration;

/** The providers of the credentials file and of the configuration file. */
class ProfileFilesTest {

    private final SharedCredentialsFile shared = new SharedCredentialsFile();
    private final ConfigFile config = new ConfigFile();
    private final FixedConfiguration configuration = new FixedConfiguration();

    @Test
    void eachReadsItsOwnFile() {
        configuration.credentialsFile.put("default", profile("in-credentials"));
        configuration.configFile.put("default", profile("in-config"));

        Credentials fromCredentials = shared.load(configuration).credentials();
        Credentials fromConfig = config.load(configuration).credentials();

        assertThat(fromCredentials.freeze().accessKey()).isEqualTo("in-credentials");
        assertThat(fromCredentials.method()).isEqualTo("shared-credentials-file");
        assertThat(shared.canonicalName()).isEqualTo("SharedCredentials");
        assertThat(fromConfig.freeze().accessKey()).isEqualTo("in-config");
        assertThat(fromConfig.method()).isEqualTo("config-file");
        assertThat(config.canonicalName()).isEqualTo("SharedConfig");
    }

    @Test
    void theProfileIsTheOneThatWasChosen() {
        configuration.profile = "dev";
        configuration.credentialsFile.put("default", profile("wrong"));
        configuration.credentialsFile.put("dev", profile("right"));

        assertThat(shared.load(configuration).credentials().freeze().accessKey()).isEqualTo("right");
    }

    @Test
    void withoutAProfileOrAnAccessKeyThereIsNothing() {
        configuration.profile = "dev";
        assertThat(shared.load(configuration)).isEqualTo(
                CredentialAnswer.none("there is no profile 'dev' in ~/.aws/credentials"));

        configuration.configFile.put("dev", Map.of("region", "r", "aws_secret_access_key", "s"));
        assertThat(config.load(configuration)).isEqualTo(
                CredentialAnswer.none("profile 'dev' in ~/.aws/config has no aws_access_key_id"));
    }

    @Test
    void theSecurityTokenComesBeforeTheSessionTokenAndAnEmptyOneIsNone() {
        Map<String, Object> profile = profile("a");
        configuration.credentialsFile.put("default", profile);
        profile.put("aws_session_token", "session");
        profile.put("aws_account_id", "123456789012");
        assertThat(keys()).isEqualTo(new FrozenCredentials("a", "s", "session", "123456789012"));

        profile.put("aws_security_token", "security");
        assertThat(keys().token()).isEqualTo("security");

        profile.put("aws_security_token", "");
        assertThat(keys().token()).isNull();
    }

    @Test
    void anAccessKeyWithoutItsSecretIsAnError() {
        configuration.credentialsFile.put("default", Map.of("aws_access_key_id", "a"));

        assertThatThrownBy(this::keys).isInstanceOf(PartialCredentialsException.class)
                .hasMessageStartingWith(
                        "Partial credentials found in shared-credentials-file, missing: aws_secret_access_key")
                .hasMessageContaining("~/.aws/credentials");
    }

    @Test
    void aKeyThatIsABlockIsAnErrorThatDoesNotRepeatIt() {
        configuration.credentialsFile.put("default",
                Map.of("aws_access_key_id", "a", "aws_secret_access_key", Map.of("hunter2", "hunter2")));

        assertThatThrownBy(this::keys).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("aws_secret_access_key").hasMessageNotContaining("hunter2");
    }

    private FrozenCredentials keys() {
        return shared.load(configuration).credentials().freeze();
    }

    private static Map<String, Object> profile(String accessKey) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("aws_access_key_id", accessKey);
        keys.put("aws_secret_access_key", "s");
        return keys;
    }
}

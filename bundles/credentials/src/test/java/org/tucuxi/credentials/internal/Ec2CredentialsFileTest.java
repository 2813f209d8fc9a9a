package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.config.ConfigNotFoundException;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.PartialCredentialsException;
import org.tucuxi.credentials.testing.FixedConfiguration;

class Ec2CredentialsFileTest {

    private final Ec2CredentialsFile provider = new Ec2CredentialsFile();
    private final FixedConfiguration configuration = new FixedConfiguration();

    @TempDir
    private Path home;

    @Test
    void readsTheKeysAndPassesOtherLinesOver() throws IOException {
        file("# mine\nAWSAccessKeyId=old\r\n AWSAccessKeyId = a=b \nAWSSecretKey=s\nAWSSessionToken=t\nnothing\n");

        CredentialAnswer answer = provider.load(configuration);

        assertThat(answer.credentials().freeze()).isEqualTo(new FrozenCredentials("a=b", "s", null, null));
        assertThat(answer.credentials().method()).isEqualTo("ec2-credentials-file");
        assertThat(provider.canonicalName()).isEqualTo("Ec2Config");
    }

    @Test
    void aTildeIsTheHomeFolder() throws IOException {
        file("AWSAccessKeyId=a\nAWSSecretKey=s\n");
        configuration.environment.put("HOME", home.toString());
        configuration.environment.put("USERPROFILE", home.toString());
        configuration.environment.put("AWS_CREDENTIAL_FILE", "~/file");

        assertThat(provider.load(configuration).credentials()).isNotNull();
    }

    @Test
    void withoutTheVariableOrTheKeyThereIsNothing() throws IOException {
        assertThat(provider.load(configuration)).isEqualTo(CredentialAnswer.none("AWS_CREDENTIAL_FILE is not set"));

        Path file = file("AWSSecretKey=hunter2\nawsaccesskeyid=a\n");
        assertThat(provider.load(configuration)).isEqualTo(CredentialAnswer.none("no AWSAccessKeyId in " + file));
    }

    @Test
    void anAccessKeyWithoutItsSecretIsAnError() throws IOException {
        file("AWSAccessKeyId=a\n");

        assertThatThrownBy(() -> provider.load(configuration)).isInstanceOf(PartialCredentialsException.class)
                .hasMessageStartingWith("Partial credentials found in ec2-credentials-file, missing: AWSSecretKey");
    }

    @Test
    void aFileThatIsNamedAndNotThereIsAnError() {
        for (Path bad : new Path[] {home.resolve("nothing"), home}) {
            configuration.environment.put("AWS_CREDENTIAL_FILE", bad.toString());

            assertThatThrownBy(() -> provider.load(configuration)).isInstanceOf(ConfigNotFoundException.class)
                    .hasMessageStartingWith("The specified config file (" + bad + ") could not be found");
        }
    }

    @Test
    void aFileWithoutEndIsAnError() throws IOException {
        file("AWSAccessKeyId=" + "a".repeat(1 << 20));

        assertThatThrownBy(() -> provider.load(configuration)).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("more than");
    }

    private Path file(String content) throws IOException {
        Path file = Files.writeString(home.resolve("file"), content);
        configuration.environment.put("AWS_CREDENTIAL_FILE", file.toString());
        return file;
    }
}

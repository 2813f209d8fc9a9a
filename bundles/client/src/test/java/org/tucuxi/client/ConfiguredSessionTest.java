package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.ClientConfig;
import org.tucuxi.credentials.PartialCredentialsException;

/** What a record of Config Admin asks for. */
class ConfiguredSessionTest {

    private static SessionSpec spec(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("service.pid", "org.tucuxi.session~reports");
        properties.put("service.factoryPid", "org.tucuxi.session");
        properties.put("component.name", "org.tucuxi.client.ConfiguredSession");
        properties.put("felix.fileinstall.filename", "file:etc/x.cfg");
        properties.put("org.apache.karaf.features.configKey", "x");
        return ConfiguredSession.spec(properties);
    }

    @Test
    void itsVariablesAreWhatIsNeitherItsOwnNorTheTools() {
        SessionSpec spec = spec(Map.of("name", "reports", "profile", "dev", "endpoint_url", "http://h", "retry_mod", "x",
                "endpoint.url", "http://h", "s3.addressing_style", "path", "region", ""));

        assertThat(spec.name()).isEqualTo("reports");
        assertThat(spec.setBy()).isEqualTo("Config Admin org.tucuxi.session~reports");
        assertThat(spec.variables()).isEqualTo(Map.of("profile", "dev", "endpoint_url", "http://h", "retry_mod", "x",
                "endpoint.url", "http://h", "s3.addressing_style", "path"));
        assertThat(spec.defaultClientConfig()).isEqualTo(ClientConfig.EMPTY);
    }

    @Test
    void withoutANameItIsCalledByItsPid() {
        assertThat(spec(Map.of()).name()).isEqualTo("org.tucuxi.session~reports");
    }

    @Test
    void credentialsAndFoldersAreItsOwn() {
        SessionSpec spec = spec(Map.of("aws_access_key_id", "AKID", "aws_secret_access_key", "s",
                "data_path", new String[] {"/a", "", "/b"}));

        assertThat(spec.variables()).isEmpty();
        assertThat(spec.credentials().freeze().accessKey()).isEqualTo("AKID");
        assertThat(spec.dataPath()).containsExactly(Path.of("/a"), Path.of("/b"));
    }

    @Test
    void aPartOfTheCredentialsThatIsMissingIsSaidWhenTheSessionIsMade() {
        SessionSpec spec = spec(Map.of("name", "reports", "aws_access_key_id", "AKID"));

        assertThat(spec.name()).isEqualTo("reports");
        assertThatThrownBy(() -> spec.initializers().forEach(one -> one.accept(null)))
                .isInstanceOf(PartialCredentialsException.class).hasMessageContaining("aws_secret_access_key");
    }
}

package org.tucuxi.config.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;

class ConfiguredEndpointsTest {

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void useTheFoldersFile() {
        environment.put("AWS_CONFIG_FILE", home.resolve("config").toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", home.resolve("none").toString());
    }

    @Test
    void theOrderIsTheServicesVariableTheCommonOneTheServicesSectionTheProfile() throws IOException {
        config("""
                [default]
                endpoint_url = http://profile
                services = local
                [services local]
                eventbridge =
                  endpoint_url = http://section
                """);
        assertThat(endpoint("events")).contains("http://section");
        assertThat(endpoint("s3")).contains("http://profile");

        environment.put("AWS_ENDPOINT_URL", "http://all");
        assertThat(endpoint("events")).contains("http://all");

        environment.put("AWS_ENDPOINT_URL_EVENTBRIDGE", "http://one");
        assertThat(endpoint("events")).contains("http://one");
    }

    @Test
    void anEmptyTextIsNoEndpoint() throws IOException {
        config("[default]\nendpoint_url = http://profile\n");
        environment.put("AWS_ENDPOINT_URL", "");
        environment.put("AWS_ENDPOINT_URL_S3", "");
        assertThat(endpoint("s3")).contains("http://profile");

        config("[default]\nendpoint_url =\n");
        assertThat(endpoint("s3")).isEmpty();
    }

    @Test
    void endpointsAreIgnoredWhenTheVariableOrTheClientSaysSo() throws IOException {
        config("[default]\nignore_configured_endpoint_urls = true\nendpoint_url = http://profile\n");
        Configuration configuration = read();

        assertThat(configuration.endpointUrl("s3", "S3")).isEmpty();
        assertThat(configuration.endpointUrl("s3", "S3", false)).contains("http://profile");

        config("[default]\nendpoint_url = http://profile\n");
        assertThat(read().endpointUrl("s3", "S3", null)).contains("http://profile");
        assertThat(read().endpointUrl("s3", "S3", true)).isEmpty();
    }

    @Test
    void aServicesSectionThatIsNotThereIsAnError() throws IOException {
        config("[default]\nservices = local\n[services other]\na =\n  b = c\n");

        assertThatThrownBy(() -> endpoint("s3")).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("services = local").hasMessageContaining("[services local]");
    }

    @Test
    void aServiceThatIsNoBlockIsAnError() throws IOException {
        config("[default]\nservices = local\n[services local]\ns3 = http://here\n");

        assertThatThrownBy(() -> endpoint("s3")).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("endpoint_url");
    }

    private Optional<String> endpoint(String client) {
        return read().endpointUrl(client, client);
    }

    private Configuration read() {
        return new ConfigurationReader().read(Map.of(), environment);
    }

    private void config(String text) throws IOException {
        Files.writeString(home.resolve("config"), text);
    }
}

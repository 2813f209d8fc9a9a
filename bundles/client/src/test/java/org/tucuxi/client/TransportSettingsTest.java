package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.http.HttpSettings;

class TransportSettingsTest {

    private static HttpSettings of(ClientConfig config, Map<String, Object> variables, Map<String,
            String> environment) {
        return TransportSettings.of(config, Stub.configuration(variables, environment));
    }

    private static HttpSettings ofEnvironment(Map<String, String> environment) {
        return of(ClientConfig.EMPTY, Map.of(), environment);
    }

    @Test
    void withoutAnyWordTheDefaultsHold() {
        assertThat(ofEnvironment(Map.of())).isEqualTo(HttpSettings.DEFAULTS);
    }

    @Test
    void theClientsConfigurationWins() {
        ClientConfig config = ClientConfig.builder().connectTimeout(Duration.ofSeconds(1)).readTimeout(Duration.ofSeconds(2))
                .maxPoolConnections(3).tcpKeepalive(false).build();

        HttpSettings settings = of(config, Map.of("connect_timeout", 9.5, "tcp_keepalive", true), Map.of());

        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.maxPoolConnections()).isEqualTo(3);
        assertThat(settings.tcpKeepalive()).isFalse();
    }

    @Test
    void aDefaultsModeSetsTheConnectTimeoutInSeconds() {
        HttpSettings settings = of(ClientConfig.EMPTY, Map.of("connect_timeout", 3.1, "tcp_keepalive", true), Map.of());

        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofMillis(3100));
        assertThat(settings.tcpKeepalive()).isTrue();
    }

    @Test
    void trustComesFromTheArgumentThenTheVariableThenTheEnvironment() {
        Map<String, String> environment = Map.of("REQUESTS_CA_BUNDLE", "environment.pem");
        Map<String, Object> variable = Map.of("ca_bundle", "variable.pem");

        assertThat(of(ClientConfig.builder().verify("given.pem").build(), variable, environment).caBundle())
                .isEqualTo(Path.of("given.pem"));
        assertThat(of(ClientConfig.EMPTY, variable, environment).caBundle()).isEqualTo(Path.of("variable.pem"));
        assertThat(ofEnvironment(environment).caBundle()).isEqualTo(Path.of("environment.pem"));
        assertThat(of(ClientConfig.builder().verify(true).build(), Map.of(), environment).caBundle()).isNull();
        assertThat(of(ClientConfig.builder().verify(false).build(), variable, environment).verify()).isFalse();
    }

    @Test
    void aBlankFileOfTrustIsAMistake() {
        assertThatThrownBy(() -> ofEnvironment(Map.of("REQUESTS_CA_BUNDLE", " ")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("blank").hasMessageContaining("PEM");
    }

    @Test
    void proxiesComeFromTheEnvironmentInSmallLettersFirst() {
        HttpSettings settings = ofEnvironment(Map.of("http_proxy", "http://small", "HTTP_PROXY", "http://BIG",
                "HTTPS_PROXY", "http://tls", "NO_PROXY", " a.example , .b ,"));

        assertThat(settings.proxies()).isEqualTo(Map.of("http", "http://small", "https", "http://tls"));
        assertThat(settings.noProxy()).containsExactly("a.example", ".b");
    }

    @Test
    void givenProxiesSilenceTheEnvironment() {
        ClientConfig config = ClientConfig.builder().proxies(Map.of("http", "http://given")).build();

        HttpSettings settings = of(config, Map.of(), Map.of("https_proxy", "http://environment", "no_proxy", "h"));

        assertThat(settings.proxies()).isEqualTo(Map.of("http", "http://given"));
        assertThat(settings.noProxy()).isEmpty();
    }

    @Test
    void aRequestHeaderOfACgiProgramIsNoProxy() {
        assertThat(ofEnvironment(Map.of("REQUEST_METHOD", "GET", "HTTP_PROXY", "http://evil")).proxies()).isEmpty();
    }

    @Test
    void proxySettingsAreMerged() {
        ClientConfig config = ClientConfig.builder().proxiesConfig(Map.of("proxy_use_forwarding_for_https", true))
                .build();

        HttpSettings settings = of(config, Map.of("proxies_config", Map.of("proxy_ca_bundle", "proxy.pem")), Map.of());

        assertThat(settings.proxyCaBundle()).isEqualTo(Path.of("proxy.pem"));
        assertThat(settings.proxyUseForwardingForHttps()).isTrue();
    }
}

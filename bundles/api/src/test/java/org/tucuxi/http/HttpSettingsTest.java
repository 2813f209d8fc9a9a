package org.tucuxi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The proxies that an environment names. */
class HttpSettingsTest {

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void anEnvironmentThatNamesNoneHasNone() {
        environment.put("http_proxy", " ");

        assertThat(HttpSettings.DEFAULTS.withProxiesOf(environment)).isEqualTo(HttpSettings.DEFAULTS);
    }

    @Test
    void smallLettersComeBeforeCapitals() {
        environment.putAll(Map.of("HTTP_PROXY", "http://a", "HTTPS_PROXY", "http://b", "NO_PROXY", "c"));
        assertThat(HttpSettings.DEFAULTS.withProxiesOf(environment).proxies())
                .isEqualTo(Map.of("http", "http://a", "https", "http://b"));

        environment.putAll(Map.of("http_proxy", "http://d", "https_proxy", "", "no_proxy", " e ,, .f"));
        HttpSettings settings = HttpSettings.DEFAULTS.withProxiesOf(environment);
        assertThat(settings.proxies()).isEqualTo(Map.of("http", "http://d"));
        assertThat(settings.noProxy()).containsExactly("e", ".f");
    }

    @Test
    void aCgiProgramDoesNotTrustTheVariableThatARequestCanSet() {
        environment.putAll(Map.of("REQUEST_METHOD", "GET", "HTTP_PROXY", "http://evil"));

        assertThat(HttpSettings.DEFAULTS.withProxiesOf(environment).proxies()).isEmpty();
    }
}

package org.tucuxi.credentials.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.InvalidConfigException;

/** Which endpoints a container's credentials may come from. */
class ContainerEndpointTest {

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void theRelativeUriComesFirst() {
        environment.put(ContainerEndpoint.FULL, "http://localhost/full");
        assertThat(url()).isEqualTo("http://localhost/full");

        environment.put(ContainerEndpoint.RELATIVE, "/v2/credentials?id=1");
        assertThat(url()).isEqualTo("http://169.254.170.2/v2/credentials?id=1");
    }

    @Test
    void anEmptyVariableNamesNone() {
        environment.put(ContainerEndpoint.RELATIVE, "");
        assertThat(ContainerEndpoint.of(environment, ContainerEndpoint.ECS)).isEmpty();

        environment.put(ContainerEndpoint.FULL, "");
        assertThat(ContainerEndpoint.of(environment, ContainerEndpoint.ECS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://credentials.example.com/x", "HTTPS://203.0.113.1:8443/", "http://127.0.0.1/",
        "http://127.255.3.4:8080/a", "http://[::1]:81/a", "http://[0:0:0:0:0:0:0:1]/", "http://169.254.170.2/",
        "http://169.254.170.23/v1/credentials", "http://[fd00:ec2::23]/v1/credentials", "http://LocalHost:123/x"})
    void anyHostWithTlsAndOnlyNearOnesWithout(String url) {
        environment.put(ContainerEndpoint.FULL, url);

        assertThat(url()).isEqualToIgnoringCase(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/", "http://169.254.169.254/", "http://10.0.0.1/",
        "http://[fd00:ec2::24]/", "http://[::2]/", "http://localhost.example.com/", "http://127.0.0.1.example.com/", "http://127.1/",
        "http://2130706433/", "http://0177.0.0.1/", "http://127.0.0.1@example.com/", "http://localhost:80@example.com/",
        "http://localhost./", "http://0.0.0.0/", "http://128.0.0.1/"})
    void aHostThatMayBeFarAwayIsRefused(String url) {
        environment.put(ContainerEndpoint.FULL, url);

        assertThatThrownBy(this::url).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("AWS_CONTAINER_CREDENTIALS_FULL_URI")
                .satisfiesAnyOf(e -> assertThat(e).hasMessageContaining("Unsupported host '"),
                        e -> assertThat(e).hasMessageContaining("does not make a URL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@example.com/", ".example.com/", "0.example.com/", ":80@example.com/"})
    void aRelativeUriDoesNotLeaveItsHost(String relative) {
        environment.put(ContainerEndpoint.RELATIVE, relative);

        assertThatThrownBy(this::url).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "/path", "ftp://localhost/", "file:///etc/passwd", "http://", "http:localhost",
        "http://local host/", "http://localhost\\@example.com/", "http://localhost/\r\nX: y", "jar:http://localhost/"})
    void whatIsNoUrlIsAnError(String url) {
        environment.put(ContainerEndpoint.FULL, url);

        assertThatThrownBy(this::url).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    }

    @ParameterizedTest
    @CsvSource({
        "http://me:pw@localhost/a?b=c#d, http://localhost/a?b=c, http://localhost/a",
        "http://localhost:80, http://localhost:80/, http://localhost:80/",
        "http://[::1], http://[::1]/, http://[::1]/",
        "http://localhost/%20ä, http://localhost/%20%C3%A4, http://localhost/%20%C3%A4"})
    void whatIsAskedAndShownIsOnlyWhatIsNeeded(String url, String asked, String shown) {
        environment.put(ContainerEndpoint.FULL, url);

        assertThat(ContainerEndpoint.of(environment, ContainerEndpoint.ECS))
                .contains(new ContainerEndpoint(asked, shown));
    }

    private String url() {
        return ContainerEndpoint.of(environment, ContainerEndpoint.ECS).orElseThrow().url();
    }
}

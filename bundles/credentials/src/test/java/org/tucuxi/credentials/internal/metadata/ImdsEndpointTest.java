package org.tucuxi.credentials.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.InvalidConfigException;

/** Where the metadata service of an instance is. */
class ImdsEndpointTest {

    private final Settings settings = new Settings();

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-, false, http://169.254.169.254/",
        "-, true, http://[fd00:ec2::254]/",
        "ipv4, true, http://169.254.169.254/",
        "IPv6, false, http://[fd00:ec2::254]/"})
    void theModeComesBeforeTheOldSwitch(String mode, boolean useIpv6, String expected) {
        settings.set("ec2_metadata_service_endpoint_mode", mode).set("imds_use_ipv6", useIpv6);

        assertThat(ImdsEndpoint.of(settings)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1338", "http://localhost:1338/", "https://[::1]/imds", "HTTP://10.0.0.1"})
    void anEndpointOfOnesOwnComesFirst(String endpoint) {
        settings.set("ec2_metadata_service_endpoint", endpoint).set("ec2_metadata_service_endpoint_mode", "ipv6");

        assertThat(ImdsEndpoint.of(settings)).isEqualTo(endpoint.endsWith("/") ? endpoint : endpoint + '/');
    }

    @Test
    void anEmptyEndpointIsNone() {
        assertThat(ImdsEndpoint.of(settings.set("ec2_metadata_service_endpoint", ""))).isEqualTo(ImdsEndpoint.IPV4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "169.254.169.254", "http://", "http:///path", "ftp://host/", "http://a b/",
        "http://me:hunter2@host/", "http://host/?hunter2", "http://host/#x", "http://exa_mple.com", "\u0000"})
    void anEndpointThatIsNoUrlIsAnErrorThatDoesNotRepeatIt(String endpoint) {
        settings.set("ec2_metadata_service_endpoint", endpoint);

        assertThatThrownBy(() -> ImdsEndpoint.of(settings)).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("ec2_metadata_service_endpoint").hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ipv5", "dual"})
    void aModeThatThereIsNotIsAnError(String mode) {
        settings.set("ec2_metadata_service_endpoint_mode", mode);

        assertThatThrownBy(() -> ImdsEndpoint.of(settings)).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("mode: " + mode).hasMessageContaining("ipv4 or ipv6");
    }
}

package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;

class CallTimeoutsTest {

    private static Configuration profile(Object value) {
        return Stub.configuration(Map.of("call_timeout", value), Map.of());
    }

    @Test
    void callsHaveNoLimitUnlessOneIsGiven() {
        assertThat(CallTimeouts.of(ClientConfig.EMPTY, Stub.configuration(Map.of(), Map.of()))).isNull();
    }

    @Test
    void whatCodeGivesWinsOverTheSecondsOfAProfile() {
        ClientConfig config = ClientConfig.builder().callTimeout(Duration.ofSeconds(3)).build();

        assertThat(CallTimeouts.of(config, profile("2.5"))).isEqualTo(Duration.ofSeconds(3));
        assertThat(CallTimeouts.of(ClientConfig.EMPTY, profile("2.5"))).isEqualTo(Duration.ofMillis(2500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "NaN", "1e400", ""})
    void aProfileCannotSayOtherThings(String value) {
        assertThatThrownBy(() -> CallTimeouts.of(ClientConfig.EMPTY, profile(value)))
                .isInstanceOf(InvalidConfigException.class).hasMessageContaining("call_timeout");
    }
}

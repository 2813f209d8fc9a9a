package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.UnsatisfiedException;

class RetrySettingsTest {

    private static final Set<String> ALL = Set.of("legacy", "standard", "adaptive");

    private static RetrySettings of(Map<String, Object> given, Map<String, Object> variables) {
        ClientConfig config = given.isEmpty() ? ClientConfig.EMPTY : ClientConfig.builder().retries(given).build();
        return RetrySettings.of(config, Stub.configuration(variables, Map.of()), ALL);
    }

    @Test
    void withoutSettingsTheLegacyModeDecides() {
        assertThat(of(Map.of(), Map.of()).options()).isEqualTo(Map.of("mode", "legacy"));
    }

    @Test
    void whatIsGivenWinsOverWhatIsConfigured() {
        Map<String, Object> variables = Map.of("retry_mode", "standard", "max_attempts", 7);

        assertThat(of(Map.of(), variables)).isEqualTo(new RetrySettings("standard", 7));
        assertThat(of(Map.of("mode", "adaptive"), variables)).isEqualTo(new RetrySettings("adaptive", 7));
        assertThat(of(Map.of("total_max_attempts", 2), variables)).isEqualTo(new RetrySettings("standard", 2));
    }

    @Test
    void maxAttemptsInCodeCountsRetriesAndTheTotalWins() {
        assertThat(of(Map.of("max_attempts", 2), Map.of()).options())
                .isEqualTo(Map.of("mode", "legacy", "total_max_attempts", 3));
        assertThat(of(Map.of("max_attempts", 2, "total_max_attempts", 9), Map.of()).totalMaxAttempts()).isEqualTo(9);
    }

    @Test
    void atLeastOneAttemptIsMade() {
        assertThat(of(Map.of("max_attempts", 0), Map.of()).totalMaxAttempts()).isEqualTo(1);
        assertThatThrownBy(() -> of(Map.of(), Map.of("max_attempts", 0))).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("max_attempts of environment or profile: 0 must be").hasMessageContaining("1");
    }

    @Test
    void whatIsConfiguredDoesNotMatterWhenCodeSaysHowOften() {
        Map<String, Object> variables = Map.of("max_attempts", -1);

        assertThat(of(Map.of("max_attempts", 2), variables).totalMaxAttempts()).isEqualTo(3);
    }

    @Test
    void aModeThatIsNotInstalledIsNotAModeThatDoesNotExist() {
        assertThatThrownBy(() -> RetrySettings.of(ClientConfig.EMPTY, Stub.configuration(Map.of(), Map.of()),
                Set.of("mine"))).isInstanceOf(UnsatisfiedException.class).hasMessageContaining("org.tucuxi.retries");
        assertThatThrownBy(() -> of(Map.of(), Map.of("retry_mode", "eager")))
                .isInstanceOf(InvalidConfigException.class).hasMessageContaining("[adaptive, legacy, standard]");
    }
}

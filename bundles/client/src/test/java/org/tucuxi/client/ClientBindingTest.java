package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.ClientConfig;

class ClientBindingTest {

    private static boolean validates(ClientConfig given, Map<String, Object> variables) {
        return ClientBinding.validates(given, Stub.configuration(variables, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "false, false", "no, false", "1, false"})
    void aProfileSwitchesValidationOffWithEverythingButTrue(String value, boolean expected) {
        assertThat(validates(ClientConfig.EMPTY, Map.of("parameter_validation", value))).isEqualTo(expected);
    }

    @Test
    void codeSwitchesValidationOffButNotOn() {
        ClientConfig off = ClientConfig.builder().parameterValidation(false).build();
        ClientConfig on = ClientConfig.builder().parameterValidation(true).build();

        assertThat(validates(ClientConfig.EMPTY, Map.of())).isTrue();
        assertThat(validates(off, Map.of("parameter_validation", "true"))).isFalse();
        assertThat(validates(on, Map.of("parameter_validation", "false"))).isFalse();
    }
}

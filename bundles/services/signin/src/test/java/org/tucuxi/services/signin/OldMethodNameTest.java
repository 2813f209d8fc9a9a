package org.tucuxi.services.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.services.shared.testing.ServiceEvents;

class OldMethodNameTest {

    private static final ServiceEvents SIGNIN = ServiceEvents.of("signin");

    @ParameterizedTest
    @CsvSource({"create_o_auth2_token, create_oauth2_token"})
    void namesTheMethodThatTheClientHas(String old, String current) {
        assertThat(new OldMethodName().handle(SIGNIN.attribute(old))).isEqualTo(current);
        assertThat(SIGNIN.model().methodToOperation()).containsKey(current).doesNotContainKey(old);
    }
}

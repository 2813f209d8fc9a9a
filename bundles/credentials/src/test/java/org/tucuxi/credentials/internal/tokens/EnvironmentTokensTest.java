package org.tucuxi.credentials.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.BearerToken;

class EnvironmentTokensTest {

    private final EnvironmentTokens provider = new EnvironmentTokens();
    private final Map<String, String> environment = new HashMap<>();
    private final Configuration configuration = Fake.configuration(environment, Map.of());

    private Optional<BearerToken> token(String signingName) {
        return provider.load(configuration, signingName).map(token -> token.get());
    }

    @ParameterizedTest
    @CsvSource({"bedrock, AWS_BEARER_TOKEN_BEDROCK", "code-catalyst, AWS_BEARER_TOKEN_CODE_CATALYST",
        "my new-service, AWS_BEARER_TOKEN_MY_NEW_SERVICE", "titan, AWS_BEARER_TOKEN_TITAN"})
    void theVariableIsNamedAfterTheSigningName(String signingName, String variable) {
        environment.put(variable, "t0k3n");

        assertThat(token(signingName)).contains(new BearerToken("t0k3n", null));
        assertThat(token("other")).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutASigningNameThereIsNoToken(String signingName) {
        environment.put("AWS_BEARER_TOKEN_", "t0k3n");
        environment.put("AWS_BEARER_TOKEN__", "t0k3n");

        assertThat(token(signingName)).isEmpty();
        assertThat(provider.reason(configuration, signingName)).contains("one service each");
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        environment.put("AWS_BEARER_TOKEN_BEDROCK", "");

        assertThat(token("bedrock")).isEmpty();
        assertThat(provider.reason(configuration, "bedrock")).isEqualTo("AWS_BEARER_TOKEN_BEDROCK is not set");
    }

    @Test
    void upperCaseIsThatOfNoLanguage() {
        java.util.Locale before = java.util.Locale.getDefault();
        java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr"));
        try {
            assertThat(BearerToken.variable("iot")).isEqualTo("AWS_BEARER_TOKEN_IOT");
        } finally {
            java.util.Locale.setDefault(before);
        }
    }
}

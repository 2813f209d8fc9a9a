package org.tucuxi.services.ssooidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.event.BeforeParse;
import org.tucuxi.services.shared.testing.ServiceEvents;

class OAuthErrorsTest {

    private static final ServiceEvents SSO_OIDC = ServiceEvents.of("sso-oidc");

    private static String bodyAfter(int status, String body) {
        BeforeParse event = SSO_OIDC.parse("CreateToken", status, body);
        new OAuthErrors().handle(event);
        return new String(event.responseDict().content(), StandardCharsets.UTF_8);
    }

    @Test
    void findsTheMessageWhereOAuthPutsIt() {
        assertThat(bodyAfter(400, "{\"error\":\"slow_down\",\"error_description\":\"Wait\",\"n\":[1,2.5,true,null]}"))
                .isEqualTo("{\"error\":\"slow_down\",\"error_description\":\"Wait\",\"n\":[1,2.5,true,null],"
                        + "\"Message\":\"Wait\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "200 | {\"error_description\":\"Wait\"}",
        "400 | {\"error_description\":\"Wait\",\"Message\":\"m\"}",
        "400 | {\"error_description\":\"Wait\",\"message\":\"m\"}",
        "400 | {\"error_description\":\"\"}",
        "400 | {\"error\":\"x\"}",
        "400 | [1]",
        "500 | <html>",
        "400 | ``"})
    void leavesOtherAnswers(int status, String body) {
        assertThat(bodyAfter(status, body)).isEqualTo(body);
    }
}

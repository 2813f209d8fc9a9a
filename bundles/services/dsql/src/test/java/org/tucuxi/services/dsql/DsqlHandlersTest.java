package org.tucuxi.services.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.event.CreatingClientClass;
import org.tucuxi.services.shared.testing.RecordingSigner;
import org.tucuxi.services.shared.testing.ServiceEvents;

class DsqlHandlersTest {

    private static final ServiceEvents DSQL = ServiceEvents.of("dsql");

    private static Object token(RecordingSigner signer, String method, Object... arguments) throws Exception {
        CreatingClientClass event = DSQL.creatingClass();
        new ConnectTokens().handle(event);
        return event.classAttributes().get(method).invoke(signer.client(), arguments);
    }

    @ParameterizedTest
    @CsvSource({"generate_db_connect_auth_token, DbConnect", "generate_db_connect_admin_auth_token, DbConnectAdmin"})
    void makesTokensThatArePresignedUrlsWithoutTheirScheme(String method, String action) throws Exception {
        RecordingSigner signer = new RecordingSigner("us-east-1");

        Object token = token(signer, method, "c.dsql.us-east-1.on.aws");

        assertThat(token).isEqualTo("c.dsql.us-east-1.on.aws/?Action=" + action + "&signed=" + action
                + "&headers=0&method=GET");
        assertThat(signer.purposes()).singleElement().satisfies(purpose -> {
            assertThat(purpose.signingName()).isEqualTo("dsql");
            assertThat(purpose.region()).isEqualTo("us-east-1");
            assertThat(purpose.expiresIn()).isEqualTo(Duration.ofMinutes(15));
        });
    }

    @Test
    void takesRegionAndSeconds() throws Exception {
        RecordingSigner signer = new RecordingSigner("us-east-1");

        token(signer, "generate_db_connect_auth_token",
                Map.of("Hostname", "h", "Region", "eu-west-1", "ExpiresIn", 60));

        assertThat(signer.purposes().get(0).region()).isEqualTo("eu-west-1");
        assertThat(signer.purposes().get(0).expiresIn()).isEqualTo(Duration.ofMinutes(1));
    }
}

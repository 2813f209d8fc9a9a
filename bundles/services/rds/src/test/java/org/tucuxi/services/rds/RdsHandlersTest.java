package org.tucuxi.services.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.CreatingClientClass;
import org.tucuxi.http.FormBody;
import org.tucuxi.services.shared.testing.RecordingSigner;
import org.tucuxi.services.shared.testing.ServiceEvents;

class RdsHandlersTest {

    private static final ServiceEvents RDS = ServiceEvents.of("rds");

    @ParameterizedTest
    @ValueSource(strings = {"CopyDBClusterSnapshot", "CreateDBCluster", "CopyDBSnapshot",
        "CreateDBInstanceReadReplica", "StartDBInstanceAutomatedBackupsReplication"})
    void asksTheRegionOfTheSourceByAPresignedUrl(String operation) {
        RecordingSigner signer = new RecordingSigner("eu-central-1");
        BeforeCall event = RDS.call(operation, new FormBody(("Action=" + operation + "&SourceRegion=us-west-2").getBytes()),
                signer);

        new CopyBetweenRegions().handle(event);

        assertThat(((FormBody) event.params().body()).fields()).isEqualTo(Map.of("Action", operation, "PreSignedUrl",
                "https://rds.us-west-2.amazonaws.com/?Action=" + operation + "&DestinationRegion=eu-central-1&signed="
                        + operation + "&headers=0&method=GET"));
        assertThat(signer.purposes().get(0).region()).isEqualTo("us-west-2");
        assertThat(RDS.operation(operation).input().members()).containsKey("SourceRegion");
    }

    @Test
    void leavesCopiesWithinTheRegion() {
        RecordingSigner signer = new RecordingSigner("eu-central-1");
        BeforeCall event = RDS.call("CreateDBCluster", new FormBody("Action=CreateDBCluster".getBytes()), signer);

        new CopyBetweenRegions().handle(event);

        assertThat(((FormBody) event.params().body()).fields()).isEqualTo(Map.of("Action", "CreateDBCluster"));
    }

    @Test
    void takesTheUrlOfTheCallerAndSendsNoSourceRegion() {
        RecordingSigner signer = new RecordingSigner("eu-central-1");
        BeforeCall event = RDS.call("CreateDBCluster",
                new FormBody("PreSignedUrl=mine&SourceRegion=us-west-2".getBytes()), signer);

        new CopyBetweenRegions().handle(event);

        assertThat(((FormBody) event.params().body()).fields()).isEqualTo(Map.of("PreSignedUrl", "mine"));
        assertThat(signer.purposes()).isEmpty();
    }

    private static Object token(RecordingSigner signer, Object... arguments) throws Exception {
        CreatingClientClass event = RDS.creatingClass();
        new DatabaseTokens().handle(event);
        return event.classAttributes().get("generate_db_auth_token").invoke(signer.client(), arguments);
    }

    @Test
    void makesTokensThatArePresignedUrlsWithoutTheirScheme() throws Exception {
        RecordingSigner signer = new RecordingSigner("eu-central-1");

        Object token = token(signer, Map.of("DBHostname", "db.example.com", "Port", 3306, "DBUsername", "me"));

        assertThat(token).isEqualTo(
                "db.example.com:3306/?Action=connect&DBUser=me&signed=connect&headers=0&method=GET");
        assertThat(signer.purposes()).singleElement().satisfies(purpose -> {
            assertThat(purpose.signingName()).isEqualTo("rds-db");
            assertThat(purpose.region()).isEqualTo("eu-central-1");
            assertThat(purpose.expiresIn()).isEqualTo(Duration.ofMinutes(15));
        });
    }

    @Test
    void takesTheRegionOfTheDatabase() throws Exception {
        RecordingSigner signer = new RecordingSigner("eu-central-1");

        token(signer, "db.example.com", 3306, "me", "us-east-1");

        assertThat(signer.purposes().get(0).region()).isEqualTo("us-east-1");
    }

    @Test
    void saysWhichArgumentIsMissingOrUnknown() {
        RecordingSigner signer = new RecordingSigner("eu-central-1");

        assertThatThrownBy(() -> token(signer, "db.example.com", 3306)).hasMessageContaining("DBUsername");
        assertThatThrownBy(() -> token(signer, Map.of("Host", "db"))).hasMessageContaining("Host");
        assertThatThrownBy(() -> token(signer, 1, 2, 3, 4, 5)).hasMessageContaining("5 values");
    }
}

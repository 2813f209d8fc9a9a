package org.tucuxi.services.cognitoidentity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.services.shared.testing.ServiceEvents;
import org.tucuxi.signing.Signer;

class UnsignedWithIdentityTest {

    private static final ServiceEvents COGNITO_IDENTITY = ServiceEvents.of("cognito-identity");

    @Test
    void signsNoRequestOfSomebodyWithoutCredentials() {
        assertThat(new UnsignedWithIdentity().handle(COGNITO_IDENTITY.chooseSigner("GetId", "v4", Map.of())))
                .isEqualTo(Signer.UNSIGNED);
    }

    @Test
    void isForOperationsThatTheModelHas() {
        assertThat(COGNITO_IDENTITY.model().operationNames()).contains("GetId", "GetOpenIdToken", "UnlinkIdentity",
                "GetCredentialsForIdentity");
    }
}

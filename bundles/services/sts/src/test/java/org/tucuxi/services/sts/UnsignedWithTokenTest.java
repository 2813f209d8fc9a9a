package org.tucuxi.services.sts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.services.shared.testing.ServiceEvents;
import org.tucuxi.signing.Signer;

class UnsignedWithTokenTest {

    private static final ServiceEvents STS = ServiceEvents.of("sts");

    @Test
    void signsNoRequestOfSomebodyWithoutCredentials() {
        assertThat(new UnsignedWithToken().handle(STS.chooseSigner("AssumeRoleWithWebIdentity", "v4", Map.of())))
                .isEqualTo(Signer.UNSIGNED);
    }

    @Test
    void isForOperationsThatTheModelHas() {
        assertThat(STS.model().operationNames()).contains("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity");
    }
}

package org.tucuxi.services.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tucuxi.services.shared.testing.ServiceEvents;

class CurrentSignatureTest {

    private static final ServiceEvents IMPORTEXPORT = ServiceEvents.of("importexport");

    private static String chosen(String version, String... given) {
        return new CurrentSignature().handle(IMPORTEXPORT.chooseSigner("ListJobs", version,
                Map.of("client_config_given", Set.of(given))));
    }

    @Test
    void signsWithVersion4InsteadOfTheModels() {
        assertThat(chosen("v2")).isEqualTo("v4");
        assertThat(IMPORTEXPORT.model().metadata()).containsEntry("signatureVersion", "v2");
    }

    @Test
    void leavesWhatSomebodyConfigured() {
        assertThat(chosen("v2", "signature_version")).as("in code").isNull();
        assertThat(chosen("v3")).as("in a profile").isNull();
    }
}

package org.tucuxi.services.mturk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.services.shared.testing.ServiceEvents;

class OldMethodNameTest {

    private static final ServiceEvents MTURK = ServiceEvents.of("mturk");

    @ParameterizedTest
    @CsvSource({"list_hi_ts_for_qualification_type, list_hits_for_qualification_type"})
    void namesTheMethodThatTheClientHas(String old, String current) {
        assertThat(new OldMethodName().handle(MTURK.attribute(old))).isEqualTo(current);
        assertThat(MTURK.model().methodToOperation()).containsKey(current).doesNotContainKey(old);
    }
}

package org.tucuxi.services.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.services.shared.testing.ServiceEvents;

class OldMethodNamesTest {

    private static final ServiceEvents CLOUDWATCH = ServiceEvents.of("cloudwatch");

    @ParameterizedTest
    @CsvSource({"get_o_tel_enrichment, get_otel_enrichment",
        "start_o_tel_enrichment, start_otel_enrichment",
        "stop_o_tel_enrichment, stop_otel_enrichment"})
    void namesTheMethodThatTheClientHas(String old, String current) {
        assertThat(new OldMethodNames().handle(CLOUDWATCH.attribute(old))).isEqualTo(current);
        assertThat(CLOUDWATCH.model().methodToOperation()).containsKey(current).doesNotContainKey(old);
    }
}

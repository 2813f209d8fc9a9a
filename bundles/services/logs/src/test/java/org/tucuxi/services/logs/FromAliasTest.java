package org.tucuxi.services.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.AliasConflictException;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.services.shared.testing.ServiceEvents;

class FromAliasTest {

    private static final ServiceEvents LOGS = ServiceEvents.of("logs");

    @Test
    void takesFromTimeForFrom() {
        BeforeParameterBuild event = LOGS.parameters("CreateExportTask", Map.of("fromTime", 1L));
        BeforeParameterBuild own = LOGS.parameters("CreateExportTask", Map.of("from", 1L));
        BeforeParameterBuild both = LOGS.parameters("CreateExportTask", Map.of("fromTime", 1L, "from", 2L));

        new FromAlias().handle(event);
        new FromAlias().handle(own);

        assertThat(event.params()).isEqualTo(Map.of("from", 1L));
        assertThat(own.params()).isEqualTo(Map.of("from", 1L));
        assertThatThrownBy(() -> new FromAlias().handle(both)).isInstanceOf(AliasConflictException.class);
    }
}

package org.tucuxi.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.event.EmissionObserver.Emission;
import org.tucuxi.event.EmissionObserver.Step;
import org.tucuxi.event.GenericEvent;

class TraceFormatTest {

    @Test
    void anEmissionIsItsNameAndTimeAndThenItsHandlers() {
        GenericEvent event = new GenericEvent("before-call.s3.HeadBucket", Map.of());

        List<String> lines = TraceFormat.lines(new Emission(event, List.of(new Step("AddHeader", null, null, 10_000),
                new Step("Limit", Duration.ofSeconds(1), null, 0),
                new Step("Retry", null, new IllegalStateException("x"), 20_000)), 1_234_567));

        assertThat(lines).containsExactly("before-call.s3.HeadBucket  1.23 ms", "    AddHeader  0.01 ms",
                "    Limit  0.00 ms  answered PT1S", "    Retry  0.02 ms  failed: IllegalStateException");
    }
}

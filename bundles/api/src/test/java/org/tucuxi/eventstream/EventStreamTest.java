package org.tucuxi.eventstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final class Given implements EventStream {
        private boolean isClosed;

        @Override
        public Iterator<Map<String, Object>> iterator() {
            return List.of(Map.<String, Object>of("A", 1), Map.<String, Object>of("B", 2)).iterator();
        }

        @Override
        public Map<String, Object> initialResponse() {
            return Map.of();
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    @Test
    void theStreamOfJavaHasTheEventsAndClosesTheirs() {
        Given events = new Given();

        try (Stream<Map<String, Object>> stream = events.stream()) {
            assertThat(stream.toList()).containsExactly(Map.of("A", 1), Map.of("B", 2));
            assertThat(events.isClosed).isFalse();
        }

        assertThat(events.isClosed).isTrue();
    }

    @Test
    void anErrorEventIsAServiceError() {
        Map<String, Object> parsed = Map.of("Error", Map.of("Code", "Throttled", "Message", "slow down"));

        EventStreamException error = new EventStreamException(parsed, "Talk", "Throttled");

        assertThat(error.response()).isEqualTo(parsed);
        assertThat(error.operationName()).isEqualTo("Talk");
        assertThat(error).hasMessageContaining("Throttled").hasMessageContaining("slow down");
    }
}

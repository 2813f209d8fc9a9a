package org.tucuxi.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {

    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-01T12:00:00Z", "2026-05-01T12:00:00UTC", "2026-05-01T14:00:00+02:00",
        "2026-05-01 12:00:00", "2026-05-01T12:00:00", "2026-05-01T12:00:00.000Z", " 2026-05-01T12:00:00+00:00 "})
    void whatCliAndBotocoreWriteIsRead(String text) {
        assertThat(Expiry.read(text)).contains(START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "1777636800", "2026-05-01", "2026-13-01T00:00:00Z"})
    void otherTextsAreNoTimes(String text) {
        assertThat(Expiry.read(text)).isEmpty();
    }

    @Test
    void otherValuesAreNoTimes() {
        assertThat(Expiry.read(null)).isEmpty();
        assertThat(Expiry.read(1777636800L)).isEmpty();
        assertThat(Expiry.read("2026-05-01T12:00:00Z" + " ".repeat(100))).isEmpty();
    }

    @Test
    void whatAServiceSaysStaysInTheCalendar() {
        assertThat(Expiry.after(START, 60)).isEqualTo(START.plusSeconds(60));
        assertThat(Expiry.after(START, -1)).isEqualTo(START);
        assertThat(Expiry.after(START, Long.MAX_VALUE)).isBefore(Instant.parse("2127-01-01T00:00:00Z"));
    }

    @Test
    void timesAreWrittenInSeconds() {
        assertThat(Expiry.write(Instant.parse("2026-05-01T12:00:00.999Z"))).isEqualTo("2026-05-01T12:00:00Z");
    }
}

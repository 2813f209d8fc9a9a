package org.tucuxi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When the parameters of a call are those that a test expects. */
final class MatchingTest {

    @Test
    void mapsHaveTheSameKeysAndEqualValues() {
        assertThat(Matching.same(Map.of("A", 1, "B", List.of("x")), Map.of("B", List.of("x"), "A", 1))).isTrue();
        assertThat(Matching.same(Map.of("A", 1), Map.of("A", 2))).isFalse();
        assertThat(Matching.same(Map.of("A", 1), Map.of("A", 1, "B", 2))).isFalse();
        assertThat(Matching.same(Map.of("A", 1), Map.of("B", 1))).isFalse();
        assertThat(Matching.same(Map.of(), List.of())).isFalse();
    }

    @Test
    void listsHaveTheirOrder() {
        assertThat(Matching.same(List.of(1, 2), List.of(1, 2))).isTrue();
        assertThat(Matching.same(List.of(1, 2), List.of(2, 1))).isFalse();
        assertThat(Matching.same(List.of(1), List.of(1, 2))).isFalse();
        assertThat(Matching.same(List.of(1), Set.of(1))).isTrue();
    }

    @Test
    void numbersAreEqualByValueAndNotByType() {
        assertThat(Matching.same(1, 1L)).isTrue();
        assertThat(Matching.same(1, new BigDecimal("1.00"))).isTrue();
        assertThat(Matching.same(1, 1.5)).isFalse();
        assertThat(Matching.same(Double.NaN, Double.NaN)).isTrue();
        assertThat(Matching.same(1, "1")).isFalse();
    }

    @Test
    void bytesAreEqualByContent() {
        assertThat(Matching.same(new byte[] {1}, new byte[] {1})).isTrue();
        assertThat(Matching.same(new byte[] {1}, ByteBuffer.wrap(new byte[] {0, 1}).position(1))).isTrue();
        assertThat(Matching.same(new byte[] {1}, new byte[] {2})).isFalse();
        assertThat(Matching.same(new byte[] {1}, "a")).isFalse();
    }

    @Test
    void anyIsEqualToEverythingAtAnyDepthButMustBeThere() {
        assertThat(Matching.same(Map.of("A", List.of(Stubber.ANY, 2)), Map.of("A", List.of("x", 2)))).isTrue();
        assertThat(Matching.same(Map.of("A", Stubber.ANY), Map.of())).isFalse();
        assertThat(Matching.same(Map.of("A", Stubber.ANY, "B", 1), Map.of("A", 1, "B", 2))).isFalse();
    }

    @Test
    void otherValuesAreEqualAsTheySay() {
        assertThat(Matching.same(Instant.EPOCH, Instant.ofEpochSecond(0))).isTrue();
        assertThat(Matching.same(new StringBuilder("a"), "a")).isTrue();
        assertThat(Matching.same(true, false)).isFalse();
        assertThat(Matching.same(null, null)).isTrue();
        assertThat(Matching.same(null, 1)).isFalse();
    }
}

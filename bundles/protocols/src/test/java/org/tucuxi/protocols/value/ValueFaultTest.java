package org.tucuxi.protocols.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueFaultTest {

    @Test
    void thePathHasTheOutermostFirst() {
        assertThat(new ValueFault("no").in("Key").at(3).in("Objects").in("Delete").path())
                .isEqualTo("Delete.Objects[3].Key");
        assertThat(new ValueFault("no").at(1).at(2).in("Rows").path()).isEqualTo("Rows[2][1]");
    }

    @Test
    void anyKeyIsFitForAMessage() {
        assertThat(new ValueFault("no").in("a\r\n\u001b[31m\u0085").path()).isEqualTo("a???[31m?");
        assertThat(new ValueFault("no").in("k".repeat(1_000_000)).path()).isEqualTo("k".repeat(60) + "…");
    }

    @Test
    void aPathIsShortHoweverDeepTheValueAndLeavesOutTheInside() {
        ValueFault fault = new ValueFault("no");
        for (int i = 0; i < 500; i++) {
            fault.in("Inner").at(i);
        }

        assertThat(fault.in("Outer").path()).startsWith("Outer[499].Inner[498].Inner").endsWith("…")
                .hasSizeLessThan(700);
    }
}

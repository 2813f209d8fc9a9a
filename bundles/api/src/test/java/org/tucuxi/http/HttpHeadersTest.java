package org.tucuxi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpHeadersTest {

    @Test
    void headersOfOneNameAreJoinedInTheirOrderInTheMap() {
        HttpHeaders headers = new HttpHeaders().add("X-A", "1").add("x-b", "2").add("x-a", "3").add("X-a", "4");

        assertThat(headers.toLowerCaseMap()).containsExactly(Map.entry("x-a", "1, 3, 4"), Map.entry("x-b", "2"));
    }

    /** Joined one by one, each would copy all before it: 20,000 of them, 400 MB. */
    @Test
    void manyHeadersOfOneNameAreCopiedOnce() {
        HttpHeaders headers = new HttpHeaders();
        for (int i = 0; i < 20_000; i++) {
            headers.add("x", "y");
        }
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(headers.toLowerCaseMap().get("x")).hasSize(20_000 * 3 - 2);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 << 20);
    }
}

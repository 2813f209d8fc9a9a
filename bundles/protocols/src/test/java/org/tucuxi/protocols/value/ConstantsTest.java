package org.tucuxi.protocols.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConstantsTest {

    @Test
    void aKnownNameIsAlwaysTheSameString() {
        List<String> names = IntStream.range(0, 1000).mapToObj(i -> "m" + i % 10 + ".size" + i).toList();
        Constants constants = new Constants(names);

        for (String name : names) {
            assertThat(constants.parse(name)).isSameAs(name);
        }
    }

    @Test
    void anUnknownNamePassesAsItIs() {
        Constants constants = new Constants(List.of("a", "b", "b", "ü"));

        assertThat(constants.parse("ü")).isEqualTo("ü");
        assertThat(constants.parse("c")).isEqualTo("c");
        assertThat(constants.parse("")).isEqualTo("");
        assertThat(new Constants(List.of()).parse("x")).isEqualTo("x");
    }

    @Test
    void onlyTheGivenBytesCount() {
        byte[] text = "<s>running</s>".getBytes(StandardCharsets.US_ASCII);

        assertThat(new Constants(List.of("running", "run")).parse(text, 3, 10)).isEqualTo("running");
        assertThat(new Constants(List.of("running", "run")).parse(text, 3, 6)).isEqualTo("run");
    }
}

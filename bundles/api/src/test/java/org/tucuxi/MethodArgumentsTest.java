package org.tucuxi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MethodArgumentsTest {

    private static final List<String> NAMES = List.of("Host", "Port", "ExpiresIn");

    private static MethodArguments of(Object... given) {
        return MethodArguments.of("make_token", NAMES, given);
    }

    @Test
    void argumentsComeByNameOrInOrder() {
        for (MethodArguments arguments : List.of(of("h", 5, 60), of(Map.of("Host", "h", "Port", 5, "ExpiresIn", 60)))) {
            assertThat(arguments.requiredText("Host")).isEqualTo("h");
            assertThat(arguments.required("Port")).isEqualTo(5);
            assertThat(arguments.duration("ExpiresIn", Duration.ZERO)).isEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void whatIsMissingIsNullOrWhatIsSaid() {
        assertThat(of().text("Host")).isNull();
        assertThat(of().map("Host")).isNull();
        assertThat(of().list("Host")).isNull();
        assertThat(of().duration("ExpiresIn", Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void everyErrorSaysWhatTheMethodTakes() {
        String takes = "make_token takes Host, Port, ExpiresIn; ";

        assertThatThrownBy(() -> of(Map.of("host", "h"))).hasMessage(takes + "it was given host");
        assertThatThrownBy(() -> of(1, 2, 3, 4)).hasMessage(takes + "it was given 4 values");
        assertThatThrownBy(() -> of().required("Port")).hasMessage(takes + "it needs Port");
        assertThatThrownBy(() -> of(5).requiredText("Host")).hasMessage(takes + "Host must be a text, not a Integer");
        assertThatThrownBy(() -> of("h").map("Host")).hasMessage(takes + "Host must be a map, not a String");
        assertThatThrownBy(() -> of("h").list("Host")).hasMessage(takes + "Host must be a list, not a String");
        assertThatThrownBy(() -> of("h", 5, "soon").duration("ExpiresIn", null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(takes + "ExpiresIn must be a number of seconds or a Duration, not a String");
    }
}

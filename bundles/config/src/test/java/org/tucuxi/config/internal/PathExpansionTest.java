package org.tucuxi.config.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathExpansionTest {

    private final PathExpansion paths = new PathExpansion(Map.of("HOME", "/home/me", "DIR", "d", "UP", "~/x"));

    @ParameterizedTest
    @CsvSource({"~,/home/me", "~/.aws/config,/home/me/.aws/config", "/a/~,/a/~", "~other/a,~other/a", "$DIR/a,d/a",
        "a/${DIR}b,a/db", "$NONE/${NONE}a,$NONE/${NONE}a", "$DIR$DIR,dd", "$,$", "a$/b,a$/b", "${DIR,${DIR",
        "$UP,/home/me/x"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the expected paths are those of POSIX")
    void expandsVariablesAndThenHome(String path, String expanded) {
        assertThat(paths.expand(path)).isEqualTo(expanded);
    }

    @Test
    void withoutAnEnvironmentHomeIsTheJavaMachines() {
        assertThat(new PathExpansion(Map.of()).expand("~/a")).isEqualTo(System.getProperty("user.home") + "/a");
        assertThat(new PathExpansion(Map.of("USERPROFILE", "/u")).expand("~/a")).isEqualTo("/u/a");
    }
}

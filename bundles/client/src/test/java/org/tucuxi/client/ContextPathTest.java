package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.client.validation.Json;
import org.tucuxi.model.ModelException;

/** Paths of {@code operationContextParams}; src/test/python/context/paths.py made the fixture. */
class ContextPathTest {

    private static ContextPath compile(String path) {
        return ContextPathCompiler.compile(path, "lab, operation Do, operationContextParams, parameter P");
    }

    @TestFactory
    Stream<DynamicTest> findsWhatTheReferenceFinds() throws IOException {
        List<Map<String, Object>> cases;
        try (var in = ContextPathTest.class.getResourceAsStream("/context/paths.json")) {
            cases = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(cases).hasSizeGreaterThan(300);
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.get("path") + " in " + each.get("params"), () ->
                assertThat(compile((String) each.get("path")).find(each.get("params"))).isEqualTo(each.get("found"))));
    }

    @Test
    void keysOfWhatIsNoMapAreNoKeys() {
        assertThat(compile("keys(RequestItems)").find(Map.of())).isNull();
        assertThat(compile("keys(RequestItems)").find(Map.of("RequestItems", "text"))).isNull();
    }

    @Test
    void itemsMayBeInAnyCollection() {
        assertThat(compile("Items[*].Name").find(Map.of("Items", Set.of(Map.of("Name", "n"))))).isEqualTo(List.of("n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.", ".a", "a[0]", "a[*", "a[1:2]", "a[?b]", "a || b", "a | b", "a == b", "length(a)", "keys(a",
        "keys()", "[a, ]", "[a", "a b", "\"a\"", "'a'", "`1`", "a.*", "@", "&a", "!a", "{a: b}", "a[]]", "a)", "1a"})
    void otherExpressionsAreRefusedByPlace(String path) {
        assertThatThrownBy(() -> compile(path)).isInstanceOf(ModelException.class)
                .hasMessageContaining("lab, operation Do, operationContextParams, parameter P").hasMessageContaining("expected");
    }

    @Test
    void theDepthAndLengthOfAPathAreBounded() {
        assertThatThrownBy(() -> compile("[".repeat(1000) + "a")).isInstanceOf(ModelException.class)
                .hasMessageContaining("less nesting");
        assertThatThrownBy(() -> compile("a" + "[*]".repeat(600))).isInstanceOf(ModelException.class)
                .hasMessageContaining("less nesting");
        assertThatThrownBy(() -> compile("a".repeat(5000))).isInstanceOf(ModelException.class)
                .hasMessageContaining("2000").satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }
}

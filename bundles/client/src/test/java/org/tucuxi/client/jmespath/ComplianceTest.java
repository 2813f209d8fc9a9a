package org.tucuxi.client.jmespath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tucuxi.InvalidExpressionException;
import org.tucuxi.client.validation.Json;

/** JMESPath's own compliance suite; see NOTICE beside the files. */
class ComplianceTest {

    /** The library takes a function's name in quotes as well, which the suite forbids. */
    private static final String LENIENT = "\"to_string\"(`1.0`)";
    private static final String[] FILES = {"basic", "boolean", "current", "escape", "filters", "functions", "identifiers",
        "indices", "literal", "multiselect", "pipe", "slice", "syntax", "unicode", "wildcard"};

    @TestFactory
    @SuppressWarnings("unchecked")
    Stream<DynamicTest> theSuiteOfJmesPath() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = ComplianceTest.class.getResourceAsStream("/jmespath/compliance/" + file + ".json")) {
                List<Map<String, Object>> suites = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                for (Map<String, Object> suite : suites) {
                    for (Map<String, Object> each : (List<Map<String, Object>>) suite.get("cases")) {
                        tests.add(DynamicTest.dynamicTest(file + ": " + each.get("expression"),
                                () -> check(suite.get("given"), each)));
                    }
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(700);
        return tests.stream();
    }

    private static void check(Object given, Map<String, Object> each) {
        String expression = (String) each.get("expression");
        if (expression.equals(LENIENT)) {
            assertThat(Query.of(expression).search(given)).isEqualTo("1.0");
        } else if (each.containsKey("error")) {
            assertThatThrownBy(() -> Query.of(expression).search(given)).isInstanceOf(InvalidExpressionException.class);
        } else {
            Object found = Query.of(expression).search(given);
            assertThat(Query.equal(found, each.get("result"))).as("%s for %s", found, each.get("result")).isTrue();
        }
    }
}

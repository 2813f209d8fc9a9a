package org.tucuxi.client.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Wrong parameters are reported in the reference's lines; src/test/python/validation/reports.py made the fixture. */
class ReferenceReportsTest {

    @TestFactory
    @SuppressWarnings("unchecked")
    Stream<DynamicTest> reportsAsTheReferenceDoes() throws IOException {
        Map<String, Object> fixture;
        try (var in = ReferenceReportsTest.class.getResourceAsStream("/validation/reports.json")) {
            fixture = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        var shapes = (Map<String, Map<String, Object>>) fixture.get("shapes");
        var cases = (List<Map<String, Object>>) fixture.get("cases");
        ParamValidator validator = ParamValidator.of(Models.structure(shapes, "Input"));
        assertThat(cases).hasSizeGreaterThan(70);
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.get("params").toString(), () -> {
            List<String> problems = validator.problems((Map<String, Object>) each.get("params"));

            assertThat(problems).map(ReferenceReportsTest::withoutValue).isEqualTo(each.get("lines"));
        }));
    }

    /** Values and types look different in the two languages. */
    private static String withoutValue(String line) {
        int value = line.startsWith("Invalid type for ") ? line.indexOf(", value: ") : -1;
        return value < 0 ? line : line.substring(0, value);
    }
}

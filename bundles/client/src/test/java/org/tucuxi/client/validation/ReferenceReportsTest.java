package org.tucuxi.client.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tucuxi.ParamValidationException;

/** Wrong parameters are reported in the reference's lines; src/test/python/validation/reports.py made the fixture. */
class ReferenceReportsTest {

    @TestFactory
    Stream<DynamicTest> reportsAsTheReferenceDoes() throws IOException {
        Map<String, Object> model = read("/validation/reports.json");

        assertThat((List<?>) model.get("cases")).hasSizeGreaterThan(70);
        return tests(model);
    }

    @TestFactory
    Stream<DynamicTest> reportsOnModelsOfAllKindsAsTheReferenceDoes() throws IOException {
        List<Map<String, Object>> models = read("/validation/random.json");

        assertThat(models).hasSizeGreaterThan(30);
        return models.stream().flatMap(ReferenceReportsTest::tests);
    }

    private static <T> T read(String resource) throws IOException {
        try (var in = ReferenceReportsTest.class.getResourceAsStream(resource)) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<DynamicTest> tests(Map<String, Object> model) {
        var shapes = (Map<String, Map<String, Object>>) model.get("shapes");
        ParamValidator validator = ParamValidator.of(Models.structure(shapes, "Input"));
        return ((List<Map<String, Object>>) model.get("cases")).stream()
                .map(each -> DynamicTest.dynamicTest(each.get("params").toString(), () -> {
                    var params = (Map<String, Object>) each.get("params");
                    List<String> problems = validator.problems(params);

                    assertThat(problems).map(ReferenceReportsTest::withoutValue).isEqualTo(each.get("lines"));
                    // the quick way must come to the same answer
                    if (problems.isEmpty()) {
                        validator.validate(params);
                    } else {
                        assertThatThrownBy(() -> validator.validate(params)).isInstanceOf(ParamValidationException.class);
                    }
                }));
    }

    /** Values and types look different in the two languages. */
    private static String withoutValue(String line) {
        int value = line.startsWith("Invalid type for ") ? line.indexOf(", value: ") : -1;
        return value < 0 ? line : line.substring(0, value);
    }
}

package org.tucuxi.client.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.ParamValidationException;
import org.tucuxi.http.HttpBody;

class ParamValidatorTest {

    private static final String INTEGERS = "class java.lang.Integer, class java.lang.Long, class java.lang.Short,"
            + " class java.lang.Byte, class java.math.BigInteger";

    private static final Map<String, Map<String, Object>> SHAPES = Map.ofEntries(
            Map.entry("Input", structure("Text", "Count", "Big", "Ratio", "Flag", "When", "Data", "Texts", "Texts2",
                    "Tree", "Document", "Json", "Login", "Logins", "Pin")),
            Map.entry("Text", Map.of("type", "string")),
            Map.entry("Count", Map.of("type", "integer", "min", 2)),
            Map.entry("Big", Map.of("type", "long", "min", 2)),
            Map.entry("Ratio", Map.of("type", "double", "min", 0.5)),
            Map.entry("Flag", Map.of("type", "boolean")),
            Map.entry("When", Map.of("type", "timestamp")),
            Map.entry("Data", Map.of("type", "blob")),
            Map.entry("Texts", Map.of("type", "list", "member", Map.of("shape", "Text"))),
            Map.entry("Texts2", Map.of("type", "list", "member", Map.of("shape", "Count"))),
            Map.entry("Tree", Map.of("type", "structure", "members", Map.of("Left", Map.of("shape", "Tree"),
                    "Right", Map.of("shape", "Tree"), "Texts", Map.of("shape", "Texts")))),
            Map.entry("Document", Map.of("type", "structure", "document", true)),
            Map.entry("Json", Map.of("type", "string", "jsonvalue", true, "location", "header")),
            Map.entry("Password", Map.of("type", "string", "sensitive", true)),
            Map.entry("Pin", Map.of("type", "integer", "min", 1000, "sensitive", true)),
            Map.entry("Login", Map.of("type", "structure", "members", Map.of("User", Map.of("shape", "Text"),
                    "Password", Map.of("shape", "Password")))),
            Map.entry("Logins", Map.of("type", "map", "key", Map.of("shape", "Password"),
                    "value", Map.of("shape", "Login"))));

    private final ParamValidator validator = ParamValidator.of(Models.structure(SHAPES, "Input"));

    @ParameterizedTest
    @MethodSource
    void takesWhatJavaHasForIt(String member, Object value) {
        assertThatCode(() -> validator.validate(Map.of(member, value))).doesNotThrowAnyException();
    }

    static Stream<Arguments> takesWhatJavaHasForIt() {
        return Stream.of(
                given("Text", "a", new StringBuilder("b")),
                given("Count", 2, 3L, (short) 4, (byte) 5, new BigInteger("99999999999999999999")),
                given("Ratio", 0.5, 1.5f, 2, 3L, new BigDecimal("0.5"), BigInteger.ONE, Double.NaN),
                given("When", Instant.now(), new Date(), OffsetDateTime.now(), ZonedDateTime.now(), LocalDateTime.now(),
                        1, 1.5, "2020-01-01T00:00:00Z"),
                given("Data", new byte[1], ByteBuffer.allocate(1), "text", new ByteArrayInputStream(new byte[1]),
                        Path.of("x"), new File("x"), HttpBody.EMPTY),
                given("Texts", List.of("a"), Set.of("a"), List.of(), new java.util.ArrayDeque<>(List.of("a"))),
                given("Flag", true),
                given("Document", "a", 1, 1.5, true, List.of(Map.of("a", List.of())), new BigDecimal("1.5")),
                given("Json", "a", 1, List.of(Map.of("a", 1)))).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatIsWrong(String member, Object value, String problem) {
        assertThat(validator.problems(Collections.singletonMap(member, value))).containsExactly(problem);
    }

    static Stream<Arguments> saysWhatIsWrong() {
        return Stream.of(
                Arguments.of("Text", 1, "Invalid type for parameter Text, value: 1, type: class java.lang.Integer,"
                        + " valid types: class java.lang.String"),
                Arguments.of("Text", null, "Invalid type for parameter Text, value: null, type: null,"
                        + " valid types: class java.lang.String"),
                Arguments.of("Count", "1", "Invalid type for parameter Count, value: 1, type: class java.lang.String,"
                        + " valid types: " + INTEGERS),
                Arguments.of("Count", true, "Invalid type for parameter Count, value: true,"
                        + " type: class java.lang.Boolean, valid types: " + INTEGERS),
                Arguments.of("Count", 1, "Invalid value for parameter Count, value: 1, valid min value: 2"),
                Arguments.of("Big", BigInteger.ONE, "Invalid value for parameter Big, value: 1, valid min value: 2"),
                Arguments.of("Ratio", new BigDecimal("0.49"),
                        "Invalid value for parameter Ratio, value: 0.49, valid min value: 0.5"),
                Arguments.of("Flag", "true", "Invalid type for parameter Flag, value: true,"
                        + " type: class java.lang.String, valid types: class java.lang.Boolean"),
                Arguments.of("Texts", "a", "Invalid type for parameter Texts, value: a, type: class java.lang.String,"
                        + " valid types: interface java.util.Collection"),
                Arguments.of("Texts", new byte[3], "Invalid type for parameter Texts, value: 3 bytes,"
                        + " type: class byte[], valid types: interface java.util.Collection"),
                Arguments.of("Tree", List.of(), "Invalid type for parameter Tree, value: [], type: class"
                        + " java.util.ImmutableCollections$ListN, valid types: interface java.util.Map"),
                Arguments.of("When", "soon", "Invalid type for parameter When, value: soon,"
                        + " type: class java.lang.String, valid types: class java.time.Instant,"
                        + " class java.time.OffsetDateTime, class java.time.ZonedDateTime, class java.util.Date,"
                        + " timestamp-string"),
                Arguments.of("Document", Map.of("a", List.of(Thread.State.NEW)),
                        "Invalid type for document parameter a[0], value: NEW, type: class java.lang.Thread$State,"
                                + " valid types: class java.lang.String, class java.lang.Number,"
                                + " class java.lang.Boolean, interface java.util.Collection, interface java.util.Map"),
                Arguments.of("Json", List.of(Thread.State.NEW), "Invalid parameter Json must be json serializable:"
                        + " Object of type java.lang.Thread$State is not JSON serializable"));
    }

    @Test
    void nullInsteadOfParametersIsAProblem() {
        assertThat(validator.problems(null)).containsExactly("Invalid type for parameter input, value: null, type: null,"
                + " valid types: interface java.util.Map");
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("Text", 1);
        params.put("Nope", 1);
        params.put("Count", 0);

        assertThatThrownBy(() -> validator.validate(params)).isInstanceOf(ParamValidationException.class)
                .hasMessageStartingWith("Parameter validation failed:\n"
                        + "Unknown parameter in input: \"Nope\", must be one of: Text,")
                .satisfies(e -> assertThat(((ParamValidationException) e).problems()).hasSize(3)
                        .satisfiesExactly(line -> assertThat(line).startsWith("Unknown parameter"),
                                line -> assertThat(line).startsWith("Invalid type for parameter Text"),
                                line -> assertThat(line).startsWith("Invalid value for parameter Count")));
    }

    @Test
    void secretsAreNotShown() {
        List<String> problems = new ArrayList<>();
        problems.addAll(validator.problems(Map.of("Login", Map.of("User", 1, "Password", List.of("hush")))));
        problems.addAll(validator.problems(Map.of("Login", List.of("hush"))));
        problems.addAll(validator.problems(Map.of("Logins", Map.of("hush", Map.of("User", 1)))));
        problems.addAll(validator.problems(Map.of("Pin", 999)));

        assertThat(problems).hasSize(5).noneMatch(line -> line.contains("hush") || line.contains("999"))
                .anyMatch(line -> line.startsWith("Invalid type for parameter Login.Password, value: ***, type: class "))
                .anyMatch(line -> line.startsWith("Invalid type for parameter Logins.***.User, value: 1,"));
    }

    @Test
    void longValuesAreCut() {
        for (Object huge : List.of("x".repeat(100_000), Collections.nCopies(1_000_000, "y"))) {
            assertThat(validator.problems(Map.of("Count", huge)).get(0)).hasSizeLessThan(600).contains("…");
        }
    }

    @Test
    void aMillionProblemsMakeAReportOfBoundedSize() {
        List<String> problems = validator.problems(Map.of("Texts2", Collections.nCopies(1_000_000, "x")));

        assertThat(problems).hasSize(1001).last().asString().contains("more problems");
    }

    @Test
    void recursiveShapesAreCheckedAtEveryLevel() {
        Map<String, Object> tree = Map.of("Left", Map.of("Right", Map.of("Texts", List.of("a", 1))));

        assertThat(validator.problems(Map.of("Tree", tree)).get(0))
                .startsWith("Invalid type for parameter Tree.Left.Right.Texts[1], value: 1,");
    }

    @Test
    void nestingHasAnEnd() {
        Map<String, Object> deep = new HashMap<>();
        deep.put("Left", deep);

        assertThat(validator.problems(Map.of("Tree", deep))).singleElement().asString()
                .startsWith("Invalid nesting of parameter Tree.Left.Left").contains("500 levels").hasSizeLessThan(800);
        assertThatThrownBy(() -> validator.validate(Map.of("Tree", deep))).isInstanceOf(ParamValidationException.class);
        assertThat(validator.problems(Map.of("Document", deep))).singleElement().asString().contains("500 levels");
        assertThat(validator.problems(Map.of("Json", deep))).singleElement().asString().contains("500 levels");
        assertThat(validator.problems(Map.of("Count", deep))).singleElement().asString().contains("{Left={Left=");
    }

    @Test
    void fiveHundredLevelsAreTaken() {
        Map<String, Object> deep = Map.of();
        for (int i = 0; i < 499; i++) {
            deep = Map.of("Left", deep);
        }

        assertThat(validator.problems(Map.of("Tree", deep))).isEmpty();
    }

    @Test
    void mapsThatRefuseNullOrOtherKeysAreTaken() {
        assertThat(validator.problems(new TreeMap<>(Map.of("Text", "a")))).isEmpty();
        assertThat(validator.problems(Map.of("Tree", new TreeMap<>(Map.of(1, 2))))).singleElement().asString()
                .startsWith("Unknown parameter in Tree: \"1\", must be one of: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1577836800.123", "2020-01-01", "2020-01-01T10:11", "2020-01-01t10:11:12z",
        "2020-01-01 10:11:12.123456789 +02:00", "2020-01-01T10:11:12,5-0330", "2020-01-01T10:11:12+01", "20200101",
        "20200101T101112Z", "Wed, 01 Jan 2020 10:11:12 GMT", "1 Jan 2020 10:11", "Wed Jan  1 10:11:12 2020",
        "01-Jan-2020 10:11:12 UTC", " 2020-01-01 "})
    void textsThatTellATime(String text) {
        assertThat(validator.problems(Map.of("When", text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "now", "2020-02-30", "2020-01-01T24:30:00Z", "2020-01-01T10:11:12+25:00:xx",
        "1e999", "NaN", "Infinity", "0x10p1", "12d", "Wed", "2020-01-01T", "1 Foo 2020", "99999999999999999999"})
    void textsThatDoNot(String text) {
        assertThat(validator.problems(Map.of("When", text))).hasSize(1);
    }

    private static Stream<Arguments> given(String member, Object... values) {
        return Stream.of(values).map(value -> Arguments.of(member, value));
    }

    private static Map<String, Object> structure(String... names) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : names) {
            members.put(name, Map.of("shape", name));
        }
        return Map.of("type", "structure", "members", members);
    }
}

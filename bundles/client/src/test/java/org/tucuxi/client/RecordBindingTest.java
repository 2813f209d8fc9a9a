package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tucuxi.TucuxiException;
import org.tucuxi.client.validation.Models;
import org.tucuxi.model.StructureShape;

/** Records in the place of parameter and result maps. */
class RecordBindingTest {

    private static final StructureShape ALL = Models.structure(Map.of(
            "All", Map.of("type", "structure", "members", Map.of(
                    "Text", Map.of("shape", "Text"), "Number", Map.of("shape", "Number"), "Flag", Map.of("shape",
                    "Flag"),
                    "When", Map.of("shape", "When"), "Data", Map.of("shape", "Data"), "Texts", Map.of("shape", "Texts"),
                    "Children", Map.of("shape", "Children"), "Any", Map.of("shape", "Any"))),
            "Text", Map.of("type", "string"), "Number", Map.of("type", "long"), "Flag", Map.of("type", "boolean"),
            "When", Map.of("type", "timestamp"), "Data", Map.of("type", "blob"),
            "Texts", Map.of("type", "list", "member", Map.of("shape", "Text")),
            "Children", Map.of("type", "list", "member", Map.of("shape", "All")),
            "Any", Map.of("type", "structure", "document", true)), "All");

    private static final BindingPlace PLACE = new BindingPlace("View.method (operation Do)");

    private static Object read(Class<?> type, Map<String, Object> result) {
        return RecordReader.of(JavaType.of(type), ALL, new BindingPlace("here")).read(result);
    }

    private static Object write(Record value) {
        return RecordWriter.of(JavaType.of(value.getClass()), ALL, new BindingPlace("here")).write(value);
    }

    record Numbers(Integer number) {
    }

    record Long1(long number) {
    }

    record Double1(double number) {
    }

    record Float1(float number) {
    }

    record Boxed(Float number) {
    }

    record Decimal(BigDecimal number) {
    }

    record Whole(BigInteger number) {
    }

    record AnyNumber(Number number) {
    }

    @Test
    void numbersAreWidenedAndNarrowedWithoutLoss() {
        Map<String, Object> seven = Map.of("Number", 7L);

        assertThat(read(Numbers.class, seven)).isEqualTo(new Numbers(7));
        assertThat(read(Long1.class, seven)).isEqualTo(new Long1(7));
        assertThat(read(Double1.class, seven)).isEqualTo(new Double1(7));
        assertThat(read(Float1.class, seven)).isEqualTo(new Float1(7));
        assertThat(read(Boxed.class, seven)).isEqualTo(new Boxed(7f));
        assertThat(read(Decimal.class, seven)).isEqualTo(new Decimal(BigDecimal.valueOf(7)));
        assertThat(read(Whole.class, seven)).isEqualTo(new Whole(BigInteger.valueOf(7)));
        assertThat(read(AnyNumber.class, seven)).isEqualTo(new AnyNumber(7L));
        assertThatThrownBy(() -> read(Numbers.class, Map.of("Number", 1L << 40)))
                .isInstanceOf(TucuxiException.class).hasMessageContaining("1099511627776")
                .hasMessageContaining("component number").hasMessageContaining("Integer");
    }

    record Fraction(double ratio, Optional<BigDecimal> whole) {
    }

    private static final StructureShape NUMBERS = Models.structure(Map.of(
            "Numbers", Map.of("type", "structure", "members", Map.of("Ratio", Map.of("shape", "Ratio"), "Number",
                    Map.of("shape", "Number"), "Default", Map.of("shape", "Number"), "Whole", Map.of("shape", "Number"))),
            "Ratio", Map.of("type", "double"), "Number", Map.of("type", "long")), "Numbers");

    private static Object numbers(Class<?> type, Map<String, Object> result) {
        return RecordReader.of(JavaType.of(type), NUMBERS, new BindingPlace("here")).read(result);
    }

    /** The json protocols hand over what the service sent. */
    @Test
    void numbersMayComeInAnotherForm() {
        assertThat(numbers(Fraction.class, Map.of("Ratio", "NaN", "Whole", 5.0)))
                .isEqualTo(new Fraction(Double.NaN, Optional.of(new BigDecimal("5.0"))));
        assertThat(numbers(Fraction.class, Map.of("Ratio", "-Infinity"))).isEqualTo(new Fraction(Double.NEGATIVE_INFINITY,
                Optional.empty()));
        assertThat(numbers(Long1.class, Map.of("Number", 7.0))).isEqualTo(new Long1(7));
    }

    @Test
    void numbersThatDoNotFitAreErrors() {
        Map<Class<?>, List<Object>> wrong = Map.of(
                Long1.class, List.of(1.5, new BigDecimal("1e30"), "x", true, new BigDecimal("1e1000000000")),
                Whole.class, List.of(0.5, new BigDecimal("1e1000000000")),
                Float1.class, List.of(1e300), Decimal.class, List.of("NaN", Double.NaN), Double1.class, List.of("x", List.of()));

        wrong.forEach((type, values) -> values.forEach(value ->
                assertThatThrownBy(() -> numbers(type, Map.of("Number", value))).as(type + " " + value)
                        .isInstanceOf(TucuxiException.class).hasMessageContaining("component number")
                        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400))));
    }

    record Keyword(Long default_) {
    }

    record IntForRatio(int ratio) {
    }

    @Test
    void anUnderscoreLetsAMemberBeNamedLikeAWordOfJava() {
        assertThat(numbers(Keyword.class, Map.of("Default", 1))).isEqualTo(new Keyword(1L));
        assertThatThrownBy(() -> numbers(IntForRatio.class, Map.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component ratio: a int does not fit shape Ratio, which is a double; use double");
    }

    record Buffers(ByteBuffer data) {
    }

    @Test
    void bytesComeInTheFormThatIsAskedFor() throws IOException {
        Map<String, Object> result = Map.of("Data", new byte[] {1, 2});

        assertThat(((Buffers) read(Buffers.class, result)).data()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
        assertThat(((Streamed) read(Streamed.class, result)).data().readAllBytes()).containsExactly(1, 2);
    }

    record Moments(OffsetDateTime when, Path data, Collection<String> texts, Object any, short number) {
    }

    record NestedRecordInDocument(Tree any) {
    }

    record FractionAsWhole(double number) {
    }

    @Test
    void parametersMayBeWhatACallTakesAndNothingElse() {
        OffsetDateTime now = OffsetDateTime.parse("2020-01-02T03:04:05+01:00");

        assertThat(write(new Moments(now, Path.of("f"), List.of("a"), 5, (short) 1))).isEqualTo(
                Map.of("When", now, "Data", Path.of("f"), "Texts", List.of("a"), "Any", 5, "Number", (short) 1));
        for (Class<?> misfit : List.of(NestedRecordInDocument.class, FractionAsWhole.class, TextAsNumber.class,
                NumberAsText.class, FlagAsText.class, ListAsText.class, TextAsFlag.class, DeepMisfit.class)) {
            assertThatThrownBy(() -> RecordWriter.of(JavaType.of(misfit), ALL, PLACE)).as(misfit.getSimpleName())
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("does not fit shape")
                    .hasMessageContaining("; use ");
        }
    }

    record Plain(String text, Boolean flag, Instant when, byte[] data, Collection<String> texts, Object any) {
    }

    @Test
    void plainValuesStayWhatTheyAre() {
        byte[] data = {1};

        Plain plain = (Plain) read(Plain.class, Map.of("Text", "t", "Flag", true, "When", Instant.EPOCH, "Data", data,
                "Texts", List.of("a"), "Any", Map.of("k", 1)));

        assertThat(plain).isEqualTo(new Plain("t", true, Instant.EPOCH, data, List.of("a"), Map.of("k", 1)));
    }

    record Absent(String text, boolean flag, long number, Optional<String> any, Optional<List<String>> texts) {
    }

    @Test
    void absentMembersHaveTheirNothing() {
        assertThat(read(Absent.class, Map.of()))
                .isEqualTo(new Absent(null, false, 0, Optional.empty(), Optional.empty()));
    }

    record Tree(String text, List<Tree> children) {
    }

    @Test
    void recordsMayHoldTheirOwnKind() {
        Map<String, Object> map = Map.of("Text", "root", "Children",
                List.of(Map.of("Text", "leaf", "Children", List.of())));
        Tree tree = new Tree("root", List.of(new Tree("leaf", List.of())));

        assertThat(read(Tree.class, map)).isEqualTo(tree);
        assertThat(write(tree)).isEqualTo(map);
    }

    record Strict(String text) {
        Strict {
            if (text == null) {
                throw new IllegalStateException("text is needed");
            }
        }
    }

    @Test
    void aRecordThatRefusesAResultIsNamed() {
        assertThatThrownBy(() -> read(Strict.class, new HashMap<>())).isInstanceOf(TucuxiException.class)
                .hasMessageContaining("Strict").hasMessageContaining("text is needed");
    }

    record Sent(Optional<String> text, Long number, List<Optional<String>> texts) {
    }

    @Test
    void nothingIsLeftOut() {
        assertThat(write(new Sent(Optional.empty(), null, null))).isEqualTo(Map.of());
        assertThat(write(new Sent(Optional.of("t"), 1L, null))).isEqualTo(Map.of("Text", "t", "Number", 1L));
    }

    record TextAsNumber(int text) {
    }

    record NumberAsText(String number) {
    }

    record FlagAsText(String flag) {
    }

    record ListAsText(String texts) {
    }

    record TextAsFlag(boolean text) {
    }

    record DataAsText(String data) {
    }

    record NumberAsShort(short number) {
    }

    record DeepMisfit(List<Integer> texts) {
    }

    @Test
    void typesThatDoNotFitAreToldAtOnce() {
        for (Class<?> misfit : List.of(TextAsNumber.class, NumberAsText.class, FlagAsText.class, ListAsText.class,
                TextAsFlag.class, DataAsText.class, NumberAsShort.class, DeepMisfit.class)) {
            assertThatThrownBy(() -> RecordReader.of(JavaType.of(misfit), ALL, PLACE)).as(misfit.getSimpleName())
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("View.method (operation Do)")
                    .hasMessageContaining("component ")
                    .hasMessageContaining("does not fit shape").hasMessageContaining("which is a").hasMessageContaining("; use ");
        }
    }

    record Streamed(InputStream data) {
    }

    record Meta(Map<String, Object> responseMetadata) {
    }

    record MetaAsText(String responseMetadata) {
    }

    @Test
    void streamsAndMetadataAreKnown() {
        assertThat(read(Streamed.class, Map.of("Data", InputStream.nullInputStream()))).isInstanceOf(Streamed.class);
        assertThat(read(Meta.class, Map.of("ResponseMetadata", Map.of("k", 1)))).isEqualTo(new Meta(Map.of("k", 1)));
        assertThatThrownBy(() -> RecordReader.of(JavaType.of(MetaAsText.class), ALL, PLACE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("String");
    }
}

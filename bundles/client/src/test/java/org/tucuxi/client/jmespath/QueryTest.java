package org.tucuxi.client.jmespath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.InvalidExpressionException;

/** The values of calls in JMESPath, beside what {@link ComplianceTest} says of JSON's. */
class QueryTest {

    private static Object search(String expression, Object value) {
        return Query.of(expression).search(value);
    }

    @Test
    void numbersAreEqualByWhatTheyAreWorth() {
        List<Number> fives = List.of(5, 5L, 5.0, 5f, (short) 5, new BigDecimal("5.00"), BigInteger.valueOf(5));
        for (Number one : fives) {
            assertThat(search("@ == `5`", one)).as("%s of %s", one, one.getClass()).isEqualTo(true);
            assertThat(fives).allMatch(other -> Query.equal(one, other));
        }
        assertThat(Query.equal(9007199254740993L, 9007199254740992.0)).as("not by doubles").isFalse();
        assertThat(Query.equal(new BigDecimal("1E+999999"), Double.POSITIVE_INFINITY)).isFalse();
        assertThat(Query.equal(1, true)).isFalse();
    }

    @Test
    void numbersOfAllKindsHaveAnOrder() {
        List<Number> mixed = List.of(3, new BigDecimal("2.5"), 2L, 2.75, BigInteger.TEN.pow(30), Double.NEGATIVE_INFINITY);

        assertThat(search("sort(@)", mixed)).isEqualTo(List.of(Double.NEGATIVE_INFINITY, 2L, new BigDecimal("2.5"), 2.75, 3,
                BigInteger.TEN.pow(30)));
        assertThat(search("[?@ > `2.6`]", mixed)).isEqualTo(List.of(3, 2.75, BigInteger.TEN.pow(30)));
    }

    @Test
    void textsHaveTheOrderOfTheirCodePoints() {
        assertThat(search("sort(@)", List.of("\uFF5E", "😀", "a"))).isEqualTo(List.of("a", "\uFF5E", "😀"));
        assertThat(search("length(@)", "😀é")).isEqualTo(2);
    }

    @Test
    void whatJsonDoesNotKnowIsFoundAndCompared() {
        Instant time = Instant.EPOCH;
        Map<String, Object> page = Map.of("Time", time, "Blob", new byte[] {1}, "Tags", Set.of("x"));

        assertThat(search("Time", page)).isSameAs(time);
        assertThat(search("[Time == Time, Blob || 'none', Tags[0]]", page)).asList().contains(true, "x");
        assertThat(Query.equal(new byte[] {1}, new byte[] {1})).isTrue();
        assertThatThrownBy(() -> search("length(Blob)", page)).isInstanceOf(InvalidExpressionException.class);
    }

    @Test
    void aFunctionThatGetsWhatItCannotTakeSaysSo() {
        assertThatThrownBy(() -> search("length(Missing) > `0`", Map.of())).isInstanceOf(InvalidExpressionException.class)
                .hasMessageContaining("length(Missing)").hasMessageContaining("a function was given what it cannot take");
        assertThatThrownBy(() -> search("nothing(@)", Map.of())).isInstanceOf(InvalidExpressionException.class);
    }

    @Test
    void anExpressionIsBounded() {
        assertThatThrownBy(() -> Query.of("a".repeat(20_000))).isInstanceOf(InvalidExpressionException.class)
                .hasMessageContaining("4000").satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
        assertThatThrownBy(() -> Query.of("[".repeat(3_900))).isInstanceOf(InvalidExpressionException.class);
    }

    /** Found, or refused as too deep: which of the two is a matter of the thread's stack. */
    @ParameterizedTest
    @ValueSource(strings = {".a", "[]", "[0]", "|a", "||a", "[*]", ".*"})
    void aLongChainIsNoDanger(String step) throws InterruptedException {
        Object[] outcome = new Object[1];
        Thread small = new Thread(null, () -> {
            try {
                outcome[0] = String.valueOf(search("a" + step.repeat(3_990 / step.length()), Map.of()));
            } catch (InvalidExpressionException e) {
                outcome[0] = e;
            }
        }, "small", 256 << 10);

        small.start();
        small.join();

        assertThat(outcome[0]).satisfiesAnyOf(found -> assertThat(found).isEqualTo("null"),
                refused -> assertThat(refused).isInstanceOf(InvalidExpressionException.class)
                        .asString().contains("too deep"));
    }

    @Test
    void textsOfValuesAreJson() {
        assertThat(search("to_string(@)", Map.of("a", Arrays.asList(1, null, "\"é\n\u007f", true, Map.of()))))
                .isEqualTo("{\"a\":[1,null,\"\\\"\\u00e9\\n\\u007f\",true,{}]}");
        assertThat(search("to_string(@)", "text")).isEqualTo("text");
        assertThat(JsonText.spaced(Map.of("k", List.of(1, 2)))).isEqualTo("{\"k\": [1, 2]}");
        assertThat(JsonText.spaced(Collections.emptyList())).isEqualTo("[]");
    }
}

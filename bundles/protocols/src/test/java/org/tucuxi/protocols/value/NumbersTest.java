package org.tucuxi.protocols.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static Object read(ScalarParser parser, String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return parser.parse(bytes, 1, bytes.length - 1);
    }

    @Test
    void integersAreIntegersAsLongAsTheyFit() {
        assertThat(read(Numbers::integer, "42")).isEqualTo(42);
        assertThat(read(Numbers::integer, " -2147483648\n")).isEqualTo(Integer.MIN_VALUE);
        assertThat(read(Numbers::integer, "2147483648")).isEqualTo(2147483648L);
        assertThat(read(Numbers::integer, "+7")).isEqualTo(7);
    }

    @Test
    void longsAreAlwaysLongs() {
        assertThat(read(Numbers::longInteger, "42")).isEqualTo(42L);
        assertThat(read(Numbers::longInteger, "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(read(Numbers::longInteger, "-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "+", "4 2", "0x1", "1.0", "1e3", "abc", "٣", "9223372036854775808",
        "-9223372036854775809", "99999999999999999999999999999999999"})
    void refusesWhatIsNoInteger(String text) {
        assertThatThrownBy(() -> read(Numbers::longInteger, text)).isInstanceOf(ValueFault.class)
                .hasMessageStartingWith("expected an integer");
    }

    @Test
    void readsSpecialFloatingNumbers() {
        assertThat(read(Numbers::floating, "1.5e3")).isEqualTo(1500.0);
        assertThat((Double) read(Numbers::floating, "NaN")).isNaN();
        assertThat(read(Numbers::floating, "Infinity")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(read(Numbers::floating, "-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1f", "1d", "0x1p3", "one", "1,5", "--1"})
    void refusesWhatOnlyJavaTakesForANumber(String text) {
        assertThatThrownBy(() -> read(Numbers::floating, text)).isInstanceOf(ValueFault.class);
    }

    @Test
    void boundsNumbersOfAnySize() {
        assertThat(read(Numbers::bigInteger, "123456789012345678901234567890"))
                .isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(read(Numbers::bigDecimal, "1.10")).isEqualTo(new BigDecimal("1.10"));
        assertThatThrownBy(() -> read(Numbers::bigInteger, "9".repeat(100_000))).isInstanceOf(ValueFault.class);
        assertThatThrownBy(() -> read(Numbers::bigDecimal, "1e999999999")).isInstanceOf(ValueFault.class);
    }

    @ParameterizedTest
    @CsvSource({"1.1, 1.1", "5.0, 5.0", "1.0E10, 10000000000.0", "1.234E9, 1234000000.0", "1.0E16, 1e+16",
        "1.5E22, 1.5e+22", "1.0E-4, 0.0001", "1.5E-4, 0.00015", "1.0E-5, 1e-05", "-2.5E-7, -2.5e-07",
        "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
    void writesFloatingNumbersLikeTheReference(double number, String expected) {
        assertThat(FloatText.of(number)).isEqualTo(expected);
    }

    @Test
    void writesDecimalsAndFloatsByTheirOwnDigits() {
        assertThat(FloatText.of(1.1f)).isEqualTo("1.1");
        assertThat(FloatText.of(new BigDecimal("1.10"))).isEqualTo("1.10");
        assertThat(FloatText.of(3)).isEqualTo("3");
        assertThat(FloatText.of("NaN")).isEqualTo("NaN");
        assertThatThrownBy(() -> FloatText.of(Boolean.TRUE)).isInstanceOf(ValueFault.class);
    }
}

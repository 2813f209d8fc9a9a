package org.tucuxi.protocols.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

    private static Instant parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return TimestampText.parse(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2014-04-29T18:30:38Z              | 2014-04-29T18:30:38Z",
        "2014-04-29T18:30:38.123456789Z    | 2014-04-29T18:30:38.123456789Z",
        "2014-04-29T18:30:38.5             | 2014-04-29T18:30:38.5Z",
        "2014-04-29 18:30:38               | 2014-04-29T18:30:38Z",
        "2014-04-29T18:30Z                 | 2014-04-29T18:30:00Z",
        "2014-04-29T20:30:38+02:00         | 2014-04-29T18:30:38Z",
        "2014-04-29T13:00:38-0530          | 2014-04-29T18:30:38Z",
        "2014-04-29                        | 2014-04-29T00:00:00Z",
        "20140429T183038Z                  | 2014-04-29T18:30:38Z",
        "Tue, 29 Apr 2014 18:30:38 GMT     | 2014-04-29T18:30:38Z",
        "Tue, 29 Apr 2014 18:30:38.25 GMT  | 2014-04-29T18:30:38.25Z",
        "Tue, 29-Apr-2014 18:30:38 UTC     | 2014-04-29T18:30:38Z",
        "29 Apr 2014 18:30:38 +0200        | 2014-04-29T16:30:38Z",
        "Wed, 2 Oct 2002 13:00:00 GMT      | 2002-10-02T13:00:00Z",
        "Tue Apr 29 18:30:38 2014          | 2014-04-29T18:30:38Z",
        "1398796238                        | 2014-04-29T18:30:38Z",
        "1398796238.25                     | 2014-04-29T18:30:38.25Z",
        "1.398796238E9                     | 2014-04-29T18:30:38Z",
        "-1                                | 1969-12-31T23:59:59Z",
        "  0                               | 1970-01-01T00:00:00Z",
    })
    void readsTheFormsThatServicesSend(String text, String expected) {
        assertThat(parse(text)).isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "yesterday", "2014-13-01T00:00:00Z", "2014-02-30", "2014-04-29T25:00:00Z",
        "2014-04-29T18:30:38Zjunk", "2014-04-29T18:30:38.Z", "2014-04-29T", "Tue, 29 Foo 2014 18:30:38 GMT",
        "Tue, 29 Apr 2014 18:30:38 PST", "1e999999999", "99999999999999999999999", "--1", "1.2.3", "NaN",
                "2014-04-29T18:30:38+2"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(ValueFault.class).hasMessageStartingWith("expected a ");
    }

    @Test
    void writesMicrosecondsOnlyWhenThereAreSome() {
        assertThat(TimestampFormat.ISO_8601.write(Instant.parse("2002-10-02T13:00:00Z"), false))
                .isEqualTo("2002-10-02T13:00:00Z");
        assertThat(TimestampFormat.ISO_8601.write(Instant.parse("2002-10-02T13:00:00.000042999Z"), false))
                .isEqualTo("2002-10-02T13:00:00.000042Z");
    }

    @Test
    void writesMillisecondsTruncatedWhenAskedTo() {
        Instant instant = Instant.parse("2002-10-02T13:00:00.1239Z");

        assertThat(TimestampFormat.ISO_8601.write(instant, true)).isEqualTo("2002-10-02T13:00:00.123Z");
        assertThat(TimestampFormat.UNIX.write(instant, true)).isEqualTo("1033563600.123");
        assertThat(TimestampFormat.UNIX.write(Instant.ofEpochSecond(5), true)).isEqualTo("5.0");
        assertThat(TimestampFormat.UNIX.write(Instant.ofEpochMilli(-500), true)).isEqualTo("-0.5");
        assertThat(TimestampFormat.RFC_822.write(instant, true)).isEqualTo("Wed, 02 Oct 2002 13:00:00 GMT");
    }

    @Test
    void writesSecondsWithoutTheirFraction() {
        assertThat(TimestampFormat.UNIX.write(Instant.parse("2002-10-02T13:00:00.9Z"), false)).isEqualTo("1033563600");
        assertThat(TimestampFormat.RFC_822.write(Instant.EPOCH, false)).isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
    }

    @Test
    void refusesToWriteYearsThatHaveNoFourDigits() {
        assertThatThrownBy(() -> TimestampFormat.ISO_8601.write(Instant.parse("+10000-01-01T00:00:00Z"), false))
                .isInstanceOf(ValueFault.class).hasMessageContaining("1 to 9999");
    }

    @Test
    void takesEverythingThatMeansATime() {
        Instant expected = Instant.parse("2014-04-29T18:30:38Z");

        assertThat(Instants.of(expected)).isEqualTo(expected);
        assertThat(Instants.of(1398796238)).isEqualTo(expected);
        assertThat(Instants.of(1398796238.0)).isEqualTo(expected);
        assertThat(Instants.of("1398796238")).isEqualTo(expected);
        assertThat(Instants.of(Date.from(expected))).isEqualTo(expected);
        assertThat(Instants.of(OffsetDateTime.parse("2014-04-29T20:30:38+02:00"))).isEqualTo(expected);
        assertThat(Instants.of(LocalDateTime.parse("2014-04-29T18:30:38"))).isEqualTo(expected);
        assertThat(Instants.of(LocalDate.parse("2014-04-29"))).isEqualTo(Instant.parse("2014-04-29T00:00:00Z"));
    }

    @Test
    void roundsFloatingSecondsToMicroseconds() {
        assertThat(Instants.of(0.1 + 0.2)).isEqualTo(Instant.ofEpochSecond(0, 300_000_000));
        assertThat(Instants.of(-0.25)).isEqualTo(Instant.ofEpochMilli(-250));
    }

    @ParameterizedTest
    @CsvSource({"1.7672256E9,1767225600,0", "1767225600.123456,1767225600,123456000", "1.767225600123e9,1767225600,123000000",
        "1767225600.1234565,1767225600,123456000", "1767225600.12345651,1767225600,123457000", "-1.5,-2,500000000",
        "-1e1,-10,0", ".5,0,500000000", "1.,1,0", "0.0000000000000000005,0,0", "12e-1,1,200000000", "0e9,0,0",
        "+7,7,0", "000000000000000000000000000001.5,1,500000000", "1e10,10000000000,0", "99999999999E0,99999999999,0"})
    void decimalSecondsCountToTheMicrosecond(String number, long seconds, int nanos) {
        assertThat(Instants.ofDecimal(number)).isEqualTo(Instant.ofEpochSecond(seconds, nanos));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "e", "e5", "1e", "1ex", "1.5.5", "1 ", "0x1", "1e99", "1f"})
    void refusesWhatIsNoDecimalNumber(String number) {
        assertThatThrownBy(() -> Instants.ofDecimal(number)).isInstanceOf(ValueFault.class)
                .hasMessageStartingWith("expected a number of seconds");
    }

    @Test
    void refusesObjectsThatMeanNoTime() {
        assertThatThrownBy(() -> Instants.of(Boolean.TRUE)).isInstanceOf(ValueFault.class)
                .hasMessageContaining("java.lang.Boolean");
        assertThatThrownBy(() -> Instants.of(Double.NaN)).isInstanceOf(ValueFault.class);
    }
}

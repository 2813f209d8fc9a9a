package org.tucuxi.assumerole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.InvalidConfigException;

/** The names of cache entries are those that botocore 1.43.67 computes for the same arguments. */
class RoleArgumentsTest {

    private static final String ARN = "arn:aws:iam::123456789012:role/reader";

    private static String key(Map<String, Object> more) {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("RoleArn", ARN);
        return RoleArguments.of(arguments, Clock.systemUTC()).cacheKey();
    }

    @Test
    void aMadeUpSessionNameIsNoPartOfTheKey() {
        assertThat(key(Map.of())).isEqualTo("b0b1ce16bb62e7ab13aa0f2f057f59d4d18ae346");
        assertThat(key(Map.of("RoleSessionName", ""))).isEqualTo("b0b1ce16bb62e7ab13aa0f2f057f59d4d18ae346");
    }

    @Test
    void allArgumentsCount() {
        assertThat(key(Map.of("RoleSessionName", "me", "ExternalId", "x/1", "DurationSeconds", 3600, "SerialNumber",
                "arn:aws:iam::123456789012:mfa/me"))).isEqualTo("74eff7ea738feb5c7248fee31898c482d75ae477");
    }

    @Test
    void otherAlphabetsAreEscaped() {
        assertThat(key(Map.of("ExternalId", "Größe \"1\" \uD83D\uDC2C\t\u007f")))
                .isEqualTo("96c970e8bd0dcebd8154560b85b10f290ddadf15");
    }

    @Test
    void aPolicyCountsByItsMeaning() {
        String policy = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*"],"Resource":"*","Condition":
                {"NumericLessThan":{"x":1.5,"y":1e20,"z":0.00001,"n":12345678901234567890123},
                "Bool":{"b":true,"c":null}}}],"A":[],"B":{}}""";
        String expected = "bd953c22b6ea84c6b58dc3dc1878ce28f85d10e3";

        assertThat(key(Map.of("Policy", policy))).isEqualTo(expected);
        assertThat(key(Map.of("Policy", policy.replace(",", " ,\n")))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "[1,", "{\"secret\" 1}", "nope"})
    void aPolicyMustBeJson(String policy) {
        assertThatThrownBy(() -> key(Map.of("Policy", policy))).isInstanceOf(InvalidConfigException.class)
                .hasMessageStartingWith("Policy is not JSON").hasMessageNotContaining("secret");
    }

    @Test
    void aRoleNeedsAnArn() {
        assertThatThrownBy(() -> RoleArguments.of(Map.of(), Clock.systemUTC()))
                .isInstanceOf(InvalidConfigException.class);
    }
}

package org.tucuxi.protocols.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8CharacterTest {

    @Test
    void everyCharacterIsWrittenAndReadAsJavaDoesIt() {
        byte[] bytes = new byte[Utf8Character.MAX_WIDTH];
        for (int point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
            if (point == Character.MIN_SURROGATE) {
                point = Character.MAX_SURROGATE + 1;
            }
            byte[] expected = Character.toString(point).getBytes(StandardCharsets.UTF_8);

            int end = Utf8Character.encode(point, bytes, 0);

            if (!Arrays.equals(bytes, 0, end, expected, 0, expected.length)
                    || Utf8Character.width(point) != end || Utf8Character.decode(expected, 0) != point) {
                assertThat(HexFormat.of().formatHex(bytes, 0, end)).as("U+%X", point)
                        .isEqualTo(HexFormat.of().formatHex(expected));
                assertThat(Utf8Character.width(point)).as("width of U+%X", point).isEqualTo(end);
                assertThat(Utf8Character.decode(expected, 0)).as("what is read").isEqualTo(point);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "bf80", "c080", "c1bf", "c3", "c328", "e09f80", "e282", "e2e282", "eda080", "edbfbf",
            "f08f8080", "f09f98", "f09f9828", "f4908080", "f5808080", "ff"})
    void bytesThatAreNoUtf8AreNoCharacter(String hex) {
        assertThat(Utf8Character.decode(HexFormat.of().parseHex(hex), 0)).isEqualTo(-1);
    }
}

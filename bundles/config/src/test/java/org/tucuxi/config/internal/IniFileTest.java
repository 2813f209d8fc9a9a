package org.tucuxi.config.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.config.ConfigParseException;

class IniFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[a]~k=v~[b]~[a]~ | config:4: section [a] is there twice",
        "[a]~k=v~~k=w     | config:4: key k is there twice in section [a]",
        "# c~k=v          | config:2: text before the first section",
        "[a]~k=v~hunter2  | config:3: a line without = in section [a]",
        "[a]~= hunter2    | config:2: a value without a key in section [a]",
        "[a]~~s3 =~  b=c~  hunter2 | config:3: a line without = in the block that starts here"})
    void saysWhereTheMistakeIsAndNeverWhatTheLineHolds(String text, String message) {
        assertThatThrownBy(() -> IniParser.parse("config", text.replace('~', '\n')))
                .isInstanceOf(ConfigParseException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aMistakeUnderAStrangeNameIsToldInOneShortLine() {
        assertThatThrownBy(() -> IniParser.parse("config", "[a\u001b[31m" + "b".repeat(60_000) + "]\nhunter2"))
                .isInstanceOf(ConfigParseException.class)
                .hasMessageStartingWith("config:2: a line without = in section [a?[31mbbb")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
    }

    @Test
    void defaultsOfASmallFileAreNoFlood() {
        StringBuilder text = new StringBuilder("[DEFAULT]\n");
        for (int i = 0; i < 50_000; i++) {
            text.append('k').append(i).append("=\n");
        }
        for (int i = 0; i < 50_000; i++) {
            text.append('[').append(i).append("]\n");
        }

        assertThatThrownBy(() -> IniParser.parse("config", text.toString())).isInstanceOf(ConfigParseException.class)
                .hasMessageContaining("[DEFAULT] gives 50000 keys to each of 50000 sections");
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        assertThat(read("\uFEFF[a]\nk=v".getBytes(StandardCharsets.UTF_8)).sections())
                .isEqualTo(Map.of("a", Map.of("k", "v")));
    }

    @Test
    void aFileThatIsNotThereIsEmpty() {
        assertThat(IniFile.read(folder.resolve("none").toString()).sections()).isEmpty();
        assertThat(IniFile.read(folder.toString()).sections()).isEmpty();
    }

    @Test
    void aByteThatIsNotUtf8IsAnErrorOfItsLine() {
        byte[] bytes = "[a]\nk=v\nl=?".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xE4;

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(ConfigParseException.class).hasMessageContaining("file:3: ");
    }

    @Test
    void aFileIsReadUpToOneMebibyte() throws IOException {
        byte[] bytes = "#\n".repeat(512 * 1024).getBytes(StandardCharsets.UTF_8);
        assertThat(read(bytes).sections()).isEmpty();

        assertThatThrownBy(() -> read(new byte[bytes.length + 1])).isInstanceOf(ConfigParseException.class)
                .hasMessageContaining("more than 1048576 bytes");
    }

    @Test
    void aLineIsReadUpTo64Kibibytes() {
        String longest = "k=" + "v".repeat(64 * 1024 - 2);
        assertThat(IniParser.parse("config", "[a]\n" + longest).get("a")).containsKey("k");

        assertThatThrownBy(() -> IniParser.parse("config", "[a]\n" + longest + 'v'))
                .isInstanceOf(ConfigParseException.class).hasMessageStartingWith("config:2: ");
    }

    @Test
    void aNameThatNoFileCanHaveIsAnError() {
        assertThatThrownBy(() -> IniFile.read("a\0b")).isInstanceOf(ConfigParseException.class);
    }

    private IniFile read(byte[] bytes) throws IOException {
        return IniFile.read(Files.write(folder.resolve("file"), bytes).toString());
    }
}

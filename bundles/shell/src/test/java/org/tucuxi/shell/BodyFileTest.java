package org.tucuxi.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --out} writes to, and what it leaves alone. */
class BodyFileTest {

    @TempDir
    Path folder;

    @Test
    void aFileIsReplacedByTheBody() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), "what was there before");

        assertThat(new BodyFile(file).write(body("new"))).isEqualTo(3);

        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void whatIsNotAFileIsNotReplaced() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));

        assertThatThrownBy(() -> new BodyFile(taken).write(body("new")))
                .hasMessage("Cannot write " + taken + ": it is not a file; name a new file or one to replace");

        assertThat(taken).isEmptyDirectory();
    }

    @Test
    void aLinkToWhatIsNotAFileStays() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("taken")));

        assertThatThrownBy(() -> new BodyFile(link).write(body("new"))).hasMessageContaining("it is not a file");

        assertThat(link).isSymbolicLink();
    }

    @Test
    void aMissingFolderIsNamed() {
        Path file = folder.resolve("none").resolve("report.txt");

        assertThatThrownBy(() -> new BodyFile(file).write(body("new")))
                .hasMessage("Cannot write " + file + ": there is no folder " + file.getParent());
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}

package org.tucuxi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file as a body: a stream that is a channel, too. */
class FileBodyTest {

    @TempDir
    Path folder;

    private HttpBody body(String text) throws Exception {
        return HttpBody.of(Files.writeString(folder.resolve("body"), text));
    }

    @Test
    void itIsReadAsAStreamAndAsAChannelInAnyOrder() throws Exception {
        HttpBody body = body("one two three");
        assertThat(body.length()).isEqualTo(13);
        try (InputStream stream = body.open()) {
            assertThat(stream.available()).isEqualTo(13);
            assertThat(stream.readNBytes(3)).asString().isEqualTo("one");
            ByteBuffer buffer = ByteBuffer.allocateDirect(4);
            assertThat(((ReadableByteChannel) stream).read(buffer)).isEqualTo(4);
            assertThat(StandardCharsets.US_ASCII.decode(buffer.flip()).toString()).isEqualTo(" two");
            assertThat(stream.skip(-1)).isZero();
            assertThat(stream.skip(1)).isEqualTo(1);
            assertThat(stream.read()).isEqualTo('t');
            assertThat(stream.read(new byte[0])).isZero();
            assertThat(stream.skip(100)).isEqualTo(4);
            assertThat(stream.available()).isZero();
            assertThat(stream.read()).isNegative();
        }
    }

    @Test
    void itIsReadAnewEachTime() throws Exception {
        HttpBody body = body("again");

        for (int i = 0; i < 2; i++) {
            try (InputStream stream = body.open()) {
                assertThat(stream.readAllBytes()).asString().isEqualTo("again");
            }
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(HttpBody.of(folder.resolve("missing"))::open).isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void anInterruptedReaderIsToldSo() throws Exception {
        try (InputStream stream = body("never").open()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(stream::read).isInstanceOf(InterruptedIOException.class).hasMessageContaining("Interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}

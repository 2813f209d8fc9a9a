package org.tucuxi.protocols.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.http.HttpBody;

class BlobsTest {

    @Test
    void everyKindOfBlobBecomesTheSameBase64(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("blob"), "dölphin");
        byte[] bytes = Files.readAllBytes(file);

        assertThat(Blobs.base64("dölphin")).isEqualTo("ZMO2bHBoaW4=");
        assertThat(Blobs.base64(bytes)).isEqualTo("ZMO2bHBoaW4=");
        assertThat(Blobs.base64(ByteBuffer.wrap(bytes))).isEqualTo("ZMO2bHBoaW4=");
        assertThat(Blobs.base64(new ByteArrayInputStream(bytes))).isEqualTo("ZMO2bHBoaW4=");
        assertThat(Blobs.base64(file)).isEqualTo("ZMO2bHBoaW4=");
        assertThat(Blobs.base64(file.toFile())).isEqualTo("ZMO2bHBoaW4=");
        assertThat(Blobs.base64(HttpBody.of(bytes))).isEqualTo("ZMO2bHBoaW4=");
    }

    @Test
    void aBufferKeepsItsPosition() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3});
        buffer.get();

        assertThat(Blobs.body(buffer).bytes()).containsExactly(2, 3);
        assertThat(buffer.position()).isEqualTo(1);
    }

    @Test
    void streamsAndFilesPassThroughUnread(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("body"), "12345");
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read too early");
            }
        };

        assertThat(Blobs.body(file).length()).isEqualTo(5);
        assertThat(Blobs.body(untouched).isStream()).isTrue();
        HttpBody own = HttpBody.of("x");
        assertThat(Blobs.body(own)).isSameAs(own);
    }

    @Test
    void emptyBytesAreNoBody() {
        assertThat(Blobs.body(new byte[0])).isSameAs(HttpBody.EMPTY);
        assertThat(Blobs.body("")).isSameAs(HttpBody.EMPTY);
    }

    @Test
    void embeddedBlobsAreBounded() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return length;
            }
        };

        assertThatThrownBy(() -> Blobs.base64(endless)).isInstanceOf(ValueFault.class).hasMessageContaining("at most");
    }

    @Test
    void aMissingFileIsToldAsAFault(@TempDir Path folder) {
        assertThatThrownBy(() -> Blobs.base64(folder.resolve("none"))).isInstanceOf(ValueFault.class)
                .hasMessageContaining("can be read");
    }

    @Test
    void whatIsNoBlobIsRefused() {
        assertThatThrownBy(() -> Blobs.body(42)).isInstanceOf(ValueFault.class)
                .hasMessageContaining("java.lang.Integer");
    }
}

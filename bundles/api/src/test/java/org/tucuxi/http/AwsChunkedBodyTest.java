package org.tucuxi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.AwsChunkedBody.Trailer;

class AwsChunkedBodyTest {

    private static final List<Trailer> CRC32_TRAILER = List.of(new Trailer("x-amz-checksum-crc32", Crc::new));

    @Test
    void framesABodyAsTheReferenceDoes() throws IOException {
        AwsChunkedBody body = new AwsChunkedBody(HttpBody.of("hello world"), CRC32_TRAILER);

        // What botocore's AwsChunkedWrapper reads for the same bytes.
        assertThat(text(body)).isEqualTo("b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n");
    }

    @Test
    void framesAnEmptyBodyAsItsEnd() throws IOException {
        assertThat(text(new AwsChunkedBody(HttpBody.EMPTY, CRC32_TRAILER)))
                .isEqualTo("0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n");
        assertThat(text(new AwsChunkedBody(HttpBody.EMPTY, List.of()))).isEqualTo("0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 65_535, 65_536, 65_537, 1_048_575, 1_048_576, 1_048_577, 2_097_152, 3_000_001})
    void cutsEverySourceIntoChunksOfOneMebibyte(int size, @TempDir Path folder) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        byte[] expected = unsigned(bytes);
        Path file = Files.write(folder.resolve("body"), bytes);

        for (HttpBody source : List.of(HttpBody.of(bytes), HttpBody.of(file), HttpBody.of(new Trickle(bytes)),
                HttpBody.of(new Trickle(bytes), size))) {
            AwsChunkedBody body = new AwsChunkedBody(source, CRC32_TRAILER);
            assertThat(body.length()).isEqualTo(source.length() < 0 ? -1 : expected.length);
            assertThat(body.decodedLength()).isEqualTo(source.length());
            assertThat(read(body)).isEqualTo(expected);
        }
    }

    @Test
    void signsEachChunkAndTheTrailer() throws IOException {
        AwsChunkedBody body = new AwsChunkedBody(HttpBody.of("hello world"),
                List.of(new Trailer("X-Amz-Checksum-CRC32", Crc::new), new Trailer("x-amz-a", Crc::new))).signedBy(Recorder::new);

        String signature = "0".repeat(60);
        assertThat(text(body)).isEqualTo("b;chunk-signature=" + signature + "c011\r\nhello world\r\n"
                + "0;chunk-signature=" + signature + "c100\r\nx-amz-a:DUoRhQ==\r\nx-amz-checksum-crc32:DUoRhQ==\r\n"
                + "x-amz-trailer-signature:" + "x-amz-a:DUoRhQ==|x-amz-checksum-crc32:DUoRhQ==|2".length() + signature
                + "t\r\n\r\n");
        assertThat(body.trailerNames()).containsExactly("x-amz-a", "x-amz-checksum-crc32");
    }

    @Test
    void knowsTheLengthOfASignedBody() throws IOException {
        for (int size : new int[] {0, 1, 70_000, 1_048_576, 2_500_000}) {
            for (List<Trailer> trailers : List.of(CRC32_TRAILER, List.<Trailer>of())) {
                AwsChunkedBody body = new AwsChunkedBody(HttpBody.of(new ByteArrayInputStream(new byte[size])), trailers)
                        .signedBy(() -> new Fixed());
                assertThat((long) read(body).length).isEqualTo(body.length());
            }
        }
    }

    @Test
    void signsTheChunksOfAnySourceAlike() throws IOException {
        byte[] bytes = new byte[2_500_000];
        new Random(1).nextBytes(bytes);
        byte[] expected = read(new AwsChunkedBody(HttpBody.of(bytes), CRC32_TRAILER).signedBy(Fixed::new));

        assertThat(read(new AwsChunkedBody(HttpBody.of(new Trickle(bytes)), CRC32_TRAILER).signedBy(Fixed::new)))
                .isEqualTo(expected);
        assertThat(read(new AwsChunkedBody(HttpBody.of(new Trickle(bytes), bytes.length), CRC32_TRAILER)
                .signedBy(Fixed::new))).isEqualTo(expected);
    }

    @Test
    void canBeReadAgainWhenItsSourceCan() throws IOException {
        AwsChunkedBody body = new AwsChunkedBody(HttpBody.of("again"), CRC32_TRAILER);
        AwsChunkedBody once = new AwsChunkedBody(HttpBody.of(new Trickle(new byte[9])), CRC32_TRAILER);

        try (InputStream given = body.open()) {
            assertThat(given.readNBytes(4)).hasSize(4);
        }
        assertThat(body.isRepeatable()).isTrue();
        assertThat(text(body)).isEqualTo(text(body)).startsWith("5\r\nagain");
        assertThat(once.isRepeatable()).isFalse();
        read(once);
        assertThatThrownBy(once::open).isInstanceOf(UnseekableStreamException.class);
    }

    @Test
    void tellsThatTheSourceDoesNotHaveItsLength() {
        AwsChunkedBody shorter = new AwsChunkedBody(HttpBody.of(new Trickle(new byte[9]), 10), CRC32_TRAILER);
        AwsChunkedBody longer = new AwsChunkedBody(HttpBody.of(new Trickle(new byte[9]), 8), CRC32_TRAILER);

        assertThatThrownBy(() -> read(shorter)).isInstanceOf(IOException.class).hasMessageContaining("after 9 of the 10");
        assertThatThrownBy(() -> read(longer)).isInstanceOf(IOException.class).hasMessageContaining("longer than the 8");
    }

    @Test
    void handsOutFullBuffersOfWhatIsThere() throws IOException {
        byte[] buffer = new byte[256 * 1024];

        try (InputStream in = new AwsChunkedBody(HttpBody.of(new byte[2_000_000]), CRC32_TRAILER).open()) {
            for (int i = 0; i < 7; i++) {
                assertThat(in.read(buffer)).isEqualTo(buffer.length);
            }
        }
    }

    @Test
    void isAStreamToTheReference() {
        AwsChunkedBody body = new AwsChunkedBody(HttpBody.of("x"), CRC32_TRAILER);

        assertThat(body.isStream()).isTrue();
        assertThat(body.bytes()).isNull();
        assertThat(body).hasToString("aws-chunked 1 bytes");
    }

    private static byte[] unsigned(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at += AwsChunkedBody.CHUNK) {
            int size = Math.min(AwsChunkedBody.CHUNK, bytes.length - at);
            out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, at, size);
            out.write('\r');
            out.write('\n');
        }
        Crc crc = new Crc();
        crc.update(bytes, 0, bytes.length);
        out.write(("0\r\nx-amz-checksum-crc32:" + java.util.Base64.getEncoder().encodeToString(crc.digest()) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static String text(HttpBody body) throws IOException {
        return new String(read(body), StandardCharsets.ISO_8859_1);
    }

    /** Reads in buffers of uneven sizes, so that every border falls into the middle of one. */
    private static byte[] read(HttpBody body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] sizes = {1, 7, 300_007, 65_536, 3};
        try (InputStream in = body.open()) {
            for (int i = 0;; i++) {
                byte[] buffer = new byte[sizes[i % sizes.length]];
                int count = in.read(buffer);
                if (count < 0) {
                    return out.toByteArray();
                }
                out.write(buffer, 0, count);
            }
        }
    }

    /** A one-way stream that gives less than it is asked for. */
    private static final class Trickle extends InputStream {
        private final byte[] bytes;
        private int at;

        Trickle(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return at == bytes.length ? -1 : bytes[at++] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = Math.min(Math.min(length, 50_021), bytes.length - at);
            System.arraycopy(bytes, at, buffer, offset, count);
            at += count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }

    private static final class Crc implements AwsChunkedBody.Sum {
        private final CRC32 crc = new CRC32();

        @Override
        public void update(byte[] bytes, int from, int size) {
            crc.update(bytes, from, size);
        }

        @Override
        public byte[] digest() {
            return ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
        }

        @Override
        public int size() {
            return 4;
        }
    }

    /** Says what it was asked to sign: the number of the chunk and its size, or the lines of the trailer. */
    private static final class Recorder implements ChunkSigner {
        private int chunks;

        @Override
        public int length() {
            return 64;
        }

        @Override
        public String chunk(byte[] bytes, int from, int size) {
            return "0".repeat(60) + "c" + chunks++ + String.format("%02d", size);
        }

        @Override
        public String trailer(byte[] lines) {
            String text = new String(lines, StandardCharsets.ISO_8859_1);
            long ends = Stream.of(text.split("")).filter("\n"::equals).count();
            return (text.substring(0, text.length() - 1).replace('\n', '|') + '|' + ends).length() + "0".repeat(60) + 't';
        }
    }

    /** A signature that depends on what is signed. */
    private static final class Fixed implements ChunkSigner {
        private final Crc crc = new Crc();

        @Override
        public int length() {
            return 64;
        }

        @Override
        public String chunk(byte[] bytes, int from, int size) {
            crc.update(bytes, from, size);
            return String.format("%064x", ByteBuffer.wrap(crc.digest()).getInt());
        }

        @Override
        public String trailer(byte[] lines) {
            return chunk(lines, 0, lines.length);
        }
    }
}

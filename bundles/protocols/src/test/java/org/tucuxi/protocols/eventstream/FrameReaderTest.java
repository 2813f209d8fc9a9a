package org.tucuxi.protocols.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.tucuxi.protocols.value.ValueFault;

class FrameReaderTest {

    private static FrameReader reader(byte[]... frames) {
        return new FrameReader(new ByteArrayInputStream(Frames.join(frames)));
    }

    private static FrameReader first(byte[] frame) throws IOException {
        FrameReader reader = reader(frame);
        assertThat(reader.next()).isTrue();
        return reader;
    }

    private static Object value(Frames frame) throws IOException {
        FrameHeaders headers = first(frame.bytes()).headers();
        return headers.value(headers.find(Names.ascii("h")));
    }

    private static byte[] big(int size, long value) {
        return Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(value).array(), 8 - size, 8);
    }

    @Test
    void thePublishedExamplesAreRead() throws IOException {
        // aws-c-event-stream's test vectors empty_message and payload_no_headers
        FrameReader reader = reader(HexFormat.of().parseHex("000000100000000005c248eb7d98c8ff"),
                HexFormat.of().parseHex("0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936"));

        assertThat(reader.next()).isTrue();
        assertThat(reader.payload()).isEmpty();
        assertThat(reader.headers().count()).isZero();
        assertThat(reader.next()).isTrue();
        assertThat(reader.payload()).asString().isEqualTo("{'foo':'bar'}");
        assertThat(reader.next()).isFalse();
    }

    @Test
    void everyTypeOfHeaderHasItsValue() throws IOException {
        assertThat(value(Frames.frame().header("h", 0))).isEqualTo(true);
        assertThat(value(Frames.frame().header("h", 1))).isEqualTo(false);
        assertThat(value(Frames.frame().header("h", 2, big(1, -2)))).isEqualTo(-2);
        assertThat(value(Frames.frame().header("h", 3, big(2, -300)))).isEqualTo(-300);
        assertThat(value(Frames.frame().header("h", 4, big(4, -70_000)))).isEqualTo(-70_000);
        assertThat(value(Frames.frame().header("h", 5, big(8, -5_000_000_000L)))).isEqualTo(-5_000_000_000L);
        assertThat(value(Frames.frame().header("h", 6, (byte) 0, (byte) 2, (byte) 1, (byte) -1)))
                .isEqualTo(new byte[] {1, -1});
        assertThat(value(Frames.frame().text("h", "grün"))).isEqualTo("grün");
        assertThat(value(Frames.frame().header("h", 8, big(8, 1_600_000_000_123L)))).isEqualTo(1_600_000_000_123L);
        assertThat(value(Frames.frame().header("h", 9, new byte[16]))).isEqualTo(new byte[16]);
    }

    @Test
    void headersAreFoundBehindOthers() throws IOException {
        Frames frame = Frames.frame();
        for (int i = 0; i < 40; i++) {
            frame.text("name-" + i, "value-" + i);
        }

        FrameHeaders headers = first(frame.bytes()).headers();

        assertThat(headers.count()).isEqualTo(40);
        assertThat(headers.text(Names.ascii("name-39"))).isEqualTo("value-39");
        assertThat(headers.text(Names.ascii("name-4"))).isEqualTo("value-4");
        assertThat(headers.find(Names.ascii("name-40"))).isEqualTo(-1);
    }

    @Test
    void brokenChecksumsAreToldApart() {
        byte[] prelude = Frames.event("A", "x");
        prelude[9] ^= 1;
        byte[] message = Frames.event("A", "x");
        message[message.length - 6] ^= 1;

        assertFault("prelude checksum", prelude);
        assertFault("message checksum", message);
    }

    @Test
    void lengthsAreNotBelievedBeforeTheirChecksum() {
        byte[] frame = Frames.event("A", "x");
        frame[0] = 0x7f;

        assertFault("prelude checksum", frame);
    }

    @Test
    void lengthsBeyondTheLimitsAreRefusedBeforeAnyRoomIsMade() {
        byte[] nothing = new byte[0];

        assertFault("headers of at most 131072", Frames.of(131_089, 131_073, nothing, nothing));
        assertFault("payload of at most 25165824", Frames.of(25_165_841, 0, nothing, nothing));
        assertFault("payload of at most 25165824", Frames.of(0xffff_ffffL, 0, nothing, nothing));
        assertFault("headers of at most 131072", Frames.of(16, 0xffff_ffffL, nothing, nothing));
        assertFault("a frame of 15 bytes", Frames.of(15, 0, nothing, nothing));
        assertFault("headers of 10 bytes", Frames.of(20, 10, nothing, nothing));
    }

    @Test
    void theLargestFrameIsRead() throws IOException {
        byte[] payload = new byte[25_165_824];
        payload[payload.length - 1] = 7;
        // two headers that fill the block to its last byte
        byte[] headers = Frames.join(new byte[] {1, 'a', 6, -1, -1}, new byte[65_535],
                new byte[] {1, 'b', 6, -1, -9}, new byte[65_527]);
        assertThat(headers).hasSize(131_072);

        FrameReader reader = first(Frames.of(16L + headers.length + payload.length, headers.length, headers, payload));

        assertThat(reader.payload()).hasSize(payload.length).endsWith((byte) 7);
    }

    @Test
    void aLengthThatIsOnlyClaimedCostsNoRoom() {
        byte[] claims = Frames.of(16 + 25_165_824, 0, new byte[0], new byte[100]);

        assertFault("the end of the stream", claims);
    }

    @Test
    void aFrameThatIsCutOffIsAFaultAndARestThatIsNoneIsNot() throws IOException {
        byte[] frame = Frames.event("A", "payload");

        for (int length = 12; length < frame.length; length++) {
            assertFault("the end of the stream", Arrays.copyOf(frame, length));
        }
        for (int length = 0; length < 12; length++) {
            FrameReader reader = reader(frame, Arrays.copyOf(frame, length));
            assertThat(reader.next()).isTrue();
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void headersThatMakeNoSenseAreRefused() {
        assertFault("each header once, got \"h\" twice", Frames.frame().text("h", "1").header("h", 0).bytes());
        assertFault("header type of 0 to 9, got 10", Frames.frame().header("h", 10).bytes());
        assertFault("header type of 0 to 9, got 255", Frames.frame().header("h", 255).bytes());
        assertFault("a header value of 8 bytes, got 3", Frames.frame().header("h", 5, new byte[3]).bytes());
        assertFault("a header value of 65535 bytes", Frames.frame().header("h", 7, (byte) -1, (byte) -1).bytes());
        assertFault("the length of a header's value", Frames.frame().header("h", 7, (byte) 0).bytes());
        byte[] nameOnly = {5, 'a', 'b'};
        assertFault("a header of", Frames.of(16 + 3, 3, nameOnly, new byte[0]));
    }

    @Test
    void manyHeadersThatComeTwiceAreFoundToo() {
        Frames frame = Frames.frame();
        for (int i = 0; i < 5000; i++) {
            frame.header("n" + i, 0);
        }

        assertFault("\"n77\" twice", frame.header("n77", 1).bytes());
    }

    @Test
    void faultsNameTheirPlace() throws IOException {
        byte[] good = Frames.event("A", "x");
        FrameReader reader = reader(good, Frames.of(15, 0, new byte[0], new byte[0]));
        assertThat(reader.next()).isTrue();

        assertThatThrownBy(reader::next).isInstanceOfSatisfying(ValueFault.class,
                fault -> assertThat(fault.path()).isEqualTo("frame 2 (byte " + good.length + ")"));
    }

    @Test
    void noByteBeyondTheFrameIsAskedFor() throws IOException {
        byte[] frame = Frames.event("A", "x");
        CountingStream in = new CountingStream(Frames.join(frame, frame));
        FrameReader reader = new FrameReader(in);

        assertThat(reader.next()).isTrue();

        assertThat(in.asked).isEqualTo(frame.length);
    }

    @Test
    void bytesThatDribbleInMakeTheSameFrames() throws IOException {
        byte[] frame = Frames.event("A", "payload");
        InputStream whole = new ByteArrayInputStream(Frames.join(frame, frame));
        FrameReader reader = new FrameReader(new FilterInputStream(whole) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.min(length, 1));
            }
        });

        assertThat(reader.next()).isTrue();
        assertThat(reader.next()).isTrue();
        assertThat(reader.payload()).asString().isEqualTo("payload");
        assertThat(reader.next()).isFalse();
    }

    /** Broken input ends in a fault that says so: never in another exception, never in a loop. */
    @Test
    void anythingElseThanFramesIsAFault() throws IOException {
        Random random = new Random(20260801);
        long end = System.nanoTime() + 1_000_000_000L;
        int faults = 0;
        int frames = 0;
        while (System.nanoTime() < end) {
            byte[] bytes = mutated(random);
            FrameReader reader = reader(bytes);
            try {
                while (reader.next()) {
                    frames++;
                    for (int i = 0; i < reader.headers().count(); i++) {
                        reader.headers().value(i);
                        reader.headers().name(i);
                    }
                }
            } catch (ValueFault fault) {
                faults++;
            }
        }

        assertThat(faults).isGreaterThan(100);
        assertThat(frames).isGreaterThan(100);
    }

    private static byte[] mutated(Random random) {
        byte[] frame = Frames.frame().text(":event-type", "A").header("h", 5, big(8, random.nextLong()))
                .header("b", 6, (byte) 0, (byte) 1, (byte) 9).payload("{\"a\": 1}").bytes();
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
        }
        if (random.nextBoolean()) {
            repair(frame);
        }
        return Frames.join(Frames.event("B", "x"), random.nextInt(4) > 0 ? frame
                : Arrays.copyOf(frame, random.nextInt(frame.length)));
    }

    /** Makes the checksums true, so that what is behind them is reached. */
    private static void repair(byte[] frame) {
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        CRC32 crc = new CRC32();
        crc.update(frame, 0, 8);
        buffer.putInt(8, (int) crc.getValue());
        crc.update(frame, 8, frame.length - 12);
        buffer.putInt(frame.length - 4, (int) crc.getValue());
    }

    private static void assertFault(String message, byte[] frame) {
        assertThatThrownBy(() -> reader(frame).next()).isInstanceOf(ValueFault.class).hasMessageContaining(message);
    }

    private static final class CountingStream extends InputStream {
        private final ByteArrayInputStream in;
        private int asked;

        CountingStream(byte[] bytes) {
            in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            asked++;
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            asked += length;
            return in.read(buffer, offset, length);
        }
    }
}

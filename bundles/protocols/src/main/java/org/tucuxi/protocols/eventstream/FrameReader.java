package org.tucuxi.protocols.eventstream;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.tucuxi.protocols.value.ValueFault;

/** Reads frames, one at a time and not a byte beyond. Belongs to one thread. */
final class FrameReader {

    static final int MAX_HEADERS = 131_072;
    static final int MAX_PAYLOAD = 25_165_824;
    /** What a frame has beside headers and payload: prelude and checksum. */
    static final int OVERHEAD = 16;
    static final int PRELUDE = 12;

    private static final int LENGTHS = 8;
    /** A length is believed up to here; what is longer gets its room as it arrives. */
    private static final int BELIEVED = 1 << 20;
    private static final byte[] NOTHING = new byte[0];

    private final InputStream in;
    private final byte[] prelude = new byte[PRELUDE];
    private final CRC32 crc = new CRC32();
    private final FrameHeaders headers = new FrameHeaders();
    private byte[] payload = NOTHING;
    private long frames;
    private long start;
    private long end;

    FrameReader(InputStream in) {
        this.in = in;
    }

    /** The headers of the frame that was read last. */
    FrameHeaders headers() {
        return headers;
    }

    /** The payload of the frame that was read last: an array of its own, to be given away. */
    byte[] payload() {
        return payload;
    }

    /** Where the frame that was read last is. */
    String place() {
        return "frame " + frames + " (byte " + start + ')';
    }

    /**
     * Reads the next frame.
     *
     * @return false at the end; a rest that is too short to say what it is does not matter
     * @throws ValueFault when the frame is broken
     * @throws IOException when the stream is
     */
    boolean next() throws IOException {
        payload = NOTHING;
        start = end;
        frames++;
        if (in.readNBytes(prelude, 0, PRELUDE) < PRELUDE) {
            return false;
        }
        try {
            read();
        } catch (ValueFault fault) {
            throw fault.in(place());
        }
        return true;
    }

    private void read() throws IOException {
        crc.reset();
        crc.update(prelude, 0, LENGTHS);
        // Before this the lengths are noise.
        check("prelude", prelude, LENGTHS);
        long total = number(prelude, 0);
        long headerLength = number(prelude, 4);
        if (headerLength > MAX_HEADERS) {
            throw new ValueFault("expected headers of at most " + MAX_HEADERS + " bytes, got " + headerLength);
        }
        long payloadLength = total - headerLength - OVERHEAD;
        if (payloadLength < 0) {
            throw new ValueFault("expected a frame that holds its headers of " + headerLength
                    + " bytes, got a frame of " + total + " bytes");
        }
        if (payloadLength > MAX_PAYLOAD) {
            throw new ValueFault("expected a payload of at most " + MAX_PAYLOAD + " bytes, got " + payloadLength);
        }
        crc.update(prelude, LENGTHS, PRELUDE - LENGTHS);
        byte[] block = headers.block((int) headerLength);
        fill(block, (int) headerLength);
        crc.update(block, 0, (int) headerLength);
        readPayload((int) payloadLength);
        crc.update(payload, 0, payload.length);
        fill(prelude, 4);
        check("message", prelude, 0);
        end += total;
        headers.parse((int) headerLength);
    }

    private void readPayload(int length) throws IOException {
        if (length <= BELIEVED) {
            payload = length == 0 ? NOTHING : new byte[length];
            fill(payload, length);
            return;
        }
        payload = in.readNBytes(length);
        if (payload.length < length) {
            throw truncated(length - payload.length);
        }
    }

    private void fill(byte[] target, int length) throws IOException {
        int got = in.readNBytes(target, 0, length);
        if (got < length) {
            throw truncated(length - got);
        }
    }

    private static ValueFault truncated(int missing) {
        return new ValueFault("expected at least " + missing + " more bytes, got the end of the stream");
    }

    private void check(String what, byte[] bytes, int at) {
        long expected = number(bytes, at);
        if (expected != crc.getValue()) {
            throw new ValueFault("expected the " + what + " checksum " + Long.toHexString(expected) + ", got "
                    + Long.toHexString(crc.getValue()));
        }
    }

    private static long number(byte[] bytes, int at) {
        return (bytes[at] & 0xffL) << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }
}

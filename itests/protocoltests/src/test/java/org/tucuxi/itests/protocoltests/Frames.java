package org.tucuxi.itests.protocoltests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Event stream frames as plain values, read by other code than the one that is tested. */
final class Frames {

    private static final int CRC = 4;
    private static final int PRELUDE = 12;

    private Frames() {
    }

    /**
     * A frame.
     *
     * @param headers name to type and value
     * @param payload the payload
     */
    record Frame(Map<String, String> headers, byte[] payload) {
    }

    static List<Frame> decode(byte[] bytes) {
        List<Frame> frames = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            int start = in.position();
            int total = in.getInt();
            int headers = in.getInt();
            checksum(bytes, start, PRELUDE - CRC, in.getInt());
            Map<String, String> found = new TreeMap<>();
            for (int end = in.position() + headers; in.position() < end;) {
                found.put(new String(take(in, in.get() & 0xff), UTF_8), value(in));
            }
            byte[] payload = take(in, start + total - CRC - in.position());
            checksum(bytes, start, total - CRC, in.getInt());
            frames.add(new Frame(found, payload));
        }
        return frames;
    }

    private static void checksum(byte[] bytes, int start, int length, int expected) {
        CRC32 crc = new CRC32();
        crc.update(bytes, start, length);
        if ((int) crc.getValue() != expected) {
            throw new AssertionError("The checksum of " + length + " bytes from " + start + " is wrong");
        }
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static String value(ByteBuffer in) {
        int type = in.get();
        return switch (type) {
            case 0, 1 -> "boolean " + (type == 0);
            case 2 -> "byte " + in.get();
            case 3 -> "short " + in.getShort();
            case 4 -> "integer " + in.getInt();
            case 5 -> "long " + in.getLong();
            case 6 -> "blob " + HexFormat.of().formatHex(take(in, in.getShort() & 0xffff));
            case 7 -> "string " + new String(take(in, in.getShort() & 0xffff), UTF_8);
            case 8 -> "timestamp " + in.getLong();
            default -> throw new AssertionError("a header of type " + type);
        };
    }
}

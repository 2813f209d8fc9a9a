package org.tucuxi.itests.interop.roundtrip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Frames of {@code application/vnd.amazon.eventstream}. Values of headers: String, byte[], Integer, Boolean, Long (a time). */
record Frames(Map<String, Object> headers, byte[] payload) {

    static byte[] encode(Map<String, Object> headers, byte[] payload) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        headers.forEach((name, value) -> {
            block.write(name.length());
            block.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            header(block, value);
        });
        int total = 16 + block.size() + payload.length;
        ByteBuffer frame = ByteBuffer.allocate(total).putInt(total).putInt(block.size());
        frame.putInt(crc(frame.array(), 8)).put(block.toByteArray()).put(payload);
        return frame.putInt(crc(frame.array(), total - 4)).array();
    }

    private static void header(ByteArrayOutputStream out, Object value) {
        if (value instanceof Boolean truth) {
            out.write(truth ? 0 : 1);
        } else if (value instanceof Integer number) {
            out.write(4);
            out.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
        } else if (value instanceof Long number) {
            out.write(8);
            out.writeBytes(ByteBuffer.allocate(8).putLong(number).array());
        } else {
            byte[] bytes = value instanceof byte[] raw ? raw : ((String) value).getBytes(StandardCharsets.UTF_8);
            out.write(value instanceof byte[] ? 6 : 7);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) bytes.length).array());
            out.writeBytes(bytes);
        }
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    static List<Frames> decode(byte[] stream) {
        List<Frames> frames = new ArrayList<>();
        for (ByteBuffer in = ByteBuffer.wrap(stream); in.hasRemaining();) {
            int start = in.position();
            int total = in.getInt();
            int headerLength = in.getInt();
            byte[] frame = Arrays.copyOfRange(stream, start, start + total);
            if (in.getInt() != crc(frame, 8) || ByteBuffer.wrap(frame).getInt(total - 4) != crc(frame, total - 4)) {
                throw new AssertionError("a frame has a wrong checksum");
            }
            Map<String, Object> headers = headers(ByteBuffer.wrap(frame, 12, headerLength));
            frames.add(new Frames(headers, Arrays.copyOfRange(frame, 12 + headerLength, total - 4)));
            in.position(start + total);
        }
        return frames;
    }

    private static Map<String, Object> headers(ByteBuffer in) {
        Map<String, Object> headers = new LinkedHashMap<>();
        while (in.hasRemaining()) {
            byte[] name = new byte[in.get() & 0xff];
            in.get(name);
            byte type = in.get();
            headers.put(new String(name, StandardCharsets.UTF_8), switch (type) {
                case 0, 1 -> type == 0;
                case 4 -> in.getInt();
                case 8 -> in.getLong();
                default -> {
                    byte[] value = new byte[in.getShort() & 0xffff];
                    in.get(value);
                    yield type == 6 ? value : new String(value, StandardCharsets.UTF_8);
                }
            });
        }
        return headers;
    }
}

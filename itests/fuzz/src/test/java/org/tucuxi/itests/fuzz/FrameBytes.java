package org.tucuxi.itests.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Frames of event streams. */
final class FrameBytes {

    static final int TEXT = 7;

    private FrameBytes() {
    }

    /** A frame whose checksums are right, whatever is in it. */
    static byte[] frame(byte[] headers, byte[] payload) {
        int total = 16 + headers.length + payload.length;
        ByteBuffer out = ByteBuffer.allocate(total);
        out.putInt(total).putInt(headers.length).putInt(crc(out.array(), 8));
        out.put(headers).put(payload);
        return out.putInt(crc(out.array(), total - 4)).array();
    }

    /** A prelude that is right in itself, and nothing behind it. */
    static byte[] prelude(int total, int headers) {
        ByteBuffer out = ByteBuffer.allocate(12);
        return out.putInt(total).putInt(headers).putInt(crc(out.array(), 8)).array();
    }

    static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /** The headers of texts: names and values in turn. */
    static byte[] headers(String... namesAndValues) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            header(out, namesAndValues[i], TEXT, namesAndValues[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** Any header; only bytes and texts tell their length. */
    static void header(ByteArrayOutputStream out, String name, int type, byte[] value) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        out.write(bytes.length);
        out.writeBytes(bytes);
        out.write(type);
        if (type == 6 || type == TEXT) {
            out.write(value.length >> 8);
            out.write(value.length);
        }
        out.writeBytes(value);
    }

    /** An event in JSON. */
    static byte[] event(String type, String payload) {
        return frame(headers(":message-type", "event", ":event-type", type), payload.getBytes(StandardCharsets.UTF_8));
    }
}

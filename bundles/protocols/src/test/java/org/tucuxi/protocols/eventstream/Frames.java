package org.tucuxi.protocols.eventstream;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Frames as the specification says, made without the code under test. */
public final class Frames {

    private final ByteArrayOutputStream headers = new ByteArrayOutputStream();
    private byte[] payload = new byte[0];

    private Frames() {
    }

    public static Frames frame() {
        return new Frames();
    }

    public static byte[] event(String type, String payload) {
        return frame().text(":message-type", "event").text(":event-type", type).payload(payload).bytes();
    }

    public static byte[] exception(String type, String payload) {
        return frame().text(":message-type", "exception").text(":exception-type", type).payload(payload).bytes();
    }

    public Frames text(String name, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return header(name, 7, ByteBuffer.allocate(2 + text.length).putShort((short) text.length).put(text).array());
    }

    public Frames header(String name, int type, byte... value) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        headers.write(text.length);
        headers.writeBytes(text);
        headers.write(type);
        headers.writeBytes(value);
        return this;
    }

    public Frames payload(String text) {
        return payload(text.getBytes(StandardCharsets.UTF_8));
    }

    public Frames payload(byte[] bytes) {
        payload = bytes;
        return this;
    }

    public byte[] bytes() {
        return of(16L + headers.size() + payload.length, headers.size(), headers.toByteArray(), payload);
    }

    /** A frame whose lengths need not be true, but whose checksums are. */
    public static byte[] of(long total, long headerLength, byte[] headers, byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt((int) total);
            out.writeInt((int) headerLength);
            out.writeInt(crc(bytes.toByteArray()));
            out.write(headers);
            out.write(payload);
            out.writeInt(crc(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}

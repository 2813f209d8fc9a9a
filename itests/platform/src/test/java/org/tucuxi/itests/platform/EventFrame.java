package org.tucuxi.itests.platform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** A frame of an event stream, written and read as the specification says. */
record EventFrame(Map<String, Object> headers, byte[] payload) {

    static byte[] event(String type, String payload) throws IOException {
        return frame(Map.of(":message-type", "event", ":event-type", type), payload);
    }

    static byte[] exception(String type, String payload) throws IOException {
        return frame(Map.of(":message-type", "exception", ":exception-type", type), payload);
    }

    private static byte[] frame(Map<String, String> texts, String payload) throws IOException {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(headers);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            header.writeByte(text.getKey().length());
            header.writeBytes(text.getKey());
            header.writeByte(7);
            header.writeUTF(text.getValue());
        }
        byte[] content = payload.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(16 + headers.size() + content.length);
        out.writeInt(headers.size());
        out.writeInt(crc(bytes.toByteArray()));
        headers.writeTo(out);
        out.write(content);
        out.writeInt(crc(bytes.toByteArray()));
        return bytes.toByteArray();
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /** Reads a frame whose headers are texts, bytes, 32 bit numbers and timestamps. */
    static EventFrame read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        int total = in.readInt();
        int headerLength = in.readInt();
        in.readInt();
        byte[] block = in.readNBytes(headerLength);
        byte[] payload = in.readNBytes(total - headerLength - 16);
        in.readInt();
        Map<String, Object> headers = new LinkedHashMap<>();
        DataInputStream header = new DataInputStream(new ByteArrayInputStream(block));
        while (header.available() > 0) {
            String name = new String(header.readNBytes(header.readUnsignedByte()), StandardCharsets.UTF_8);
            int type = header.readUnsignedByte();
            headers.put(name, switch (type) {
                case 4 -> header.readInt();
                case 6 -> header.readNBytes(header.readUnsignedShort());
                case 7 -> header.readUTF();
                case 8 -> header.readLong();
                default -> throw new IOException("header type " + type);
            });
        }
        return new EventFrame(headers, payload);
    }

    String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }
}

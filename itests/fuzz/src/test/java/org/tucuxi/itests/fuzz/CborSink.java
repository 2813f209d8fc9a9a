package org.tucuxi.itests.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Writes CBOR; collections and strings end by count or by a break, as it comes. */
final class CborSink implements Sink {

    private static final int UNSIGNED = 0;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int LIST = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;

    private static final String[] HOSTILE = {
        "5b7fffffffffffffff", "5bffffffffffffffff", "5a7fffffff41", "7b7fffffffffffffff", "9b7fffffffffffffff",
        "9bffffffffffffffff", "9a7fffffff", "9affffffff", "bb7fffffffffffffff", "bbffffffffffffffff", "ba7fffffff",
        "ff", "5fff", "7fff", "5f5f41ffff", "5f61ff", "7f41ff", "5f", "7f", "9f", "bf", "bf61ff", "1c", "1d", "1e",
        "1f", "3f", "df", "f8", "f800", "f8ff", "fc", "f97e00", "f97c00", "f9fc00", "fa7fc00000", "fb7ff8000000000000",
        "fb7fefffffffffffff", "fbffefffffffffffff", "1bffffffffffffffff", "3bffffffffffffffff", "1b8000000000000000",
        "c11bffffffffffffffff", "c1fb7ff0000000000000", "c1fb43e0000000000000", "c1fb7fefffffffffffff", "c1c1c101",
        "c101c1", "c074323031332d30332d32315432303a30343a30305a", "c24a" + "ff".repeat(10),
        "c2590400" + "ff".repeat(1024), "c4821b7fffffffffffffff01", "c4823b7fffffffffffffff01", "c482c24101c24101",
        "c48101", "c4830102ff", "c49f0102ff", "c49f01ff", "c4821a05f5e10001", "dbffffffffffffffff01", "c6c6c6c6c6",
        "d9d9f7a0", "61ff", "62c080", "63eda080", "a161610", "8181818181818181", "a1818001", "f6", "f7", "a1f601",
        "a1016161"
    };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final SplittableRandom random;
    /** Whether the open collections end with a break; bit by bit, the innermost lowest. */
    private long breaks;

    CborSink(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public void beginMap(int size) {
        begin(MAP, size);
    }

    @Override
    public void endMap() {
        end();
    }

    @Override
    public void beginList(int size) {
        begin(LIST, size);
    }

    @Override
    public void endList() {
        end();
    }

    private void begin(int major, int size) {
        boolean isOpen = random.nextInt(4) == 0;
        breaks = breaks << 1 | (isOpen ? 1 : 0);
        if (isOpen) {
            out.write(major << 5 | 31);
        } else {
            head(major, size);
        }
    }

    private void end() {
        if ((breaks & 1) == 1) {
            out.write(0xff);
        }
        breaks >>>= 1;
    }

    @Override
    public void key(String name) {
        text(name);
    }

    @Override
    public void text(String value) {
        string(TEXT, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void blob(byte[] value) {
        string(BYTES, value);
    }

    private void string(int major, byte[] bytes) {
        if (random.nextInt(8) > 0) {
            head(major, bytes.length);
            out.writeBytes(bytes);
            return;
        }
        int half = major == BYTES ? bytes.length / 2 : 0;
        out.write(major << 5 | 31);
        head(major, half);
        out.write(bytes, 0, half);
        head(major, bytes.length - half);
        out.write(bytes, half, bytes.length - half);
        out.write(0xff);
    }

    @Override
    public void whole(long value) {
        head(value < 0 ? 1 : UNSIGNED, value < 0 ? ~value : value);
    }

    @Override
    public void decimal(double value) {
        out.write(0xfb);
        out.writeBytes(ByteBuffer.allocate(8).putDouble(value).array());
    }

    @Override
    public void truth(boolean value) {
        out.write(value ? 0xf5 : 0xf4);
    }

    @Override
    public void nothing() {
        out.write(0xf6);
    }

    @Override
    public void time(double seconds) {
        head(TAG, 1);
        if (seconds == Math.rint(seconds) && Math.abs(seconds) < 1e15) {
            whole((long) seconds);
        } else {
            decimal(seconds);
        }
    }

    @Override
    public void hostile(SplittableRandom source) {
        String hex = HOSTILE[source.nextInt(HOSTILE.length)];
        out.writeBytes(HexFormat.of().parseHex(hex, 0, hex.length() & ~1));
    }

    private void head(int major, long argument) {
        int first = major << 5;
        if (argument >= 0 && argument < 24) {
            out.write(first | (int) argument);
        } else if (argument >= 0 && argument < 1 << 16) {
            out.write(first | 25);
            out.write((int) argument >> 8);
            out.write((int) argument);
        } else {
            out.write(first | 27);
            out.writeBytes(ByteBuffer.allocate(8).putLong(argument).array());
        }
    }

    @Override
    public byte[] toBytes() {
        return out.toByteArray();
    }
}

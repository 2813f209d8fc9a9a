package org.tucuxi.client.checksum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads words of bytes as the hash algorithms want them, by one machine instruction. */
final class LittleEndian {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {
    }

    static long read64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static int read32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    /** Writes the first bytes of a big-endian value. */
    static void bigEndian(long value, byte[] to, int at, int size) {
        for (int i = 0; i < size; i++) {
            to[at + i] = (byte) (value >>> Long.SIZE - Byte.SIZE - i * Byte.SIZE);
        }
    }
}

package org.tucuxi.protocols.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.tucuxi.protocols.value.Utf8Character;
import org.tucuxi.protocols.value.ValueFault;

/** Checks in one pass that a document is UTF-8, because Jackson takes some bytes for text that are none. */
final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long BEYOND_ASCII = 0x8080808080808080L;

    private Utf8() {
    }

    static void check(byte[] in) {
        // Jackson takes zeros at the start for a sign of UTF-16 or UTF-32; further on it refuses them itself.
        for (int i = 0; i < in.length && i < 4; i++) {
            if (in[i] == 0) {
                throw fault(i);
            }
        }
        int pos = 0;
        while (pos < in.length) {
            if (pos + Long.BYTES <= in.length && ((long) LONGS.get(in, pos) & BEYOND_ASCII) == 0) {
                pos += Long.BYTES;
            } else if (in[pos] >= 0) {
                pos++;
            } else {
                pos = multiByte(in, pos);
            }
        }
    }

    private static int multiByte(byte[] in, int pos) {
        int point = Utf8Character.decode(in, pos);
        if (point < 0) {
            throw fault(pos);
        }
        return pos + Utf8Character.width(point);
    }

    private static ValueFault fault(int pos) {
        return new ValueFault("expected UTF-8 text, got bytes that are none at offset " + pos);
    }
}

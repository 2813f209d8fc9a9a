package org.tucuxi.protocols.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
        int lead = in[pos] & 0xff;
        int count = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead < 0xc2 || lead > 0xf4 || pos + count >= in.length) {
            throw fault(pos);
        }
        int point = lead & 0x3f >> count;
        for (int i = 1; i <= count; i++) {
            if ((in[pos + i] & 0xc0) != 0x80) {
                throw fault(pos);
            }
            point = point << 6 | in[pos + i] & 0x3f;
        }
        boolean overlong = count == 2 && point < 0x800 || count == 3 && point < 0x10000;
        if (overlong || point >= 0xd800 && point < 0xe000 || point > 0x10ffff) {
            throw fault(pos);
        }
        return pos + count + 1;
    }

    private static ValueFault fault(int pos) {
        return new ValueFault("expected UTF-8 text, got bytes that are none at offset " + pos);
    }
}

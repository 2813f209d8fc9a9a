package org.tucuxi.protocols.xml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.tucuxi.protocols.value.Utf8Character;
import org.tucuxi.protocols.value.ValueFault;

/**
 * Checks in one pass that a document is UTF-8 and has only characters that XML allows, so that nothing after it need
 * ask.
 */
final class Utf8 {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SPACES = 0x2020202020202020L;

    private Utf8() {
    }

    static void check(byte[] in) {
        int pos = 0;
        while (pos < in.length) {
            if (pos + Long.BYTES <= in.length) {
                long eight = (long) LONGS.get(in, pos);
                // Bytes beyond ASCII have a high bit, control characters get one by the subtraction.
                long special = (eight | eight - SPACES) & HIGH_BITS;
                if (special == 0) {
                    pos += Long.BYTES;
                    continue;
                }
                pos += Long.numberOfTrailingZeros(special) >>> 3;
            }
            byte c = in[pos];
            if (c >= ' ') {
                pos++;
            } else if (c >= 0) {
                if (c != '\n' && c != '\t' && c != '\r') {
                    throw XmlCursor.fault("control character", pos);
                }
                pos++;
            } else {
                pos = multiByte(in, pos);
            }
        }
    }

    /** Whether there are eight spaces at a place: documents are indented. */
    static boolean areSpaces(byte[] in, int pos) {
        return pos + Long.BYTES <= in.length && (long) LONGS.get(in, pos) == SPACES;
    }

    private static int multiByte(byte[] in, int pos) {
        int point = Utf8Character.decode(in, pos);
        if (!isCharacter(point)) {
            throw notUtf8(pos);
        }
        return pos + Utf8Character.width(point);
    }

    /** Whether XML allows a character (XML 1.0, production 2). */
    static boolean isCharacter(int point) {
        return point >= ' ' && point < 0xd800 || point == '\n' || point == '\t' || point == '\r'
                || point >= 0xe000 && point < 0xfffe || point >= 0x10000 && point < 0x110000;
    }

    private static ValueFault notUtf8(int pos) {
        return XmlCursor.fault("bytes that are no UTF-8 text", pos);
    }
}

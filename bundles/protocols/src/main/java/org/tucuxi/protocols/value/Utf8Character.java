package org.tucuxi.protocols.value;

/** One character in UTF-8, for who goes through bytes by itself. */
public final class Utf8Character {

    /** The most bytes that a character takes. */
    public static final int MAX_WIDTH = 4;

    private Utf8Character() {
    }

    /**
     * Reads a character that is not ASCII.
     *
     * @param in the bytes
     * @param pos where it begins
     * @return the character, or -1 when the bytes are no UTF-8: cut off, too long for what they say, a surrogate
     */
    public static int decode(byte[] in, int pos) {
        int lead = in[pos] & 0xff;
        if (lead < 0xe0) {
            return lead >= 0xc2 && areTails(in, pos + 1, 1) ? (lead & 0x1f) << 6 | bits(in, pos + 1) : -1;
        }
        if (lead < 0xf0) {
            if (!areTails(in, pos + 1, 2)) {
                return -1;
            }
            int point = (lead & 0xf) << 12 | bits(in, pos + 1) << 6 | bits(in, pos + 2);
            return point < 0x800 || isSurrogate(point) ? -1 : point;
        }
        if (lead > 0xf4 || !areTails(in, pos + 1, 3)) {
            return -1;
        }
        int point = (lead & 7) << 18 | bits(in, pos + 1) << 12 | bits(in, pos + 2) << 6 | bits(in, pos + 3);
        return point < 0x10000 || point > Character.MAX_CODE_POINT ? -1 : point;
    }

    private static boolean areTails(byte[] in, int pos, int count) {
        return pos + count <= in.length && (in[pos] & 0xc0) == 0x80
                && (count < 2 || (in[pos + 1] & 0xc0) == 0x80)
                && (count < 3 || (in[pos + 2] & 0xc0) == 0x80);
    }

    private static int bits(byte[] in, int pos) {
        return in[pos] & 0x3f;
    }

    /**
     * Whether a character is half of a pair, which has no UTF-8.
     *
     * @param point the character
     * @return true when it is
     */
    public static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /**
     * How many bytes a character takes that is not ASCII.
     *
     * @param point the character
     * @return 2 to {@value #MAX_WIDTH}
     */
    public static int width(int point) {
        return point < 0x800 ? 2 : point < 0x10000 ? 3 : MAX_WIDTH;
    }

    /**
     * Writes a character that is not ASCII.
     *
     * @param point the character
     * @param out has room for {@value #MAX_WIDTH} more bytes
     * @param pos where it begins
     * @return where the next begins
     */
    public static int encode(int point, byte[] out, int pos) {
        int at = pos;
        if (point < 0x800) {
            out[at++] = (byte) (0xc0 | point >> 6);
        } else {
            if (point < 0x10000) {
                out[at++] = (byte) (0xe0 | point >> 12);
            } else {
                out[at++] = (byte) (0xf0 | point >> 18);
                out[at++] = (byte) (0x80 | point >> 12 & 0x3f);
            }
            out[at++] = (byte) (0x80 | point >> 6 & 0x3f);
        }
        out[at++] = (byte) (0x80 | point & 0x3f);
        return at;
    }
}

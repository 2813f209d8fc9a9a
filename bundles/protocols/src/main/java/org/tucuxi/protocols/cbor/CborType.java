package org.tucuxi.protocols.cbor;

/** The major types of CBOR (RFC 8949, section 3.1), the upper three bits of an item's first byte. */
final class CborType {

    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int MAP = 5;
    static final int TAG = 6;
    static final int SIMPLE = 7;

    /** Seconds since 1970. */
    static final int EPOCH_SECONDS = 1;
    /** An integer of any size, its bytes in a byte string; the next tag is for negative ones. */
    static final int BIG_POSITIVE = 2;
    static final int BIG_NEGATIVE = 3;
    /** An array of a power of ten and an integer. */
    static final int DECIMAL_FRACTION = 4;

    private CborType() {
    }

    static String name(int major) {
        return switch (major) {
            case UNSIGNED, NEGATIVE -> "an integer";
            case BYTES -> "a byte string";
            case TEXT -> "a text";
            case ARRAY -> "an array";
            case MAP -> "a map";
            case TAG -> "a tag";
            default -> "a simple value";
        };
    }

    /** What begins with a byte, for messages. */
    static String describe(int initial) {
        int info = initial & 31;
        if (initial == 0xff) {
            return "a break";
        }
        if (info >= 28 && (info < 31 || initial >> 5 <= NEGATIVE || initial >> 5 == TAG)) {
            return "the reserved byte 0x" + Integer.toHexString(initial);
        }
        return switch (initial) {
            case 0xf4, 0xf5 -> "a boolean";
            case 0xf6, 0xf7 -> "null";
            case 0xf9, 0xfa, 0xfb -> "a floating number";
            default -> initial >> 5 == TAG && info < 24 ? "the tag " + info : name(initial >> 5);
        };
    }
}

package org.tucuxi.protocols.eventstream;

/** The types of header values, by the numbers that stand for them. */
final class HeaderType {

    static final int TRUE = 0;
    static final int FALSE = 1;
    static final int BYTE = 2;
    static final int SHORT = 3;
    static final int INTEGER = 4;
    static final int LONG = 5;
    static final int BYTES = 6;
    static final int TEXT = 7;
    static final int TIMESTAMP = 8;
    static final int UUID = 9;

    private static final int[] SIZES = {0, 0, 1, 2, 4, 8, -1, -1, 8, 16};

    private HeaderType() {
    }

    static boolean isKnown(int type) {
        return type < SIZES.length;
    }

    /** The number of bytes of a value; -1 when 16 bits before it tell. */
    static int size(int type) {
        return SIZES[type];
    }
}

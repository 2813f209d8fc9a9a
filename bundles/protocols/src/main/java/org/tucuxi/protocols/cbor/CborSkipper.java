package org.tucuxi.protocols.cbor;

import java.util.Arrays;

/**
 * Goes past items without looking into them. It keeps its own stack, so that a document that is nested deeply costs no
 * frames, and keeps it between calls, so that skipping costs no garbage.
 */
final class CborSkipper {

    /** Open collections that end with a break, in place of the number of items that are missing. */
    private static final int ITEMS = -1;
    private static final int KEY = -2;
    private static final int VALUE = -3;
    private static final int BREAK = 0xff;

    private final CborReader in;
    /** What every open collection still waits for. */
    private int[] missing = new int[16];
    private int open;

    CborSkipper(CborReader in) {
        this.in = in;
    }

    void skip() {
        open = 0;
        do {
            int start = in.position();
            int initial = in.next();
            if (initial == BREAK) {
                close(start);
                complete();
                continue;
            }
            int items = head(start, initial);
            if (items == 0) {
                complete();
            } else {
                open(start, items);
            }
        } while (open > 0);
    }

    /** Goes past a head and, if it is no collection's, its content; returns how many items are to follow. */
    private int head(int start, int initial) {
        boolean indefinite = (initial & 31) == 31;
        switch (initial >> 5) {
            case CborType.BYTES, CborType.TEXT:
                in.skipString(start, initial);
                return 0;
            case CborType.ARRAY:
                return indefinite ? ITEMS : in.length(start, initial, 1);
            case CborType.MAP:
                return indefinite ? KEY : 2 * in.length(start, initial, 2);
            case CborType.TAG:
                in.argument(start, initial);
                return 1;
            default:
                long number = in.argument(start, initial);
                if (initial == 0xf8 && number < 32) {
                    throw in.unexpected(start, "a well-formed value");
                }
                return 0;
        }
    }

    private void open(int start, int items) {
        if (in.nesting() + open >= CborReader.MAX_NESTING) {
            throw in.tooDeep(start);
        }
        if (open == missing.length) {
            missing = Arrays.copyOf(missing, open * 2);
        }
        missing[open++] = items;
    }

    private void close(int start) {
        if (open == 0 || missing[open - 1] != ITEMS && missing[open - 1] != KEY) {
            throw in.unexpected(start, "a value");
        }
        open--;
    }

    /** An item is complete, and with it perhaps collections whose last item it was. */
    private void complete() {
        while (open > 0) {
            int waiting = missing[open - 1];
            if (waiting == KEY || waiting == VALUE) {
                missing[open - 1] = waiting == KEY ? VALUE : KEY;
                return;
            }
            if (waiting == ITEMS) {
                return;
            }
            missing[open - 1] = waiting - 1;
            if (waiting > 1) {
                return;
            }
            open--;
        }
    }
}

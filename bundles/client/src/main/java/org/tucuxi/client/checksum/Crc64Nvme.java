package org.tucuxi.client.checksum;

import static org.tucuxi.client.checksum.LittleEndian.read64;

import java.util.zip.Checksum;

/**
 * CRC-64/NVME, which the JDK lacks: reflected polynomial, all ones at the start and inverted at the end. Eight bytes a step, by one table
 * for each place of a byte ("slicing by 8"), and three blocks at once, so that the processor need not wait for one look-up to begin the
 * next: the sums of the blocks are joined by what the zeros of a block make of a sum.
 */
final class Crc64Nvme implements Checksum {

    private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
    private static final int STEP = Long.BYTES;
    private static final int SIZE = 256;
    private static final int BLOCK = 1024;
    /** The table of place i begins at 256 i: what a byte is worth that i bytes follow. */
    private static final long[] TABLES = tables();
    /** Likewise, what each byte of a sum is worth after a block of zeros; here place 7 is the lowest byte. */
    private static final long[] AFTER_BLOCK = afterBlock();

    private long state = -1;

    private static long[] tables() {
        long[] tables = new long[STEP * SIZE];
        for (int i = 0; i < SIZE; i++) {
            long value = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ POLYNOMIAL;
            }
            tables[i] = value;
        }
        for (int i = SIZE; i < tables.length; i++) {
            long before = tables[i - SIZE];
            tables[i] = before >>> Byte.SIZE ^ tables[(int) before & 0xFF];
        }
        return tables;
    }

    private static long[] afterBlock() {
        long[] tables = new long[STEP * SIZE];
        for (int place = 0; place < STEP; place++) {
            int table = (STEP - 1 - place) * SIZE;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                long sum = 1L << place * Byte.SIZE + bit;
                for (int zeros = 0; zeros < BLOCK; zeros += STEP) {
                    sum = word(TABLES, sum);
                }
                // Sums are linear: that of a byte is made of those of its bits.
                int lowest = 1 << bit;
                for (int lower = 0; lower < lowest; lower++) {
                    tables[table + lowest + lower] = tables[table + lower] ^ sum;
                }
            }
        }
        return tables;
    }

    @Override
    public void update(int value) {
        state = state >>> Byte.SIZE ^ TABLES[(int) (state ^ value) & 0xFF];
    }

    @Override
    public void update(byte[] bytes, int from, int length) {
        int end = from + length;
        int at = from;
        long crc = state;
        for (; at <= end - 3 * BLOCK; at += 3 * BLOCK) {
            crc = blocks(bytes, at, crc);
        }
        for (; at <= end - STEP; at += STEP) {
            crc = word(TABLES, crc ^ read64(bytes, at));
        }
        for (; at < end; at++) {
            crc = crc >>> Byte.SIZE ^ TABLES[(int) (crc ^ bytes[at]) & 0xFF];
        }
        state = crc;
    }

    private static long blocks(byte[] bytes, int from, long crc) {
        long first = crc;
        long second = 0;
        long third = 0;
        for (int at = from; at < from + BLOCK; at += STEP) {
            first = word(TABLES, first ^ read64(bytes, at));
            second = word(TABLES, second ^ read64(bytes, at + BLOCK));
            third = word(TABLES, third ^ read64(bytes, at + 2 * BLOCK));
        }
        return word(AFTER_BLOCK, word(AFTER_BLOCK, first) ^ second) ^ third;
    }

    private static long word(long[] tables, long word) {
        int low = (int) word;
        int high = (int) (word >>> Integer.SIZE);
        return tables[7 * SIZE + (low & 0xFF)]
                ^ tables[6 * SIZE + (low >>> 8 & 0xFF)]
                ^ tables[5 * SIZE + (low >>> 16 & 0xFF)]
                ^ tables[4 * SIZE + (low >>> 24)]
                ^ tables[3 * SIZE + (high & 0xFF)]
                ^ tables[2 * SIZE + (high >>> 8 & 0xFF)]
                ^ tables[SIZE + (high >>> 16 & 0xFF)]
                ^ tables[high >>> 24];
    }

    @Override
    public long getValue() {
        return ~state;
    }

    @Override
    public void reset() {
        state = -1;
    }
}

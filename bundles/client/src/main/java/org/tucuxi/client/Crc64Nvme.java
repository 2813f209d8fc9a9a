package org.tucuxi.client;

import java.util.zip.Checksum;

/** CRC-64/NVME, which the JDK lacks: reflected polynomial, all ones at the start and inverted at the end. */
final class Crc64Nvme implements Checksum {

    private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
    private static final long[] TABLE = table();

    private long state = -1;

    private static long[] table() {
        long[] table = new long[256];
        for (int i = 0; i < table.length; i++) {
            long value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ POLYNOMIAL;
            }
            table[i] = value;
        }
        return table;
    }

    @Override
    public void update(int value) {
        state = state >>> 8 ^ TABLE[(int) (state ^ value) & 0xFF];
    }

    @Override
    public void update(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            update(bytes[i]);
        }
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

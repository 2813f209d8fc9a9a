package org.tucuxi.client.checksum;

import static org.tucuxi.client.checksum.LittleEndian.read32;
import static org.tucuxi.client.checksum.LittleEndian.read64;

import org.tucuxi.http.AwsChunkedBody.Sum;

/** XXH64 with the seed 0 (xxHash fast digest algorithm, version 0.2.0). */
final class XxHash64 implements Sum {

    static final long PRIME_1 = 0x9E3779B185EBCA87L;
    static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    static final long PRIME_3 = 0x165667B19E3779F9L;
    static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    static final long PRIME_5 = 0x27D4EB2F165667C5L;
    private static final int STRIPE = 32;

    private final byte[] rest = new byte[STRIPE];
    private int restSize;
    private long total;
    private long a = PRIME_1 + PRIME_2;
    private long b = PRIME_2;
    private long c;
    private long d = -PRIME_1;

    @Override
    public void update(byte[] bytes, int from, int count) {
        total += count;
        int at = from;
        int left = count;
        if (restSize > 0) {
            int taken = Math.min(left, STRIPE - restSize);
            System.arraycopy(bytes, at, rest, restSize, taken);
            restSize += taken;
            at += taken;
            left -= taken;
            if (restSize < STRIPE) {
                return;
            }
            stripes(rest, 0, STRIPE);
            restSize = 0;
        }
        int whole = left - left % STRIPE;
        stripes(bytes, at, at + whole);
        restSize = left - whole;
        System.arraycopy(bytes, at + whole, rest, 0, restSize);
    }

    private void stripes(byte[] bytes, int from, int end) {
        long lane1 = a;
        long lane2 = b;
        long lane3 = c;
        long lane4 = d;
        for (int at = from; at < end; at += STRIPE) {
            lane1 = round(lane1, read64(bytes, at));
            lane2 = round(lane2, read64(bytes, at + 8));
            lane3 = round(lane3, read64(bytes, at + 16));
            lane4 = round(lane4, read64(bytes, at + 24));
        }
        a = lane1;
        b = lane2;
        c = lane3;
        d = lane4;
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
    }

    @Override
    public byte[] digest() {
        byte[] result = new byte[Long.BYTES];
        LittleEndian.bigEndian(avalanche(tail(converged() + total)), result, 0, Long.BYTES);
        return result;
    }

    private long converged() {
        if (total < STRIPE) {
            return PRIME_5;
        }
        long hash = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
        hash = merge(hash, a);
        hash = merge(hash, b);
        hash = merge(hash, c);
        return merge(hash, d);
    }

    private static long merge(long hash, long lane) {
        return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
    }

    private long tail(long start) {
        long hash = start;
        int at = 0;
        for (; at + 8 <= restSize; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, read64(rest, at)), 27) * PRIME_1 + PRIME_4;
        }
        if (at + 4 <= restSize) {
            hash = Long.rotateLeft(hash ^ (read32(rest, at) & 0xFFFFFFFFL) * PRIME_1, 23) * PRIME_2 + PRIME_3;
            at += 4;
        }
        for (; at < restSize; at++) {
            hash = Long.rotateLeft(hash ^ (rest[at] & 0xFF) * PRIME_5, 11) * PRIME_1;
        }
        return hash;
    }

    static long avalanche(long value) {
        long hash = value;
        hash ^= hash >>> 33;
        hash *= PRIME_2;
        hash ^= hash >>> 29;
        hash *= PRIME_3;
        return hash ^ hash >>> 32;
    }

    @Override
    public int size() {
        return Long.BYTES;
    }
}

package org.tucuxi.client.checksum;

import static org.tucuxi.client.checksum.LittleEndian.read32;
import static org.tucuxi.client.checksum.LittleEndian.read64;
import static org.tucuxi.client.checksum.Xxh3Secret.at;
import static org.tucuxi.client.checksum.Xxh3Secret.avalanche;
import static org.tucuxi.client.checksum.Xxh3Secret.fold;

/** XXH3 with 64 bits of at most 240 bytes. */
final class Xxh3Short64 {

    private static final int MIDDLE = 128;
    private static final int MIDDLE_SHIFT = 3;
    /** Where the last 16 bytes of inputs beyond 128 bytes meet the secret. */
    private static final int LAST = 136 - 17;

    private Xxh3Short64() {
    }

    static long hash(byte[] in, int length) {
        if (length > MIDDLE) {
            return upTo240(in, length);
        }
        if (length > 16) {
            return upTo128(in, length);
        }
        if (length > 8) {
            return upTo16(in, length);
        }
        if (length > 3) {
            return upTo8(in, length);
        }
        return length > 0 ? upTo3(in, length) : XxHash64.avalanche(at(56) ^ at(64));
    }

    private static long upTo3(byte[] in, int length) {
        return XxHash64.avalanche(combined(in, length) ^ Xxh3Secret.intAt(0) ^ Xxh3Secret.intAt(4));
    }

    /** Up to three bytes and their number in one word. */
    static long combined(byte[] in, int length) {
        long first = in[0] & 0xFF;
        long middle = in[length >> 1] & 0xFF;
        long last = in[length - 1] & 0xFF;
        return first << 16 | middle << 24 | last | (long) length << 8;
    }

    private static long upTo8(byte[] in, int length) {
        long input = (read32(in, length - 4) & 0xFFFFFFFFL) + ((long) read32(in, 0) << 32);
        long hash = input ^ at(8) ^ at(16);
        hash ^= Long.rotateLeft(hash, 49) ^ Long.rotateLeft(hash, 24);
        hash *= Xxh3Secret.PRIME_MX2;
        hash ^= (hash >>> 35) + length;
        hash *= Xxh3Secret.PRIME_MX2;
        return hash ^ hash >>> 28;
    }

    private static long upTo16(byte[] in, int length) {
        long low = read64(in, 0) ^ at(24) ^ at(32);
        long high = read64(in, length - 8) ^ at(40) ^ at(48);
        return avalanche(length + Long.reverseBytes(low) + high + fold(low, high));
    }

    private static long upTo128(byte[] in, int length) {
        long hash = length * XxHash64.PRIME_1;
        for (int i = (length - 1) / 32; i >= 0; i--) {
            hash += mix(in, 16 * i, 32 * i) + mix(in, length - 16 * (i + 1), 32 * i + 16);
        }
        return avalanche(hash);
    }

    private static long upTo240(byte[] in, int length) {
        long hash = length * XxHash64.PRIME_1;
        for (int i = 0; i < MIDDLE; i += 16) {
            hash += mix(in, i, i);
        }
        hash = avalanche(hash);
        for (int i = MIDDLE; i + 16 <= length; i += 16) {
            hash += mix(in, i, i - MIDDLE + MIDDLE_SHIFT);
        }
        return avalanche(hash + mix(in, length - 16, LAST));
    }

    /** Mixes 16 bytes with 16 bytes of the secret. */
    static long mix(byte[] in, int from, int secret) {
        return fold(read64(in, from) ^ at(secret), read64(in, from + 8) ^ at(secret + 8));
    }
}

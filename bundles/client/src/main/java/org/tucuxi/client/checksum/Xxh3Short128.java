package org.tucuxi.client.checksum;

import static org.tucuxi.client.checksum.LittleEndian.read32;
import static org.tucuxi.client.checksum.LittleEndian.read64;
import static org.tucuxi.client.checksum.Xxh3Secret.at;
import static org.tucuxi.client.checksum.Xxh3Secret.avalanche;
import static org.tucuxi.client.checksum.Xxh3Secret.upperHalf;
import static org.tucuxi.client.checksum.Xxh3Short64.mix;

/** XXH3 with 128 bits of at most 240 bytes. */
record Xxh3Short128(long high, long low) {

    private static final int MIDDLE = 160;
    private static final int MIDDLE_SHIFT = 3;
    /** Where the last 32 bytes of inputs beyond 128 bytes meet the secret. */
    private static final int LAST = 136 - 17 - 16;

    static Xxh3Short128 of(byte[] in, int length) {
        if (length > 128) {
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
        return length > 0 ? upTo3(in, length) : new Xxh3Short128(XxHash64.avalanche(at(80) ^ at(88)),
                XxHash64.avalanche(at(64) ^ at(72)));
    }

    private static Xxh3Short128 upTo3(byte[] in, int length) {
        long lower = Xxh3Short64.combined(in, length);
        long upper = Integer.rotateLeft(Integer.reverseBytes((int) lower), 13) & 0xFFFFFFFFL;
        return new Xxh3Short128(XxHash64.avalanche(upper ^ Xxh3Secret.intAt(8) ^ Xxh3Secret.intAt(12)),
                XxHash64.avalanche(lower ^ Xxh3Secret.intAt(0) ^ Xxh3Secret.intAt(4)));
    }

    private static Xxh3Short128 upTo8(byte[] in, int length) {
        long input = (read32(in, 0) & 0xFFFFFFFFL) + ((long) read32(in, length - 4) << 32);
        long keyed = input ^ at(16) ^ at(24);
        long factor = XxHash64.PRIME_1 + (length << 2);
        long low = keyed * factor;
        long high = upperHalf(keyed, factor) + (low << 1);
        low ^= high >>> 3;
        low ^= low >>> 35;
        low *= Xxh3Secret.PRIME_MX2;
        return new Xxh3Short128(avalanche(high), low ^ low >>> 28);
    }

    private static Xxh3Short128 upTo16(byte[] in, int length) {
        long last = read64(in, length - 8);
        long mixed = read64(in, 0) ^ last ^ at(32) ^ at(40);
        long low = mixed * XxHash64.PRIME_1 + ((long) (length - 1) << 54);
        long upper = last ^ at(48) ^ at(56);
        long high = upperHalf(mixed, XxHash64.PRIME_1) + upper + (upper & 0xFFFFFFFFL) * (Xxh3Secret.PRIME32_2 - 1);
        low ^= Long.reverseBytes(high);
        return new Xxh3Short128(avalanche(upperHalf(low, XxHash64.PRIME_2) + high * XxHash64.PRIME_2),
                avalanche(low * XxHash64.PRIME_2));
    }

    private static Xxh3Short128 upTo128(byte[] in, int length) {
        Xxh3Short128 hash = new Xxh3Short128(0, length * XxHash64.PRIME_1);
        for (int i = (length - 1) / 32; i >= 0; i--) {
            hash = hash.with(in, 16 * i, length - 16 * (i + 1), 32 * i);
        }
        return hash.ended(length);
    }

    private static Xxh3Short128 upTo240(byte[] in, int length) {
        Xxh3Short128 hash = new Xxh3Short128(0, length * XxHash64.PRIME_1);
        for (int end = 32; end < MIDDLE; end += 32) {
            hash = hash.with(in, end - 32, end - 16, end - 32);
        }
        hash = new Xxh3Short128(avalanche(hash.high), avalanche(hash.low));
        for (int end = MIDDLE; end <= length; end += 32) {
            hash = hash.with(in, end - 32, end - 16, MIDDLE_SHIFT + end - MIDDLE);
        }
        return hash.with(in, length - 16, length - 32, LAST).ended(length);
    }

    private Xxh3Short128 with(byte[] in, int first, int second, int secret) {
        return new Xxh3Short128(high + mix(in, second, secret + 16) ^ read64(in, first) + read64(in, first + 8),
                low + mix(in, first, secret) ^ read64(in, second) + read64(in, second + 8));
    }

    private Xxh3Short128 ended(int length) {
        return new Xxh3Short128(
                -avalanche(low * XxHash64.PRIME_1 + high * XxHash64.PRIME_4 + length * XxHash64.PRIME_2),
                avalanche(high + low));
    }
}

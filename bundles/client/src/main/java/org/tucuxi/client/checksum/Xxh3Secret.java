package org.tucuxi.client.checksum;

import java.util.HexFormat;

/** The default secret of XXH3, and its constants. */
final class Xxh3Secret {

    static final long PRIME32_1 = 0x9E3779B1L;
    static final long PRIME32_2 = 0x85EBCA77L;
    static final long PRIME32_3 = 0xC2B2AE3DL;
    static final long PRIME_MX1 = 0x165667919E3779F9L;
    static final long PRIME_MX2 = 0x9FB21C651E98DF25L;

    private static final byte[] SECRET = HexFormat.of().parseHex(
            "b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
                    + "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
                    + "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
                    + "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364"
                    + "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e"
                    + "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e");

    private Xxh3Secret() {
    }

    static long at(int offset) {
        return LittleEndian.read64(SECRET, offset);
    }

    static long intAt(int offset) {
        return LittleEndian.read32(SECRET, offset) & 0xFFFFFFFFL;
    }

    /** Words of the secret, one after the other. */
    static long[] words(int offset, int count) {
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            words[i] = at(offset + i * Long.BYTES);
        }
        return words;
    }

    static long avalanche(long value) {
        long hash = value;
        hash ^= hash >>> 37;
        hash *= PRIME_MX1;
        return hash ^ hash >>> 32;
    }

    /** The product's two halves, exclusively or-ed. */
    static long fold(long left, long right) {
        return left * right ^ upperHalf(left, right);
    }

    /** The upper half of the unsigned product. */
    static long upperHalf(long left, long right) {
        return Math.multiplyHigh(left, right) + (left >> 63 & right) + (right >> 63 & left);
    }
}

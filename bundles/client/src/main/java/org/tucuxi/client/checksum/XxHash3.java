package org.tucuxi.client.checksum;

import static org.tucuxi.client.checksum.LittleEndian.read64;
import static org.tucuxi.client.checksum.XxHash64.PRIME_1;
import static org.tucuxi.client.checksum.XxHash64.PRIME_2;
import static org.tucuxi.client.checksum.XxHash64.PRIME_3;
import static org.tucuxi.client.checksum.XxHash64.PRIME_4;
import static org.tucuxi.client.checksum.XxHash64.PRIME_5;
import static org.tucuxi.client.checksum.Xxh3Secret.avalanche;
import static org.tucuxi.client.checksum.Xxh3Secret.fold;

import org.tucuxi.http.AwsChunkedBody.Sum;

/** XXH3 with the default secret and the seed 0, in its 64-bit or 128-bit form (xxHash fast digest algorithm, version 0.2.0). */
final class XxHash3 implements Sum {

    private static final int STRIPE = 64;
    private static final int STRIPES_PER_BLOCK = 16;
    /** Longer inputs are hashed by stripes. */
    private static final int SHORT = 240;
    private static final int BUFFER = 256;

    private static final long[] SECRET = Xxh3Secret.words(0, 24);
    private static final long[] LAST_STRIPE = Xxh3Secret.words(121, 8);
    private static final long[] MERGE_LOW = Xxh3Secret.words(11, 8);
    private static final long[] MERGE_HIGH = Xxh3Secret.words(117, 8);

    private final boolean is128;
    private final long[] lanes = {Xxh3Secret.PRIME32_3, PRIME_1, PRIME_2, PRIME_3, PRIME_4, Xxh3Secret.PRIME32_2, PRIME_5,
            Xxh3Secret.PRIME32_1};
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;
    private long total;
    /** Stripes of the current block that were taken in. */
    private int stripes;

    XxHash3(boolean is128) {
        this.is128 = is128;
    }

    /** Something always stays in the buffer: the last stripe is treated in another way than the others. */
    @Override
    public void update(byte[] bytes, int from, int count) {
        total += count;
        int at = from;
        int left = count;
        if (left <= BUFFER - buffered) {
            System.arraycopy(bytes, at, buffer, buffered, left);
            buffered += left;
            return;
        }
        if (buffered > 0) {
            int taken = BUFFER - buffered;
            System.arraycopy(bytes, at, buffer, buffered, taken);
            at += taken;
            left -= taken;
            take(buffer, 0, BUFFER / STRIPE);
            buffered = 0;
        }
        if (left > BUFFER) {
            int whole = (left - 1) / STRIPE;
            take(bytes, at, whole);
            at += whole * STRIPE;
            left -= whole * STRIPE;
            // The last stripe may reach back into what was taken in.
            System.arraycopy(bytes, at - STRIPE, buffer, BUFFER - STRIPE, STRIPE);
        }
        System.arraycopy(bytes, at, buffer, 0, left);
        buffered = left;
    }

    private void take(byte[] bytes, int from, int count) {
        int at = from;
        int left = count;
        while (left > 0) {
            int now = Math.min(left, STRIPES_PER_BLOCK - stripes);
            accumulate(bytes, at, now, SECRET, stripes);
            at += now * STRIPE;
            left -= now;
            stripes += now;
            if (stripes == STRIPES_PER_BLOCK) {
                scramble();
                stripes = 0;
            }
        }
    }

    private void accumulate(byte[] bytes, int from, int count, long[] secret, int word) {
        long l0 = lanes[0];
        long l1 = lanes[1];
        long l2 = lanes[2];
        long l3 = lanes[3];
        long l4 = lanes[4];
        long l5 = lanes[5];
        long l6 = lanes[6];
        long l7 = lanes[7];
        int at = from;
        for (int i = word; i < word + count; i++, at += STRIPE) {
            long even0 = read64(bytes, at);
            long odd0 = read64(bytes, at + 8);
            l0 += odd0 + halves(even0 ^ secret[i]);
            l1 += even0 + halves(odd0 ^ secret[i + 1]);
            long even2 = read64(bytes, at + 16);
            long odd2 = read64(bytes, at + 24);
            l2 += odd2 + halves(even2 ^ secret[i + 2]);
            l3 += even2 + halves(odd2 ^ secret[i + 3]);
            long even4 = read64(bytes, at + 32);
            long odd4 = read64(bytes, at + 40);
            l4 += odd4 + halves(even4 ^ secret[i + 4]);
            l5 += even4 + halves(odd4 ^ secret[i + 5]);
            long even6 = read64(bytes, at + 48);
            long odd6 = read64(bytes, at + 56);
            l6 += odd6 + halves(even6 ^ secret[i + 6]);
            l7 += even6 + halves(odd6 ^ secret[i + 7]);
        }
        lanes[0] = l0;
        lanes[1] = l1;
        lanes[2] = l2;
        lanes[3] = l3;
        lanes[4] = l4;
        lanes[5] = l5;
        lanes[6] = l6;
        lanes[7] = l7;
    }

    private static long halves(long key) {
        return (key & 0xFFFFFFFFL) * (key >>> 32);
    }

    private void scramble() {
        for (int i = 0; i < lanes.length; i++) {
            long lane = lanes[i];
            lanes[i] = (lane ^ lane >>> 47 ^ SECRET[STRIPES_PER_BLOCK + i]) * Xxh3Secret.PRIME32_1;
        }
    }

    @Override
    public byte[] digest() {
        byte[] result = new byte[size()];
        if (total <= SHORT) {
            shortDigest(result);
            return result;
        }
        finish();
        if (is128) {
            LittleEndian.bigEndian(merge(MERGE_HIGH, ~(total * PRIME_2)), result, 0, Long.BYTES);
        }
        LittleEndian.bigEndian(merge(MERGE_LOW, total * PRIME_1), result, result.length - Long.BYTES, Long.BYTES);
        return result;
    }

    private void shortDigest(byte[] result) {
        if (is128) {
            Xxh3Short128 hash = Xxh3Short128.of(buffer, buffered);
            LittleEndian.bigEndian(hash.high(), result, 0, Long.BYTES);
            LittleEndian.bigEndian(hash.low(), result, Long.BYTES, Long.BYTES);
        } else {
            LittleEndian.bigEndian(Xxh3Short64.hash(buffer, buffered), result, 0, Long.BYTES);
        }
    }

    private void finish() {
        if (buffered >= STRIPE) {
            take(buffer, 0, (buffered - 1) / STRIPE);
            accumulate(buffer, buffered - STRIPE, 1, LAST_STRIPE, 0);
        } else {
            byte[] last = new byte[STRIPE];
            System.arraycopy(buffer, BUFFER - STRIPE + buffered, last, 0, STRIPE - buffered);
            System.arraycopy(buffer, 0, last, STRIPE - buffered, buffered);
            accumulate(last, 0, 1, LAST_STRIPE, 0);
        }
    }

    private long merge(long[] secret, long start) {
        long hash = start;
        for (int i = 0; i < lanes.length; i += 2) {
            hash += fold(lanes[i] ^ secret[i], lanes[i + 1] ^ secret[i + 1]);
        }
        return avalanche(hash);
    }

    @Override
    public int size() {
        return is128 ? 2 * Long.BYTES : Long.BYTES;
    }
}

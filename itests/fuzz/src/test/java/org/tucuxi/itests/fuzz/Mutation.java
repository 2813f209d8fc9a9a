package org.tucuxi.itests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages bytes, whatever they mean. */
final class Mutation {

    private static final int LARGEST = 1 << 19;
    private static final String[] NUMBERS = {
        "-1", "0", "2147483647", "2147483648", "-9223372036854775809", "1e999999999", "99999999999999999999",
        "0.1e-99999", "65536"
    };
    private static final byte[][] NO_UTF8 = {
        {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0x80}, {(byte) 0xff},
        {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
        {(byte) 0xff, (byte) 0xfe}, {0}, {(byte) 0xe2, (byte) 0x82}, {(byte) 0xf0, (byte) 0x9f}
    };

    private final SplittableRandom random;

    Mutation(SplittableRandom random) {
        this.random = random;
    }

    /** Damages bytes in a few places. */
    byte[] of(byte[] original) {
        byte[] bytes = original;
        for (int i = 1 + random.nextInt(random.nextInt(8) == 0 ? 12 : 3); i > 0; i--) {
            bytes = once(bytes);
        }
        return bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
    }

    private byte[] once(byte[] in) {
        int at = random.nextInt(in.length + 1);
        int end = at + random.nextInt(Math.min(64, in.length - at) + 1);
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> flipped(in, 1 << random.nextInt(8));
            case 3 -> flipped(in, 1 + random.nextInt(255));
            case 4 -> Arrays.copyOf(in, at);
            case 5 -> spliced(in, at, end, new byte[0]);
            case 6 -> spliced(in, at, at, Arrays.copyOfRange(in, at, end));
            case 7 -> repeated(in, at, end);
            case 8 -> spliced(in, at, at, NO_UTF8[random.nextInt(NO_UTF8.length)]);
            case 9 -> number(in, at);
            case 10 -> spliced(in, at, end, noise());
            case 11 -> moved(in, at, end);
            default -> random.nextInt(10) == 0 ? recoded(in) : spliced(in, at, at,
                    new byte[] {(byte) random.nextInt(256)});
        };
    }

    private byte[] flipped(byte[] in, int mask) {
        byte[] out = in.clone();
        if (out.length > 0) {
            out[random.nextInt(out.length)] ^= (byte) mask;
        }
        return out;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(16)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] repeated(byte[] in, int from, int to) {
        int times = random.nextInt(random.nextInt(6) == 0 ? 3000 : 20);
        byte[] piece = Arrays.copyOfRange(in, from, to);
        byte[] all = new byte[Math.min(piece.length * times, LARGEST)];
        for (int i = 0; i < all.length; i++) {
            all[i] = piece[i % piece.length];
        }
        return spliced(in, to, to, all);
    }

    private byte[] moved(byte[] in, int from, int to) {
        byte[] piece = Arrays.copyOfRange(in, from, to);
        byte[] rest = spliced(in, from, to, new byte[0]);
        int at = random.nextInt(rest.length + 1);
        return spliced(rest, at, at, piece);
    }

    private byte[] number(byte[] in, int near) {
        for (int i = near; i < in.length; i++) {
            if (in[i] >= '0' && in[i] <= '9') {
                int end = i;
                while (end < in.length && in[end] >= '0' && in[end] <= '9') {
                    end++;
                }
                return spliced(in, i, end, NUMBERS[random.nextInt(NUMBERS.length)].getBytes(StandardCharsets.US_ASCII));
            }
        }
        return in;
    }

    private byte[] recoded(byte[] in) {
        String text = new String(in, StandardCharsets.UTF_8);
        return text.getBytes(switch (random.nextInt(3)) {
            case 0 -> StandardCharsets.UTF_16;
            case 1 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.ISO_8859_1;
        });
    }

    private static byte[] spliced(byte[] in, int from, int to, byte[] with) {
        byte[] out = new byte[in.length - (to - from) + with.length];
        System.arraycopy(in, 0, out, 0, from);
        System.arraycopy(with, 0, out, from, with.length);
        System.arraycopy(in, to, out, from + with.length, in.length - to);
        return out;
    }
}

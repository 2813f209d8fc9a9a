package org.tucuxi.itests.faults;

import java.util.List;

/** Numbers that depend on nothing but a seed and what they are for. */
final class Chance {

    private long state;

    Chance(long seed, long purpose) {
        state = mix(seed * 0x9E3779B97F4A7C15L + purpose);
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** From 0 to below 1. */
    double unit() {
        state = mix(state);
        return (state >>> 11) * 0x1.0p-53;
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    boolean oneIn(int many) {
        return below(many) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}

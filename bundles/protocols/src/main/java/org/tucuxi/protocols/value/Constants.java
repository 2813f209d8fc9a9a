package org.tucuxi.protocols.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads text that mostly is one of the names of an enum. A page of results repeats STANDARD a thousand times: one
 * String serves them all. A table, because EC2 has a thousand types of instances. Unknown names pass as they are.
 */
final class Constants implements ScalarParser {

    private final String[] names;
    private final byte[][] encoded;

    Constants(List<?> enumeration) {
        int size = Math.max(4, Integer.highestOneBit(enumeration.size() * 2) * 2);
        names = new String[size];
        encoded = new byte[size][];
        for (Object name : enumeration) {
            byte[] bytes = String.valueOf(name).getBytes(StandardCharsets.UTF_8);
            int place = find(bytes, 0, bytes.length);
            names[place] = String.valueOf(name);
            encoded[place] = bytes;
        }
    }

    @Override
    public Object parse(byte[] text, int from, int to) {
        String name = names[find(text, from, to)];
        return name != null ? name : new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    /** The place of a name: taken by it, or free. */
    private int find(byte[] text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        int place = (hash ^ hash >>> 15) & names.length - 1;
        while (encoded[place] != null && !Arrays.equals(encoded[place], 0, encoded[place].length, text, from, to)) {
            place = place + 1 & names.length - 1;
        }
        return place;
    }
}

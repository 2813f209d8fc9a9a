package org.tucuxi.itests.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Damages trees of maps and lists: parts go, change places, become something else. */
final class TreeMutation {

    private final SplittableRandom random;
    private final List<Object> containers = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    TreeMutation(SplittableRandom random) {
        this.random = random;
    }

    /** Damages a tree in a few places. */
    void damage(Map<String, Object> tree) {
        collect(tree, 0);
        for (int i = 1 + random.nextInt(random.nextInt(5) == 0 ? 20 : 3); i > 0; i--) {
            change(containers.get(random.nextInt(containers.size())));
        }
    }

    private void collect(Object value, int depth) {
        values.add(value);
        if (depth > 100) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            containers.add(value);
            map.values().forEach(child -> collect(child, depth + 1));
        } else if (value instanceof List<?> list) {
            containers.add(value);
            list.forEach(child -> collect(child, depth + 1));
        }
    }

    @SuppressWarnings("unchecked")
    private void change(Object container) {
        if (container instanceof Map<?, ?> map) {
            change((Map<String, Object>) map);
        } else {
            change((List<Object>) container);
        }
    }

    private void change(Map<String, Object> map) {
        List<String> keys = new ArrayList<>(map.keySet());
        String key = keys.isEmpty() ? "shape" : keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(4)) {
            case 0 -> map.remove(key);
            case 1 -> map.put(Scalars.name(random), map.get(key));
            default -> map.put(key, other());
        }
    }

    private void change(List<Object> list) {
        if (list.isEmpty() || random.nextInt(3) == 0) {
            list.add(other());
        } else if (random.nextBoolean()) {
            list.remove(random.nextInt(list.size()));
        } else {
            list.set(random.nextInt(list.size()), other());
        }
    }

    private Object other() {
        return switch (random.nextInt(14)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextLong();
            case 4 -> random.nextDouble() * 1e300;
            case 5 -> new ArrayList<>();
            case 6 -> new LinkedHashMap<>();
            case 7 -> Scalars.hostile(random);
            case 8 -> Scalars.name(random);
            case 9 -> nested(1 + random.nextInt(random.nextBoolean() ? 10 : 400));
            default -> copy(values.get(random.nextInt(values.size())), 0);
        };
    }

    private Object nested(int levels) {
        Object value = 1;
        for (int i = 0; i < levels; i++) {
            value = random.nextBoolean() ? new ArrayList<>(List.of(value)) : new LinkedHashMap<>(Map.of("a", value));
        }
        return value;
    }

    /** A copy, so that a tree does not come to contain itself: no document does. */
    private static Object copy(Object value, int depth) {
        if (depth > 60) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> result = new LinkedHashMap<>();
            map.forEach((key, child) -> result.put((String) key, copy(child, depth + 1)));
            return result;
        }
        if (value instanceof List<?> list) {
            List<Object> result = new ArrayList<>();
            list.forEach(child -> result.add(copy(child, depth + 1)));
            return result;
        }
        return value;
    }

    static Map<String, Object> copy(Map<String, Object> tree) {
        @SuppressWarnings("unchecked")
        Map<String, Object> result = (Map<String, Object>) copy(tree, 0);
        return result;
    }
}

package org.tucuxi.protocols.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StructureMapTest {

    private static final StructureLayout LAYOUT = new StructureLayout(List.of("Key", "Size", "ETag", "Owner"));

    private final StructureMap map = new StructureMap(LAYOUT);

    @Test
    void isEmptyUntilAMemberArrives() {
        assertThat(map).isEmpty();
        assertThat(map.getAt(3)).isNull();
        assertThat(map.get("Key")).isNull();
        assertThat(map.containsKey("Key")).isFalse();
        assertThat(map.remove("Key")).isNull();

        map.putAt(3, "o");
        map.clear();
        map.put("Size", 1);

        assertThat(map).containsExactly(Map.entry("Size", 1));
    }

    @Test
    void serialisedItIsALinkedHashMapAllTheWayDown() throws Exception {
        StructureMap owner = new StructureMap(LAYOUT);
        owner.put("Key", "inner");
        map.put("Size", 1);
        map.put("Owner", new ArrayList<>(List.of(owner)));
        map.put("more", null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(map);
        }

        Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(read).isExactlyInstanceOf(LinkedHashMap.class).isEqualTo(map).hasToString(map.toString());
        assertThat(((List<?>) ((Map<?, ?>) read).get("Owner")).get(0)).isExactlyInstanceOf(LinkedHashMap.class);
    }

    @Test
    void aStructureHasNoMoreMembersThanItHasPlaces() {
        List<String> names = java.util.stream.IntStream.range(0, 40_000).mapToObj(Integer::toString).toList();

        assertThatThrownBy(() -> new StructureLayout(names)).isInstanceOf(org.tucuxi.model.ModelException.class)
                .hasMessageContaining("40000 members");
    }

    @Test
    void keepsTheOrderOfArrival() {
        map.put("ETag", "e");
        map.put("Key", "k");
        map.put("ETag", "f");

        assertThat(map).containsExactly(Map.entry("ETag", "f"), Map.entry("Key", "k"));
        assertThat(map.toString()).isEqualTo("{ETag=f, Key=k}");
    }

    @Test
    void membersAreReachedByPlaceAndByName() {
        map.putAt(1, 42);

        assertThat(map.get("Size")).isEqualTo(42);
        assertThat(map.getAt(1)).isEqualTo(42);
        assertThat(map.containsKey("Key")).isFalse();
        assertThat(map.get(42)).isNull();
    }

    @Test
    void takesAnyKeyAndStaysTheSameMap() {
        map.put("Key", "k");
        map.put("Added", 1);
        map.putAt(1, 2);
        map.put(null, "n");

        assertThat(map.keySet()).containsExactly("Key", "Added", "Size", null);
        assertThat(map.getAt(0)).isEqualTo("k");
        assertThat(map.remove("Key")).isEqualTo("k");
    }

    @Test
    void aNullThatWasPutIsPresent() {
        map.put("Key", null);

        assertThat(map.containsKey("Key")).isTrue();
        assertThat(map.get("Key")).isNull();
        assertThat(map).hasSize(1);
    }

    @Test
    void entriesWriteThrough() {
        map.put("Key", "old");

        map.entrySet().iterator().next().setValue("new");

        assertThat(map.get("Key")).isEqualTo("new");
    }

    @Test
    void iteratorsTellOfChangesAndOfTheirEnd() {
        map.put("Key", "k");
        Iterator<String> stale = map.keySet().iterator();
        map.put("Size", 1);
        Iterator<String> overtaken = map.keySet().iterator();
        map.put("Foreign", 1);

        assertThatThrownBy(stale::next).isInstanceOf(ConcurrentModificationException.class);
        assertThatThrownBy(overtaken::next).isInstanceOf(ConcurrentModificationException.class);
        assertThatThrownBy(new StructureMap(LAYOUT).keySet().iterator()::next)
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void behavesLikeALinkedHashMapInRandomPlay() {
        Random random = new Random(17);
        List<String> keys = new ArrayList<>(List.of("Key", "Size", "ETag", "Owner"));
        for (int game = 0; game < 300; game++) {
            Map<String, Object> ours = new StructureMap(LAYOUT);
            Map<String, Object> expected = new LinkedHashMap<>();
            if (game == 150) {
                keys.add("Foreign");
            }
            for (int move = 0; move < 40; move++) {
                String key = keys.get(random.nextInt(keys.size()));
                Object value = random.nextInt(5) == 0 ? null : (Object) move;
                switch (random.nextInt(6)) {
                    case 0 -> assertThat(ours.remove(key)).isEqualTo(expected.remove(key));
                    case 1 -> assertThat(ours.putIfAbsent(key, value)).isEqualTo(expected.putIfAbsent(key, value));
                    case 2 -> assertThat(ours.keySet().removeIf(key::equals))
                            .isEqualTo(expected.keySet().removeIf(key::equals));
                    case 3 -> {
                        ours.replaceAll((k, v) -> k + v);
                        expected.replaceAll((k, v) -> k + v);
                    }
                    default -> assertThat(ours.put(key, value)).isEqualTo(expected.put(key, value));
                }
                assertThat(ours).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
                assertThat(expected).isEqualTo(ours);
            }
            ours.clear();
            assertThat(ours).isEmpty();
        }
    }
}

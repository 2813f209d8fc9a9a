package org.tucuxi.protocols.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.value.ValueFault;

/** The members of a structure by the names of their elements; looked up by the bytes of the document. */
final class ElementTable {

    private final Slot[] slots;

    ElementTable(int members) {
        // Flattened lists may have two names each; half of the table stays empty.
        slots = new Slot[Math.max(4, Integer.highestOneBit(members * 4) * 2)];
    }

    private record Slot(byte[] name, Member member) {
    }

    /** Adds a member. Two may have the same name (S3's Event and Events): then each reads the element. */
    void add(String name, Member member) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int place = find(bytes);
        Member both = slots[place] == null ? member : new Both(slots[place].member(), member);
        slots[place] = new Slot(bytes, both);
    }

    /** Gives a member a second name, unless that is another's. */
    void addUnlessTaken(String name, String firstName) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        Slot first = slots[find(firstName.getBytes(StandardCharsets.UTF_8))];
        int place = find(bytes);
        if (slots[place] == null) {
            slots[place] = new Slot(bytes, first.member());
        }
    }

    /** The place of a name: taken by it, or free. */
    private int find(byte[] name) {
        int place = XmlReader.place(name, 0, name.length) & slots.length - 1;
        while (slots[place] != null && !Arrays.equals(slots[place].name(), name)) {
            place = place + 1 & slots.length - 1;
        }
        return place;
    }

    /** The member whose element has just started, or null. */
    Member find(XmlReader in) {
        int place = in.namePlace() & slots.length - 1;
        for (Slot slot = slots[place]; slot != null; slot = slots[place]) {
            if (in.isNamed(slot.name())) {
                return slot.member();
            }
            place = place + 1 & slots.length - 1;
        }
        return null;
    }

    /** Reads one element of a member into a structure. */
    sealed interface Member {

        void read(XmlReader in, StructureMap target);
    }

    /** What is beside or around the members of a result. */
    sealed interface Surrounding extends Member {

        String element();
    }

    /**
     * An element that has the members of the result.
     *
     * @param element its name
     * @param members reads them
     */
    record Wrapper(String element, StructureReader members) implements Surrounding {

        @Override
        public void read(XmlReader in, StructureMap target) {
            members.fill(in, target);
        }
    }

    /**
     * What a document says about itself; it goes to the map that is in the structure at {@code index}, and nowhere when
     * there is none.
     *
     * @param index the place of the map
     * @param element the element's name
     * @param key the key for the element's text, or null when the children of the element are the entries
     */
    record Metadata(int index, String element, String key) implements Surrounding {

        @Override
        @SuppressWarnings("unchecked")
        public void read(XmlReader in, StructureMap target) {
            if (!(target.getAt(index) instanceof Map<?, ?> metadata)) {
                in.skipElement();
            } else if (key == null) {
                readChildren(in, (Map<String, Object>) metadata);
            } else {
                in.readElementText();
                ((Map<String, Object>) metadata).putIfAbsent(key, in.text());
            }
        }

        private static void readChildren(XmlReader in, Map<String, Object> metadata) {
            while (in.toChild()) {
                String name = in.localName();
                in.readElementText();
                metadata.putIfAbsent(name, in.text());
            }
        }
    }

    /** Two members that come from the same element. */
    record Both(Member first, Member second) implements Member {

        @Override
        public void read(XmlReader in, StructureMap target) {
            XmlReader.Mark start = in.mark();
            first.read(in, target);
            in.reset(start);
            second.read(in, target);
        }
    }

    /** A member that comes once; if it comes again, the first counts. */
    record Single(String name, int index, ElementReader reader, boolean attribute) implements Member {

        @Override
        public void read(XmlReader in, StructureMap target) {
            // An element goes before the attribute that was read with the start tag.
            if (!attribute && target.getAt(index) != null) {
                in.skipElement();
                return;
            }
            try {
                target.putAt(index, reader.read(in));
            } catch (ValueFault fault) {
                throw fault.in(name);
            }
        }
    }

    /** A list whose items lie in the structure's own element. */
    record FlatList(String name, int index, ElementReader.Items items) implements Member {

        @Override
        @SuppressWarnings("unchecked")
        public void read(XmlReader in, StructureMap target) {
            List<Object> list = (List<Object>) target.getAt(index);
            if (list == null) {
                list = new ArrayList<>();
                target.putAt(index, list);
            }
            try {
                items.add(in, list);
            } catch (ValueFault fault) {
                throw fault.in(name);
            }
        }
    }

    /** A map whose entries lie in the structure's own element. */
    record FlatMap(String name, int index, ElementReader.Entries entries) implements Member {

        @Override
        @SuppressWarnings("unchecked")
        public void read(XmlReader in, StructureMap target) {
            Map<String, Object> map = (Map<String, Object>) target.getAt(index);
            if (map == null) {
                map = new LinkedHashMap<>();
                target.putAt(index, map);
            }
            try {
                entries.add(in, map);
            } catch (ValueFault fault) {
                throw fault.in(name);
            }
        }
    }
}

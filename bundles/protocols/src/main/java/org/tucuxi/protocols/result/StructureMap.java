package org.tucuxi.protocols.result;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A result structure. To its users it is a LinkedHashMap: mutable, in the order of arrival, open to any key. Inside,
 * members sit in an array by their place in the shape, which takes a third of the memory; a key that is no member turns
 * it into an ordinary map. Serialised it is a LinkedHashMap, so that whoever reads it needs no class of this bundle.
 */
public final class StructureMap extends AbstractMap<String, Object> implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Object[] NO_VALUES = {};
    private static final short[] NO_ORDER = {};
    /** Stands for a null that somebody put; a null in the array is an absent member. */
    private static final Object NULL = new Object();

    private final transient StructureLayout layout;
    private transient Object[] values;
    private transient short[] order;
    private transient int size;
    private transient int changes;
    private transient Map<String, Object> ordinary;

    /**
     * Makes an empty structure.
     *
     * @param layout its members
     */
    public StructureMap(StructureLayout layout) {
        this.layout = layout;
        // Three bytes of a document make an empty structure, so one costs no more than its object.
        this.values = NO_VALUES;
        this.order = NO_ORDER;
    }

    /**
     * The value of a member.
     *
     * @param index its place in the layout
     * @return its value, or null when it is absent
     */
    public Object getAt(int index) {
        return ordinary == null ? unmask(value(index)) : ordinary.get(layout.name(index));
    }

    /**
     * Sets a member.
     *
     * @param index its place in the layout
     * @param value its value
     * @return its old value, or null when it was absent
     */
    public Object putAt(int index, Object value) {
        if (ordinary != null) {
            return ordinary.put(layout.name(index), value);
        }
        if (values.length == 0) {
            values = new Object[layout.size()];
            order = new short[layout.size()];
        }
        Object old = values[index];
        values[index] = value == null ? NULL : value;
        if (old == null) {
            order[size++] = (short) index;
            changes++;
        }
        return unmask(old);
    }

    @Override
    public Object get(Object key) {
        if (ordinary != null) {
            return ordinary.get(key);
        }
        int index = layout.indexOf(key);
        return index < 0 ? null : unmask(value(index));
    }

    @Override
    public boolean containsKey(Object key) {
        if (ordinary != null) {
            return ordinary.containsKey(key);
        }
        int index = layout.indexOf(key);
        return index >= 0 && value(index) != null;
    }

    @Override
    public Object put(String key, Object value) {
        int index = ordinary != null ? -1 : layout.indexOf(key);
        return index >= 0 ? putAt(index, value) : ordinary().put(key, value);
    }

    @Override
    public Object remove(Object key) {
        if (ordinary != null) {
            return ordinary.remove(key);
        }
        int index = layout.indexOf(key);
        if (index < 0 || value(index) == null) {
            return null;
        }
        int place = 0;
        while (order[place] != index) {
            place++;
        }
        return removeAt(place);
    }

    @Override
    public int size() {
        return ordinary == null ? size : ordinary.size();
    }

    @Override
    public void clear() {
        changes++;
        size = 0;
        if (ordinary != null) {
            ordinary.clear();
        } else {
            values = NO_VALUES;
            order = NO_ORDER;
        }
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return ordinary == null ? new Members() : ordinary.entrySet().iterator();
            }

            @Override
            public int size() {
                return StructureMap.this.size();
            }
        };
    }

    private Object removeAt(int place) {
        int index = order[place];
        System.arraycopy(order, place + 1, order, place, --size - place);
        Object old = values[index];
        values[index] = null;
        changes++;
        return unmask(old);
    }

    private Map<String, Object> ordinary() {
        if (ordinary == null) {
            Map<String, Object> copy = new LinkedHashMap<>(Math.max(16, size * 2));
            for (int i = 0; i < size; i++) {
                copy.put(layout.name(order[i]), unmask(values[order[i]]));
            }
            ordinary = copy;
            values = null;
            order = null;
            changes++;
        }
        return ordinary;
    }

    private Object value(int index) {
        return values.length == 0 ? null : values[index];
    }

    private Object writeReplace() {
        return new LinkedHashMap<>(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("A structure is serialised as a LinkedHashMap");
    }

    private static Object unmask(Object value) {
        return value == NULL ? null : value;
    }

    private final class Members implements Iterator<Entry<String, Object>> {
        private int next;
        private int expected = changes;
        private boolean removable;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Entry<String, Object> next() {
            check();
            if (next >= size) {
                throw new NoSuchElementException();
            }
            removable = true;
            int index = order[next++];
            return new Member(layout.name(index), unmask(values[index]));
        }

        @Override
        public void remove() {
            if (!removable) {
                throw new IllegalStateException("next() was not called");
            }
            check();
            removable = false;
            removeAt(--next);
            expected = changes;
        }

        private void check() {
            if (expected != changes) {
                throw new ConcurrentModificationException("The structure was changed while it was iterated");
            }
        }
    }

    /** An entry that writes through. */
    private final class Member extends SimpleEntry<String, Object> {
        private static final long serialVersionUID = 1L;

        Member(String name, Object value) {
            super(name, value);
        }

        @Override
        public Object setValue(Object value) {
            put(getKey(), value);
            return super.setValue(value);
        }
    }
}

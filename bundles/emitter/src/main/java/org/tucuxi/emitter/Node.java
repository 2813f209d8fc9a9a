package org.tucuxi.emitter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tucuxi.event.Section;

/**
 * A node of a persistent trie of event names. A change copies the path from the root and shares the rest, so that a
 * copy of an emitter shares the trie itself. Children are sorted arrays and not maps: they are small, and there is one
 * trie for each client.
 *
 * @param <T> what is registered
 */
final class Node<T> {

    private static final String[] NO_PARTS = {};
    private static final Node<?>[] NO_CHILDREN = {};
    private static final Node<?> EMPTY = new Node<>(NO_PARTS, children(NO_CHILDREN), List.of(), List.of(), List.of());

    private final String[] parts;
    private final Node<T>[] children;
    private final List<T> first;
    private final List<T> middle;
    private final List<T> last;

    private Node(String[] parts, Node<T>[] children, List<T> first, List<T> middle, List<T> last) {
        this.parts = parts;
        this.children = children;
        this.first = first;
        this.middle = middle;
        this.last = last;
    }

    @SuppressWarnings("unchecked")
    static <T> Node<T> empty() {
        return (Node<T>) EMPTY;
    }

    @SuppressWarnings("unchecked")
    private static <T> Node<T>[] children(Node<?>[] children) {
        return (Node<T>[]) children;
    }

    Node<T> child(String part) {
        int at = Arrays.binarySearch(parts, part);
        return at < 0 ? null : children[at];
    }

    List<T> items(Section section) {
        return switch (section) {
            case FIRST -> first;
            case MIDDLE -> middle;
            case LAST -> last;
        };
    }

    /** Told of every item of a trie. */
    interface Visitor<T> {

        void item(String path, Section section, T item);
    }

    /** Shows all items: those of a node before those of its children, the children by name. */
    void visit(Visitor<? super T> visitor) {
        visit("", visitor);
    }

    private void visit(String path, Visitor<? super T> visitor) {
        for (Section section : Section.values()) {
            items(section).forEach(item -> visitor.item(path, section, item));
        }
        for (int i = 0; i < parts.length; i++) {
            children[i].visit(path.isEmpty() ? parts[i] : path + '.' + parts[i], visitor);
        }
    }

    /**
     * This trie with one more item.
     *
     * @param order where the item goes among those of its section; null to append it
     */
    Node<T> plus(String[] path, Section section, T item, Comparator<? super T> order) {
        return plus(path, 0, section, item, order);
    }

    private Node<T> plus(String[] path, int depth, Section section, T item, Comparator<? super T> order) {
        if (depth == path.length) {
            return withItems(section, inserted(items(section), item, order));
        }
        int at = Arrays.binarySearch(parts, path[depth]);
        if (at >= 0) {
            return withChild(at, children[at].plus(path, depth + 1, section, item, order));
        }
        Node<T> child = Node.<T>empty().plus(path, depth + 1, section, item, order);
        return withNewChild(-at - 1, path[depth], child);
    }

    /**
     * This trie without the first item of exactly that path which is equal to the given one; the sections are searched
     * in order. The same trie when there is none. Nodes that hold nothing any more are removed.
     */
    Node<T> minus(String[] path, Object item) {
        return minus(path, 0, item);
    }

    private Node<T> minus(String[] path, int depth, Object item) {
        if (depth == path.length) {
            for (Section section : Section.values()) {
                int at = items(section).indexOf(item);
                if (at >= 0) {
                    return withItems(section, removed(items(section), at));
                }
            }
            return this;
        }
        int at = Arrays.binarySearch(parts, path[depth]);
        if (at < 0) {
            return this;
        }
        Node<T> changed = children[at].minus(path, depth + 1, item);
        if (changed == children[at]) {
            return this;
        }
        return changed.isEmpty() ? withoutChild(at) : withChild(at, changed);
    }

    private boolean isEmpty() {
        return parts.length == 0 && first.isEmpty() && middle.isEmpty() && last.isEmpty();
    }

    private Node<T> withItems(Section section, List<T> items) {
        return switch (section) {
            case FIRST -> new Node<>(parts, children, items, middle, last);
            case MIDDLE -> new Node<>(parts, children, first, items, last);
            case LAST -> new Node<>(parts, children, first, middle, items);
        };
    }

    private Node<T> withChild(int at, Node<T> child) {
        Node<T>[] changed = children.clone();
        changed[at] = child;
        return new Node<>(parts, changed, first, middle, last);
    }

    private Node<T> withNewChild(int at, String part, Node<T> child) {
        String[] moreParts = new String[parts.length + 1];
        System.arraycopy(parts, 0, moreParts, 0, at);
        moreParts[at] = part;
        System.arraycopy(parts, at, moreParts, at + 1, parts.length - at);
        Node<T>[] moreChildren = Arrays.copyOf(children, parts.length + 1);
        System.arraycopy(children, at, moreChildren, at + 1, parts.length - at);
        moreChildren[at] = child;
        return new Node<>(moreParts, moreChildren, first, middle, last);
    }

    private Node<T> withoutChild(int at) {
        if (parts.length == 1) {
            return new Node<>(NO_PARTS, children(NO_CHILDREN), first, middle, last);
        }
        String[] fewerParts = Arrays.copyOf(parts, parts.length - 1);
        System.arraycopy(parts, at + 1, fewerParts, at, fewerParts.length - at);
        Node<T>[] fewerChildren = Arrays.copyOf(children, fewerParts.length);
        System.arraycopy(children, at + 1, fewerChildren, at, fewerParts.length - at);
        return new Node<>(fewerParts, fewerChildren, first, middle, last);
    }

    private static <T> List<T> inserted(List<T> items, T item, Comparator<? super T> order) {
        int at = items.size();
        while (order != null && at > 0 && order.compare(items.get(at - 1), item) > 0) {
            at--;
        }
        List<T> more = new ArrayList<>(items.size() + 1);
        more.addAll(items);
        more.add(at, item);
        return List.copyOf(more);
    }

    private static <T> List<T> removed(List<T> items, int at) {
        List<T> fewer = new ArrayList<>(items);
        fewer.remove(at);
        return List.copyOf(fewer);
    }
}

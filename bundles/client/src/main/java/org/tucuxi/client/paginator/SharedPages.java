package org.tucuxi.client.paginator;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** Pages that several iterators go through at their own speed; a page that all have passed is kept by nobody. */
final class SharedPages {

    private final PageRun run;
    private final Node first = new Node(null);

    SharedPages(PageRun run) {
        this.run = run;
    }

    /** A page and the one behind it, once that was fetched. */
    private static final class Node {

        private final Map<String, Object> page;
        private Node next;

        Node(Map<String, Object> page) {
            this.page = page;
        }
    }

    /** Iterators must all be made before the first of them moves. */
    Iterator<Map<String, Object>> iterator() {
        return new Cursor(run, first);
    }

    private static final class Cursor implements Iterator<Map<String, Object>> {

        private final PageRun run;
        private Node passed;

        Cursor(PageRun run, Node start) {
            this.run = run;
            this.passed = start;
        }

        @Override
        public boolean hasNext() {
            if (passed.next == null && run.hasNext()) {
                passed.next = new Node(run.next());
            }
            return passed.next != null;
        }

        @Override
        public Map<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            passed = passed.next;
            return passed.page;
        }
    }
}

package org.tucuxi.itests.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Makes attempts and says what is wrong with their outcomes. */
final class Judge {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A map or list in a result for every so many bytes of input, and some for what a result has beside it. */
    private static final int PARTS_BASE = 2000;
    private static final int TEXT_BASE = 100_000;
    private static final int TEXT_FACTOR = 8;

    /**
     * What an attempt came to.
     *
     * @param problem what is wrong with that; null for nothing
     * @param thrown the exception; null when there was a value
     */
    record Verdict(String problem, Throwable thrown) {
    }

    private Judge() {
    }

    /** Makes an attempt in this thread. */
    static Verdict judge(Attempt attempt) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        Object result;
        Throwable thrown = null;
        try {
            result = attempt.action().call();
        } catch (Throwable e) {
            result = null;
            thrown = e;
        }
        long used = THREADS.getThreadAllocatedBytes(thread) - before;
        if (thrown != null) {
            String objection = attempt.objection().apply(thrown);
            if (objection != null) {
                return new Verdict(objection + ": " + thrown.getClass().getName(), thrown);
            }
        }
        long allowed = attempt.bounds().bytes(attempt.size());
        if (used > allowed) {
            return new Verdict("allocated " + used + " bytes for an input of " + attempt.size() + ", more than "
                    + allowed, thrown);
        }
        return new Verdict(result == null ? null : excess(result, attempt), thrown);
    }

    /** Walks a result without recursion, for a deep one must not harm the test. */
    private static String excess(Object result, Attempt attempt) {
        long parts = 0;
        long text = 0;
        Deque<Object> open = new ArrayDeque<>();
        open.push(result);
        while (!open.isEmpty()) {
            Object next = open.pop();
            parts++;
            if (next instanceof Map<?, ?> map) {
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    text += String.valueOf(entry.getKey()).length();
                    push(open, entry.getValue());
                }
            } else if (next instanceof Iterable<?> items) {
                items.forEach(item -> push(open, item));
            } else {
                text += next instanceof CharSequence chars ? chars.length() : next instanceof byte[] bytes
                        ? bytes.length : 8;
            }
        }
        int length = attempt.size();
        if (parts > PARTS_BASE + length) {
            return "a result of " + parts + " parts from an input of " + length + " bytes";
        }
        return text > TEXT_BASE + (long) TEXT_FACTOR * length
                ? "a result with texts of " + text + " characters from an input of " + length + " bytes" : null;
    }

    private static void push(Deque<Object> open, Object value) {
        if (value != null) {
            open.push(value);
        }
    }
}

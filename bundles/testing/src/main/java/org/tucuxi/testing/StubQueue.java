package org.tucuxi.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.tucuxi.model.OperationModel;

/** The answers of a stubber in their order. A call looks at the head first, and takes it when it would be sent. */
final class StubQueue {

    private final Deque<Expected> queue = new ArrayDeque<>();

    /**
     * A call that is expected, and its answer.
     *
     * @param operation the operation's API name
     * @param status the HTTP status
     * @param parsed the result, mutable
     * @param params all parameters that it must have; null for any
     */
    record Expected(String operation, int status, Map<String, Object> parsed, Map<String, ?> params) {
    }

    synchronized void add(Expected expected) {
        queue.add(expected);
    }

    /** What a call is to have as its answer, checked but not yet taken. */
    synchronized Expected look(OperationModel called, Map<String, ?> params) {
        Expected head = head(called);
        if (head.params() != null && !Matching.sameParameters(head.params(), params)) {
            throw new StubAssertionException(called.name(), Matching.difference(called.input(), head.params(), params));
        }
        return head;
    }

    /**
     * Takes the answer of a call. When another thread has taken the one that was looked at, the one that is there now must do.
     *
     * @param looked what the call looked at, or null when the stubber was not yet active then
     * @param params the parameters of that time
     */
    synchronized Expected take(OperationModel called, Expected looked, Map<String, ?> params) {
        if (looked == null) {
            head(called);
        } else if (queue.peek() != looked) {
            look(called, params);
        }
        return queue.poll();
    }

    private Expected head(OperationModel called) {
        Expected head = queue.peek();
        if (head == null) {
            throw new UnStubbedResponseException(called.name(), "Unexpected API Call: A call was made but no additional"
                    + " calls expected. Either the API Call was not stubbed or it was called multiple times.");
        }
        if (!head.operation().equals(called.name())) {
            throw new StubResponseException(called.name(),
                    "Operation mismatch: found response for " + head.operation() + '.');
        }
        return head;
    }

    synchronized void assertEmpty() {
        if (!queue.isEmpty()) {
            throw new AssertionError(queue.size() + " responses remaining in queue."
                    + " The next is for " + queue.peek().operation() + '.');
        }
    }
}

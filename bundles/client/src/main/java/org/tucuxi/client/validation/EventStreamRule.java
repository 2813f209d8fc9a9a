package org.tucuxi.client.validation;

import java.util.Iterator;
import java.util.stream.BaseStream;

/** What gives events. The events themselves are not there yet; each is checked when it is sent. */
final class EventStreamRule extends Rule {

    private static final String VALID_TYPES = "interface java.lang.Iterable, interface java.util.Iterator,"
            + " interface java.util.stream.Stream, class org.tucuxi.eventstream.EventQueue";

    EventStreamRule(boolean secret) {
        super(secret);
    }

    @Override
    boolean check(Object value, Report report, int depth) {
        return value instanceof Iterable<?> || value instanceof Iterator<?> || value instanceof BaseStream<?, ?>
                || wrongType(value, VALID_TYPES, report);
    }
}

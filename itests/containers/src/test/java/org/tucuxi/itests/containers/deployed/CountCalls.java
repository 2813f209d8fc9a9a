package org.tucuxi.itests.containers.deployed;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;

/**
 * Counts the calls that it sees on the board, under the name of its component; and as {@code violations} those that reach it before
 * it is activated, or that are not over when it is deactivated.
 */
public final class CountCalls implements EventHandler<BeforeCall, BeforeCall.Answer> {

    private volatile ConcurrentMap<String, LongAdder> board;
    private volatile String name;
    private volatile boolean active;

    void board(ConcurrentMap<String, LongAdder> service) {
        board = service;
    }

    void activate(Map<String, Object> properties) {
        name = (String) properties.get("component.name");
        active = true;
    }

    void deactivate() {
        active = false;
    }

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        boolean activeBefore = active;
        add(name == null ? "nameless" : name);
        Thread.yield();
        if (!activeBefore || !active) {
            add("violations");
        }
        return null;
    }

    private void add(String counter) {
        board.computeIfAbsent(counter, key -> new LongAdder()).increment();
    }
}

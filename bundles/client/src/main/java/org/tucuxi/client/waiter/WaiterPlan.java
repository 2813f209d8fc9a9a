package org.tucuxi.client.waiter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.waiter.WaiterConfigException;

/** A waiter of a service's model; its acceptors are compiled when it first waits, so that a faulty one hurts no other. */
final class WaiterPlan {

    private final String name;
    private final String operation;
    private final Duration delay;
    private final int maxAttempts;
    private final List<?> configs;
    private final String place;
    private volatile List<Acceptor> acceptors;

    WaiterPlan(String service, String name, Object entry) {
        this.place = service + ", waiters-2, " + name;
        if (!(entry instanceof Map<?, ?> map) || !(map.get("operation") instanceof String called)
                || !(map.get("delay") instanceof Number seconds) || !(map.get("maxAttempts") instanceof Number attempts)
                || !(map.get("acceptors") instanceof List<?> rules)) {
            throw new WaiterConfigException("Error processing waiter config: " + place + ": \"operation\", \"delay\","
                    + " \"maxAttempts\" and \"acceptors\" must be there, a text, two numbers and a list");
        }
        this.name = name;
        this.operation = called;
        this.delay = seconds(seconds);
        this.maxAttempts = attempts.intValue();
        this.configs = List.copyOf(rules);
    }

    static Duration seconds(Number seconds) {
        return Duration.ofNanos(Math.round(seconds.doubleValue() * 1e9));
    }

    String name() {
        return name;
    }

    String operation() {
        return operation;
    }

    Duration delay() {
        return delay;
    }

    int maxAttempts() {
        return maxAttempts;
    }

    List<Acceptor> acceptors() {
        List<Acceptor> known = acceptors;
        if (known == null) {
            List<Acceptor> compiled = new ArrayList<>(configs.size());
            configs.forEach(config -> compiled.add(Acceptor.of(config, place)));
            known = List.copyOf(compiled);
            acceptors = known;
        }
        return known;
    }
}

package org.tucuxi.client.waiter;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.tucuxi.ClientException;
import org.tucuxi.client.Features;
import org.tucuxi.waiter.Waiter;
import org.tucuxi.waiter.WaiterException;

/** A waiter of one client. */
record OperationWaiter(WaiterPlan plan, String client, WaiterCall call, Pause pause) implements Waiter {

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public String operationName() {
        return plan.operation();
    }

    @Override
    public Duration delay() {
        return plan.delay();
    }

    @Override
    public int maxAttempts() {
        return plan.maxAttempts();
    }

    @Override
    public void await(Map<String, ?> parameters) {
        Map<String, Object> copy = new LinkedHashMap<>(parameters);
        Object config = copy.remove(WAITER_CONFIG);
        if (config != null && !(config instanceof Map<?, ?>)) {
            throw wrong(WAITER_CONFIG, "a map with Delay, MaxAttempts", config);
        }
        Map<?, ?> wanted = config == null ? Map.of() : (Map<?, ?>) config;
        Object attempts = wanted.get(MAX_ATTEMPTS);
        if (attempts != null && !(attempts instanceof Number)) {
            throw wrong(MAX_ATTEMPTS, "a number", attempts);
        }
        run(copy, delay(wanted.get(DELAY)), attempts == null ? plan.maxAttempts() : ((Number) attempts).intValue());
    }

    @Override
    public void await(Map<String, ?> parameters, Duration delay, int maxAttempts) {
        Objects.requireNonNull(delay, "delay");
        if (parameters.containsKey(WAITER_CONFIG)) {
            throw new IllegalArgumentException("Delay and number of calls are given twice: as arguments and by " + WAITER_CONFIG);
        }
        run(new LinkedHashMap<>(parameters), delay(delay), maxAttempts);
    }

    private Duration delay(Object wanted) {
        Duration delay = wanted == null ? plan.delay() : wanted instanceof Duration given ? given
                : wanted instanceof Number seconds ? WaiterPlan.seconds(seconds) : null;
        if (delay == null || delay.isNegative()) {
            throw wrong(DELAY, "a Duration or a number of seconds, not negative", wanted);
        }
        return delay;
    }

    private static IllegalArgumentException wrong(String name, String wanted, Object found) {
        return new IllegalArgumentException(name + " must be " + wanted + "; it is " + found);
    }

    private void run(Map<String, Object> parameters, Duration delay, int maxAttempts) {
        var acceptors = plan.acceptors();
        Acceptor lastMatched = null;
        for (int attempt = 1;; attempt++) {
            Map<String, Object> response = response(new LinkedHashMap<>(parameters));
            Acceptor matched = null;
            for (int i = 0; i < acceptors.size() && matched == null; i++) {
                matched = acceptors.get(i).matches().test(response) ? acceptors.get(i) : null;
            }
            if (matched == null && Acceptor.isError(response)) {
                throw new WaiterException(name(), errorText((Map<?, ?>) response.get("Error")), response);
            }
            lastMatched = matched == null ? lastMatched : matched;
            if (matched != null && matched.state().equals(Acceptor.SUCCESS)) {
                return;
            }
            if (matched != null && matched.state().equals(Acceptor.FAILURE)) {
                throw new WaiterException(name(), "Waiter encountered a terminal failure state: " + matched.explanation(),
                        response);
            }
            if (attempt >= maxAttempts) {
                throw new WaiterException(name(), "Max attempts exceeded" + (lastMatched == null ? ""
                        : ". Previously accepted state: " + lastMatched.explanation()), response);
            }
            pause(delay, response, attempt);
        }
    }

    private static String errorText(Map<?, ?> error) {
        Object code = error.get("Code");
        Object message = error.get("Message");
        return "An error occurred (" + (code == null ? "Unknown" : code) + "): " + (message == null ? "Unknown" : message);
    }

    private Map<String, Object> response(Map<String, Object> parameters) {
        try {
            return Features.during(Features.WAITER, () -> call.call(plan.operation(), parameters));
        } catch (ClientException e) {
            return e.response();
        }
    }

    private void pause(Duration delay, Map<String, Object> response, int attempt) {
        try {
            pause.take(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaiterException(name(), "The thread was interrupted after call " + attempt
                    + ", while it waited for the next one", response, e);
        }
    }

    @Override
    public String toString() {
        return client + ".Waiter." + name();
    }
}

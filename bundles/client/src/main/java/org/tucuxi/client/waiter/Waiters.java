package org.tucuxi.client.waiter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tucuxi.model.MethodNames;
import org.tucuxi.waiter.Waiter;
import org.tucuxi.waiter.WaiterConfigException;

/** The waiters of a service. */
public final class Waiters {

    /** Of a service whose model has none. */
    public static final Waiters NONE = new Waiters("", Map.of());

    private static final long VERSION = 2;

    private final List<String> names;
    private final Map<String, WaiterPlan> plans = new HashMap<>();

    private Waiters(String service, Map<String, ?> entries) {
        // Of two that sound alike the later one wins, in the order of the model's names.
        Map<String, WaiterPlan> byMethod = new LinkedHashMap<>();
        List<String> methods = new ArrayList<>(entries.size());
        new TreeMap<>(entries).forEach((name, entry) -> {
            WaiterPlan plan = new WaiterPlan(service, name, entry);
            methods.add(MethodNames.of(name));
            byMethod.put(MethodNames.of(name), plan);
            plans.put(name, plan);
            plans.put(MethodNames.java(name), plan);
        });
        plans.putAll(byMethod);
        names = List.copyOf(methods);
    }

    /**
     * The waiters of a model.
     *
     * @param service the service's name, for messages
     * @param model the {@code waiters-2} document
     * @return its waiters
     * @throws WaiterConfigException when the document is of another version, or an entry lacks what it must have
     */
    @SuppressWarnings("unchecked")
    public static Waiters of(String service, Map<String, Object> model) {
        Object version = model.get("version");
        if (!(version instanceof Number number) || number.doubleValue() != VERSION) {
            throw new WaiterConfigException("Error processing waiter config: Unsupported waiter version, supported version"
                    + " must be: " + VERSION + ", but version of waiter config is: " + (version == null ? "unknown" : version)
                    + " (" + service + ", waiters-2)");
        }
        if (!(model.get("waiters") instanceof Map<?, ?> entries)) {
            throw new WaiterConfigException("Error processing waiter config: " + service
                    + ", waiters-2: \"waiters\" must be a map");
        }
        return new Waiters(service, (Map<String, ?>) entries);
    }

    /**
     * The names by which the reference calls them.
     *
     * @return in the order of the model's names
     */
    public List<String> names() {
        return names;
    }

    /**
     * The operation of a waiter.
     *
     * @param name any of its names
     * @return as the model has it; null when there is no such waiter
     */
    public String operation(String name) {
        WaiterPlan plan = plans.get(name);
        return plan == null ? null : plan.operation();
    }

    /**
     * A waiter of a client.
     *
     * @param name any of its names; it must be there
     * @param client what the waiter shows of its client, for example {@code S3}
     * @param call calls the operation
     * @param pause what happens between two calls
     * @return the waiter
     */
    public Waiter waiter(String name, String client, WaiterCall call, Pause pause) {
        return new OperationWaiter(plans.get(name), client, call, pause);
    }
}

package org.tucuxi.client.paginator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.paginator.Paginator;

/** The paginators of a service, each compiled when it is first asked for. */
public final class Paginators {

    /** Of a service whose model has none. */
    public static final Paginators NONE = new Paginators("", Map.of());

    private final String service;
    private final Map<?, ?> entries;
    private final Map<String, PaginatorPlan> plans = new ConcurrentHashMap<>();

    private Paginators(String service, Map<?, ?> entries) {
        this.service = service;
        this.entries = entries;
    }

    /**
     * The paginators of a model.
     *
     * @param service the service's name, for messages
     * @param model the {@code paginators-1} document
     * @return its paginators
     */
    public static Paginators of(String service, Map<String, Object> model) {
        if (!(model.get("pagination") instanceof Map<?, ?> entries)) {
            throw new ModelException(service + ", paginators-1: \"pagination\" must be a map of operations");
        }
        return new Paginators(service, entries);
    }

    /**
     * Whether an operation has a paginator.
     *
     * @param operation its API name
     * @return true when the model has one
     */
    public boolean has(String operation) {
        return entries.containsKey(operation);
    }

    /**
     * The paginator of an operation that has one.
     *
     * @param operation the operation
     * @param call fetches a page
     * @return the paginator
     * @throws ModelException when the model's entry cannot be used
     */
    public Paginator of(OperationModel operation, PageCall call) {
        return new OperationPaginator(plan(operation), call);
    }

    private PaginatorPlan plan(OperationModel operation) {
        PaginatorPlan known = plans.get(operation.name());
        if (known == null) {
            known = PaginatorPlan.of(entries.get(operation.name()), operation,
                    service + ", paginators-1, " + operation.name());
            plans.put(operation.name(), known);
        }
        return known;
    }
}

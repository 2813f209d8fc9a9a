package org.tucuxi.client;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.tucuxi.ClientMethod;
import org.tucuxi.client.paginator.Paginators;
import org.tucuxi.client.waiter.Pause;
import org.tucuxi.client.waiter.Waiters;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.paginator.OperationNotPageableException;
import org.tucuxi.paginator.Paginator;
import org.tucuxi.waiter.Waiter;

/** What the models of paginators and waiters give a client. Their calls go through the client, as the user's own do. */
final class ModelledMethods {

    /** The reference's features PAGINATOR and WAITER. */
    private static final Purpose PAGINATOR = Purpose.naming(Set.of("C"));
    private static final Purpose WAITER = Purpose.naming(Set.of("B"));

    private ModelledMethods() {
    }

    static boolean canPaginate(LiveClient client, String operation) {
        return now(client, service -> service.paginators(client.session().catalog()).has(model(client, service, operation).name()));
    }

    static Paginator paginator(LiveClient client, String operation) {
        return now(client, service -> {
            Paginators paginators = service.paginators(client.session().catalog());
            OperationModel model = model(client, service, operation);
            if (!paginators.has(model.name())) {
                throw new OperationNotPageableException("Operation cannot be paginated: " + operation);
            }
            return paginators.of(model, parameters -> client.call(model.name(), parameters, PAGINATOR));
        });
    }

    static List<String> waiterNames(LiveClient client) {
        return now(client, service -> service.waiters(client.session().catalog()).names());
    }

    static Waiter waiter(LiveClient client, String name) {
        return now(client, service -> {
            Waiters waiters = service.waiters(client.session().catalog());
            String operation = waiters.operation(name);
            if (operation == null) {
                throw new IllegalArgumentException("Waiter does not exist: " + name + "; the waiters of "
                        + client.serviceName() + " are " + waiters.names());
            }
            model(client, service, operation);
            return waiters.waiter(name, className(service.model),
                    (called, parameters) -> client.call(called, parameters, WAITER), Pause.SLEEP);
        });
    }

    private static OperationModel model(LiveClient client, SharedService service, String name) {
        String operation = service.model.resolveOperation(name);
        if (operation == null) {
            throw client.noOperation(name);
        }
        return service.model.operation(operation);
    }

    /** The reference's name of a client's class, for example {@code S3}. */
    private static String className(ServiceModel model) {
        Object name = model.metadata().get("serviceAbbreviation");
        name = name == null ? model.metadata().get("serviceFullName") : name;
        String full = name == null ? model.serviceName() : name.toString();
        StringBuilder word = new StringBuilder();
        full.replace("Amazon", "").replace("AWS", "").codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == '_').forEach(word::appendCodePoint);
        return word.toString();
    }

    /** Asks the service as it is now, after a replaced bundle, too. */
    private static <T> T now(LiveClient client, Function<SharedService, T> question) {
        ClientBinding entered = client.enter();
        try {
            return question.apply(entered.service);
        } finally {
            entered.service.loaded.leave();
            entered.leave();
        }
    }

    /** The method of boto3's clients of that name, or null. */
    static ClientMethod of(String name) {
        return switch (name) {
            case "can_paginate" -> (client, arguments) -> client.canPaginate(text(name, arguments));
            case "get_paginator" -> (client, arguments) -> client.paginator(text(name, arguments));
            case "get_waiter" -> (client, arguments) -> client.waiter(text(name, arguments));
            case "waiter_names" -> (client, arguments) -> client.waiterNames();
            default -> null;
        };
    }

    private static String text(String method, Object... arguments) {
        if (arguments.length == 1 && arguments[0] instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(method + "() takes one text, the name");
    }
}

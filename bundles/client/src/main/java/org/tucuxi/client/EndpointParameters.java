package org.tucuxi.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.endpoint.RuleSet;
import org.tucuxi.model.MethodNames;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;

/**
 * Where the values of a rule set's parameters come from for one operation, worked out once: operation, input members, paths
 * into the parameters, the client's context parameters, built-ins, in that order.
 */
final class EndpointParameters {

    private final Source[] sources;

    private EndpointParameters(Source[] sources) {
        this.sources = sources;
    }

    private record Source(String name, Object constant, String member, ContextPath path, String contextKey, String builtIn) {
    }

    static EndpointParameters of(RuleSet rules, OperationModel operation) {
        Map<String, Object> statics = operation.map("staticContextParams");
        Map<String, Object> paths = operation.map("operationContextParams");
        List<Source> sources = new ArrayList<>();
        for (RuleSet.Parameter parameter : rules.parameters().values()) {
            Object constant = statics.get(parameter.name()) instanceof Map<?, ?> fixed ? fixed.get("value") : null;
            String contextKey = operation.service().clientContextParams().containsKey(parameter.name())
                    ? MethodNames.of(parameter.name()) : null;
            if (parameter.builtIn() != null && !BuiltIns.NAMES.contains(parameter.builtIn())) {
                throw new InvalidConfigException("Unknown builtin variable name: " + parameter.builtIn()
                        + " in the endpoint rules of " + operation.service().serviceName());
            }
            sources.add(new Source(parameter.name(), constant, memberOf(operation, parameter.name()),
                    path(operation, parameter.name(), paths.get(parameter.name())), contextKey, parameter.builtIn()));
        }
        return new EndpointParameters(sources.toArray(new Source[0]));
    }

    private static ContextPath path(OperationModel operation, String parameter, Object modelled) {
        if (modelled == null) {
            return null;
        }
        String place = operation.service().serviceName() + ", operation " + operation.name()
                + ", operationContextParams, parameter " + parameter;
        if (modelled instanceof Map<?, ?> map && map.get("path") instanceof String path) {
            return ContextPathCompiler.compile(path, place);
        }
        throw new ModelException(place + " has no path, which must be a text");
    }

    private static String memberOf(OperationModel operation, String parameter) {
        if (operation.input() != null) {
            for (Map.Entry<String, Shape> member : operation.input().members().entrySet()) {
                if (member.getValue().trait("contextParam") instanceof Map<?, ?> context
                        && parameter.equals(context.get("name"))) {
                    return member.getKey();
                }
            }
        }
        return null;
    }

    Map<String, Object> values(Map<String, Object> params, Map<String, Object> clientContext, Map<String, Object> builtIns) {
        Map<String, Object> values = new LinkedHashMap<>(sources.length * 2);
        for (Source source : sources) {
            Object value = value(source, params, clientContext, builtIns);
            if (value != null) {
                values.put(source.name(), value);
            }
        }
        return values;
    }

    private static Object value(Source source, Map<String, Object> params, Map<String, Object> clientContext,
            Map<String, Object> builtIns) {
        if (source.constant() != null) {
            return source.constant();
        }
        Object value = source.member() == null ? null : params.get(source.member());
        if (value == null && source.path() != null) {
            value = source.path().find(params);
        }
        if (value == null && source.contextKey() != null) {
            value = clientContext.get(source.contextKey());
        }
        if (value == null && source.builtIn() != null) {
            value = builtIns.get(source.builtIn());
            if (value instanceof Supplier<?> supplier) {
                value = supplier.get();
            }
        }
        return value;
    }

    /** The user agent tells whether accounts choose endpoints, as the reference's does. */
    static void addFeatures(Map<String, Object> values, Set<String> features) {
        Object mode = values.get("AccountIdEndpointMode");
        if (mode != null) {
            String id = mode.equals("preferred") ? "P" : mode.equals("disabled") ? "Q" : mode.equals("required") ? "R" : null;
            if (id != null) {
                features.add(id);
            }
        }
        if (values.get("AccountId") != null) {
            features.add("T");
        }
    }
}

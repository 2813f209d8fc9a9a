package org.tucuxi.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tucuxi.ClientMethod;
import org.tucuxi.model.MethodNames;

/**
 * What {@code creating-client-class} handlers made of a client: methods that were added, replaced or removed, and mixed-in
 * interfaces.
 *
 * @param changed methods that were added or replaced
 * @param removed names of operations' methods that were removed
 * @param baseClasses the interfaces, first wins
 * @param replaces whether a method of an operation was replaced; added ones are not asked for by each call
 */
record MethodTable(Map<String, ClientMethod> changed, Set<String> removed, List<Class<?>> baseClasses, boolean replaces) {

    /** Nothing was changed. */
    static final MethodTable PLAIN = new MethodTable(Map.of(), Set.of(), List.of(), false);

    static MethodTable of(Map<String, ClientMethod> operations, Map<String, ClientMethod> attributes,
            List<Class<?>> baseClasses) {
        Map<String, ClientMethod> changed = new LinkedHashMap<>();
        attributes.forEach((name, method) -> {
            if (operations.get(name) != method) {
                changed.put(name, method);
            }
        });
        Set<String> removed = new HashSet<>(operations.keySet());
        removed.removeAll(attributes.keySet());
        for (Class<?> type : baseClasses) {
            if (!type.isInterface()) {
                throw new IllegalArgumentException("A creating-client-class handler inserted " + type.getName()
                        + " into base_classes, which is not an interface: insert an interface with default methods");
            }
        }
        return changed.isEmpty() && removed.isEmpty() && baseClasses.isEmpty() ? PLAIN
                : new MethodTable(new HashMap<>(changed), removed, List.copyOf(baseClasses),
                        changed.keySet().stream().anyMatch(operations::containsKey));
    }

    /** As {@link #changed(String)}, but an added method only by its own name: what every call asks must be quick. */
    ClientMethod replaced(String name) {
        return replaces ? changed(name) : changed.get(name);
    }

    /** An added or replaced method by its own name, or by the name of the operation whose method it replaces. */
    ClientMethod changed(String name) {
        if (changed.isEmpty()) {
            return null;
        }
        ClientMethod own = changed.get(name);
        return own != null ? own : changed.get(MethodNames.of(capitalised(name)));
    }

    boolean isRemoved(String operation) {
        return !removed.isEmpty() && removed.contains(MethodNames.of(operation));
    }

    private static String capitalised(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}

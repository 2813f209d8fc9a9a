package org.tucuxi.emitter;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;
import org.tucuxi.event.EventHandler;

/** Finds which event class a handler's class takes: the E of its {@code EventHandler<E, R>}. */
final class EventTypes {

    private EventTypes() {
    }

    /**
     * The event class that a handler takes.
     *
     * @return null when the class does not tell: a lambda, a raw type, a proxy
     */
    static Class<?> taken(Class<?> handlerClass) {
        try {
            return taken(handlerClass, Map.of());
        } catch (TypeNotPresentException | LinkageError e) {
            // A signature that names a class the handler's bundle has no wire to. It is checked when it is called.
            return null;
        }
    }

    private static Class<?> taken(Type type, Map<TypeVariable<?>, Type> known) {
        if (type == null || type == Object.class) {
            return null;
        }
        Class<?> raw = erased(type, known);
        Map<TypeVariable<?>, Type> arguments = arguments(type, raw, known);
        if (raw == EventHandler.class) {
            Type event = arguments.get(EventHandler.class.getTypeParameters()[0]);
            return event == null ? null : erased(event, arguments);
        }
        for (Type parent : raw.getGenericInterfaces()) {
            Class<?> found = taken(parent, arguments);
            if (found != null) {
                return found;
            }
        }
        return taken(raw.getGenericSuperclass(), arguments);
    }

    private static Map<TypeVariable<?>, Type> arguments(Type type, Class<?> raw, Map<TypeVariable<?>, Type> known) {
        if (!(type instanceof ParameterizedType parameterized)) {
            return Map.of();
        }
        Map<TypeVariable<?>, Type> arguments = new HashMap<>();
        TypeVariable<?>[] variables = raw.getTypeParameters();
        Type[] given = parameterized.getActualTypeArguments();
        for (int i = 0; i < variables.length; i++) {
            Type value = given[i] instanceof TypeVariable<?> variable ? known.getOrDefault(variable, variable)
                    : given[i];
            arguments.put(variables[i], value);
        }
        return arguments;
    }

    /** A variable that nobody has set stands for its bound: so does the cast that the compiler makes. */
    private static Class<?> erased(Type type, Map<TypeVariable<?>, Type> known) {
        if (type instanceof Class<?> raw) {
            return raw;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof TypeVariable<?> variable) {
            Type value = known.get(variable);
            return erased(value == null || value == variable ? variable.getBounds()[0] : value, known);
        }
        if (type instanceof WildcardType wildcard) {
            return erased(wildcard.getUpperBounds()[0], known);
        }
        return Object.class;
    }
}

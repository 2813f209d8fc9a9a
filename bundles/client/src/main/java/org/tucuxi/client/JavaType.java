package org.tucuxi.client;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A type as it is declared in a view, with its type variables put in and its wildcards taken for their bounds.
 *
 * @param raw the class
 * @param arguments its type arguments; empty for a raw use of a generic class
 */
record JavaType(Class<?> raw, List<JavaType> arguments) {

    static JavaType of(Type type) {
        return of(type, Map.of());
    }

    /**
     * Resolves a type.
     *
     * @param type the declared type
     * @param variables what the type variables stand for where it is declared
     */
    static JavaType of(Type type, Map<TypeVariable<?>, JavaType> variables) {
        if (type instanceof Class<?> plain) {
            return new JavaType(plain, List.of());
        }
        if (type instanceof ParameterizedType generic) {
            List<JavaType> arguments = new ArrayList<>();
            for (Type argument : generic.getActualTypeArguments()) {
                arguments.add(of(argument, variables));
            }
            return new JavaType((Class<?>) generic.getRawType(), List.copyOf(arguments));
        }
        if (type instanceof TypeVariable<?> variable) {
            JavaType known = variables.get(variable);
            // only the class of a bound: it may be in terms of the variable itself
            return known != null ? known : new JavaType(erased(variable.getBounds()[0]), List.of());
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getLowerBounds().length > 0 ? wildcard.getLowerBounds()[0] : wildcard.getUpperBounds()[0],
                    variables);
        }
        return new JavaType(erased(type), List.of());
    }

    private static Class<?> erased(Type type) {
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(erased(array.getGenericComponentType()), 0).getClass();
        }
        return type instanceof Class<?> plain ? plain
                : type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : Object.class;
    }

    /** A type argument, or null where the class is used without. */
    JavaType argument(int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    /** What the type variables of the class stand for. */
    Map<TypeVariable<?>, JavaType> variables() {
        Map<TypeVariable<?>, JavaType> result = new HashMap<>();
        TypeVariable<?>[] parameters = raw.getTypeParameters();
        for (int i = 0; i < arguments.size(); i++) {
            result.put(parameters[i], arguments.get(i));
        }
        return result;
    }

    /** As a programmer writes it, with the names of packages. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(raw.getTypeName());
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i == 0 ? "<" : ", ").append(arguments.get(i));
        }
        return arguments.isEmpty() ? text.toString() : text.append('>').toString();
    }
}

package org.tucuxi.client;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.TucuxiException;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;

/** Writes records as parameter maps. Components that are null or empty Optionals are left out. */
final class RecordWriter {

    private RecordWriter() {
    }

    /** Turns one value into what {@code call} takes. */
    @FunctionalInterface
    interface Writer {
        Object write(Object value);
    }

    static Writer of(Class<?> type, StructureShape shape, BindingPlace place) {
        return record(type, shape, place);
    }

    private static Writer writer(Type type, Shape shape, BindingPlace place) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return writer(argument(type, 0), shape, place);
        }
        if (raw.isRecord()) {
            if (!(shape instanceof StructureShape structure)) {
                throw RecordMembers.misfit(place, raw, shape);
            }
            return record(raw, structure, place);
        }
        if (raw.isEnum()) {
            if (shape.type() != ShapeType.STRING) {
                throw RecordMembers.misfit(place, raw, shape);
            }
            return Object::toString;
        }
        if (Collection.class.isAssignableFrom(raw) && shape instanceof ListShape list && argument(type, 0) != null) {
            Writer item = writer(argument(type, 0), list.member(), place);
            return value -> ((Collection<?>) value).stream().map(each -> each == null ? null : item.write(each)).toList();
        }
        if (Map.class.isAssignableFrom(raw) && shape instanceof MapShape map && argument(type, 1) != null) {
            Writer item = writer(argument(type, 1), map.value(), place);
            return value -> {
                Map<String, Object> result = new LinkedHashMap<>();
                ((Map<?, ?>) value).forEach((key, each) -> result.put(key.toString(), each == null ? null : item.write(each)));
                return result;
            };
        }
        return value -> value;
    }

    private record Component(String member, Method accessor, Writer writer) {
    }

    private static Writer record(Class<?> type, StructureShape shape, BindingPlace place) {
        return place.once(type, shape, () -> components(type, shape, place), made -> value -> made.get().write(value));
    }

    private static Writer components(Class<?> type, StructureShape shape, BindingPlace place) {
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String member = RecordMembers.member(shape, component, place, false);
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            components.add(new Component(member, accessor,
                    writer(component.getGenericType(), shape.members().get(member), place)));
        }
        return value -> {
            Map<String, Object> result = new LinkedHashMap<>();
            for (Component component : components) {
                Object part = get(component.accessor(), value);
                if (part instanceof Optional<?> optional) {
                    part = optional.orElse(null);
                }
                if (part != null) {
                    result.put(component.member(), component.writer().write(part));
                }
            }
            return result;
        };
    }

    private static Object get(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (InvocationTargetException e) {
            throw new TucuxiException("The accessor " + accessor + " failed: " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new TucuxiException("The accessor " + accessor + " cannot be called", e);
        }
    }

    static Class<?> raw(Type type) {
        return type instanceof Class<?> plain ? plain
                : type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : Object.class;
    }

    static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic && generic.getActualTypeArguments().length > index
                ? generic.getActualTypeArguments()[index] : null;
    }
}

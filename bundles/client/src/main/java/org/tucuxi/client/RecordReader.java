package org.tucuxi.client;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tucuxi.TucuxiException;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** Makes records of result maps. Absent members are null, an empty Optional, or zero and false for primitives. */
final class RecordReader {

    private RecordReader() {
    }

    /** Makes a record of a structure. */
    @FunctionalInterface
    interface Reader {
        Object read(Map<String, Object> result);
    }

    @FunctionalInterface
    private interface Value {
        Object read(Object value);
    }

    static Reader of(Class<?> type, StructureShape shape, BindingPlace place) {
        return record(type, shape, place);
    }

    private record Component(String member, Value value) {
    }

    private static Reader record(Class<?> type, StructureShape shape, BindingPlace place) {
        return place.once(type, shape, () -> components(type, shape, place),
                made -> result -> made.get().read(result));
    }

    private static Reader components(Class<?> type, StructureShape shape, BindingPlace place) {
        RecordComponent[] components = type.getRecordComponents();
        Component[] bound = new Component[components.length];
        for (int i = 0; i < components.length; i++) {
            String member = RecordMembers.member(shape, components[i], place, true);
            Shape memberShape = shape == null ? null : shape.members().get(member);
            bound[i] = new Component(member, value(components[i].getGenericType(), memberShape, place));
        }
        Constructor<?> constructor = constructor(type, components, place);
        return result -> {
            Object[] arguments = new Object[bound.length];
            for (int i = 0; i < bound.length; i++) {
                arguments[i] = bound[i].value().read(result.get(bound[i].member()));
            }
            return create(constructor, arguments);
        };
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components, BindingPlace place) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException | RuntimeException e) {
            throw new IllegalArgumentException(place + ": record " + type.getName() + " cannot be made: " + e, e);
        }
    }

    private static Object create(Constructor<?> constructor, Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new TucuxiException("The record " + constructor.getDeclaringClass().getName() + " refused the result: "
                    + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new TucuxiException("The record " + constructor.getDeclaringClass().getName() + " cannot be made", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Value value(Type type, Shape shape, BindingPlace place) {
        Class<?> raw = RecordWriter.raw(type);
        if (raw == Optional.class) {
            Value item = value(RecordWriter.argument(type, 0), shape, place);
            return value -> Optional.ofNullable(value == null ? null : item.read(value));
        }
        if (!ResultTypes.fits(raw, shape)) {
            throw RecordMembers.misfit(place, raw, shape);
        }
        if (raw.isPrimitive()) {
            return value -> primitive(raw, value);
        }
        Value present = present(type, raw, shape, place);
        return value -> value == null ? null : present.read(value);
    }

    @SuppressWarnings("unchecked")
    private static Value present(Type type, Class<?> raw, Shape shape, BindingPlace place) {
        if (raw.isRecord()) {
            StructureShape structure = (StructureShape) shape;
            Reader reader = record(raw, structure, place);
            return value -> reader.read((Map<String, Object>) value);
        }
        if (raw.isEnum()) {
            return value -> constant(raw, value.toString());
        }
        if (Number.class.isAssignableFrom(raw)) {
            return value -> number(raw, (Number) value);
        }
        if (Collection.class.isAssignableFrom(raw) && shape instanceof ListShape list
                && RecordWriter.argument(type, 0) != null) {
            Value item = value(RecordWriter.argument(type, 0), list.member(), place);
            return value -> list((Collection<Object>) value, item);
        }
        if (Map.class.isAssignableFrom(raw) && shape instanceof MapShape map && RecordWriter.argument(type, 1) != null) {
            Value item = value(RecordWriter.argument(type, 1), map.value(), place);
            return value -> {
                Map<Object, Object> result = new LinkedHashMap<>();
                ((Map<Object, Object>) value).forEach((key, each) -> result.put(key, item.read(each)));
                return result;
            };
        }
        return value -> value;
    }

    private static List<Object> list(Collection<Object> values, Value item) {
        return values.stream().map(item::read).toList();
    }

    private static Object constant(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equals(text) || ((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new TucuxiException("The service answered \"" + text + "\", which enum " + type.getName()
                + " does not have; use String to take any value");
    }

    private static Object primitive(Class<?> type, Object value) {
        if (type == boolean.class) {
            return Boolean.TRUE.equals(value);
        }
        Number number = value == null ? 0 : (Number) value;
        return type == int.class ? (Object) Math.toIntExact(number.longValue()) : type == long.class ? (Object) number.longValue()
                : type == double.class ? (Object) number.doubleValue() : (Object) number.floatValue();
    }

    private static Object number(Class<?> type, Number value) {
        if (type == Integer.class) {
            return Math.toIntExact(value.longValue());
        }
        if (type == Long.class) {
            return value.longValue();
        }
        if (type == Double.class) {
            return value.doubleValue();
        }
        if (type == Float.class) {
            return value.floatValue();
        }
        return type == BigDecimal.class ? new BigDecimal(value.toString())
                : type == BigInteger.class ? new BigDecimal(value.toString()).toBigIntegerExact() : value;
    }
}

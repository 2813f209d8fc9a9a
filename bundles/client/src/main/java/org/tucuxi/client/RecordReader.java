package org.tucuxi.client;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.tucuxi.TucuxiException;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;

/** Makes records of result maps. Absent members are null, an empty Optional, or zero and false for primitives. */
final class RecordReader {

    /** What is handed out as it is; known by identity, so that containers of such need not be copied. */
    private static final Value AS_IT_IS = value -> value;

    private RecordReader() {
    }

    /** Makes a record of a structure. */
    @FunctionalInterface
    interface Reader {
        Object read(Map<String, Object> result);
    }

    /** Makes what a component holds of what a member has; both may be null. */
    @FunctionalInterface
    private interface Value {
        Object read(Object value);
    }

    private record Component(String member, Value value) {
    }

    static Reader of(JavaType type, StructureShape shape, BindingPlace place) {
        return place.once(type, shape, () -> components(type, shape, place), made -> result -> made.get().read(result));
    }

    private static Reader components(JavaType type, StructureShape shape, BindingPlace place) {
        Class<?> raw = type.raw();
        RecordComponent[] declared = raw.getRecordComponents();
        Component[] components = new Component[declared.length];
        for (int i = 0; i < declared.length; i++) {
            String member = RecordMembers.member(shape, declared[i], place, true);
            Shape memberShape = shape == null ? null : shape.members().get(member);
            boolean isStreamed = memberShape != null && memberShape.type() == ShapeType.BLOB && member.equals(shape.payload());
            components[i] = new Component(member, value(JavaType.of(declared[i].getGenericType(), type.variables()),
                    memberShape, isStreamed, place.in("record " + raw.getName() + ", component " + declared[i].getName())));
        }
        MethodHandle constructor = constructor(raw, declared, place);
        return result -> {
            Object[] arguments = new Object[components.length];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = components[i].value().read(result.get(components[i].member()));
            }
            return create(raw, constructor, arguments);
        };
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components, BindingPlace place) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return MethodHandles.lookup().unreflectConstructor(constructor).asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(place + ": record " + type.getName() + " cannot be made: " + e, e);
        }
    }

    private static Object create(Class<?> type, MethodHandle constructor, Object[] arguments) {
        try {
            return (Object) constructor.invokeExact(arguments);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new TucuxiException("The record " + type.getName() + " refused the result: " + e, e);
        }
    }

    private static Value value(JavaType type, Shape shape, boolean isStreamed, BindingPlace place) {
        Class<?> raw = type.raw();
        if (raw == Optional.class) {
            JavaType held = type.argument(0) == null ? JavaType.of(Object.class) : type.argument(0);
            Value present = held.raw().isEnum() && ResultTypes.fits(held.raw(), shape, isStreamed)
                    ? constant(held.raw(), shape, true, place) : value(held, shape, isStreamed, place);
            return value -> value == null ? Optional.empty() : Optional.ofNullable(present.read(value));
        }
        Class<?> number = RecordWriter.number(raw);
        if (!ResultTypes.fits(number == null ? raw : number, shape, isStreamed)) {
            throw RecordMembers.misfit(place, type, shape, ResultTypes.right(shape, isStreamed));
        }
        if (number != null) {
            return value -> optional(number, value == null ? null : NumberReader.read(number, value, place));
        }
        if (raw == boolean.class) {
            return value -> Boolean.TRUE.equals(value);
        }
        if (raw.isPrimitive()) {
            return value -> NumberReader.read(raw, value == null ? (Object) 0 : value, place);
        }
        Value present = present(type, shape, place);
        return present == AS_IT_IS ? AS_IT_IS : value -> value == null ? null : present.read(value);
    }

    private static Object optional(Class<?> type, Object number) {
        if (type == int.class) {
            return number == null ? OptionalInt.empty() : OptionalInt.of((Integer) number);
        }
        if (type == long.class) {
            return number == null ? OptionalLong.empty() : OptionalLong.of((Long) number);
        }
        return number == null ? OptionalDouble.empty() : OptionalDouble.of((Double) number);
    }

    private static Value present(JavaType type, Shape shape, BindingPlace place) {
        Class<?> raw = type.raw();
        if (raw.isRecord()) {
            Reader reader = of(type, (StructureShape) shape, place);
            return value -> reader.read(structure(value, place));
        }
        if (raw.isEnum() && shape.type() == ShapeType.STRING && !shape.flag("jsonvalue")) {
            return constant(raw, shape, false, place);
        }
        if (Number.class.isAssignableFrom(raw)) {
            return value -> NumberReader.read(raw, value, place);
        }
        if (raw == ByteBuffer.class && shape.type() == ShapeType.BLOB) {
            return value -> value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
        }
        if (raw == InputStream.class && shape.type() == ShapeType.BLOB) {
            return value -> value instanceof byte[] bytes ? new ByteArrayInputStream(bytes) : value;
        }
        if (shape instanceof ListShape list) {
            return list(type, list, place);
        }
        if (shape instanceof MapShape map && type.argument(1) != null) {
            Value key = value(type.argument(0), map.key(), false, place.in("key"));
            Value item = value(type.argument(1), map.value(), false, place.in("value"));
            return key == AS_IT_IS && item == AS_IT_IS ? AS_IT_IS : value -> map((Map<?, ?>) value, key, item);
        }
        return AS_IT_IS;
    }

    private static Value list(JavaType type, ListShape list, BindingPlace place) {
        Value item = type.argument(0) == null ? AS_IT_IS
                : value(type.argument(0), list.member(), false, place.in("item"));
        if (type.raw() == Set.class) {
            return value -> Collections.unmodifiableSet(new LinkedHashSet<>(items((Collection<?>) value, item)));
        }
        return item == AS_IT_IS ? AS_IT_IS : value -> Collections.unmodifiableList(items((Collection<?>) value, item));
    }

    private static List<Object> items(Collection<?> values, Value item) {
        List<Object> result = new ArrayList<>(values.size());
        for (Object each : values) {
            result.add(item.read(each));
        }
        return result;
    }

    private static Map<Object, Object> map(Map<?, ?> values, Value key, Value item) {
        Map<Object, Object> result = new LinkedHashMap<>();
        for (Map.Entry<?, ?> each : values.entrySet()) {
            result.put(key.read(each.getKey()), item.read(each.getValue()));
        }
        return Collections.unmodifiableMap(result);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> structure(Object value, BindingPlace place) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new TucuxiException(place + ": the service answered a " + value.getClass().getName()
                + " where the model has a structure");
    }

    /** A service may have learnt a text since: an Optional is empty then, what is no Optional cannot hold it. */
    private static Value constant(Class<?> type, Shape shape, boolean isOptional, BindingPlace place) {
        EnumTexts texts = EnumTexts.of(type, shape, place);
        return value -> {
            Object constant = texts.constant(value.toString());
            if (constant == null && !isOptional) {
                throw new TucuxiException(place + ": the service answered \"" + value + "\", which enum " + type.getName()
                        + " does not have; use Optional<" + type.getSimpleName() + ">, or String to take any value");
            }
            return constant;
        };
    }
}

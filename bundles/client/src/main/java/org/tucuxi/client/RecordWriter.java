package org.tucuxi.client;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tucuxi.TucuxiException;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** Writes records as parameter maps. Components that are null or empty Optionals are left out. */
final class RecordWriter {

    /** What is passed on as it is; known by identity, so that containers of such need not be copied. */
    private static final Writer AS_IT_IS = value -> value;

    private RecordWriter() {
    }

    /** Turns one value, which is not null, into what {@code call} takes. */
    @FunctionalInterface
    interface Writer {
        Object write(Object value);
    }

    static Writer of(JavaType type, StructureShape shape, BindingPlace place) {
        return record(type, shape, place);
    }

    private static Writer writer(JavaType type, Shape shape, BindingPlace place) {
        Class<?> raw = type.raw();
        Writer optional = optional(type, shape, place);
        if (optional != null) {
            return optional;
        }
        if (!ParameterTypes.fits(raw, shape)) {
            throw RecordMembers.misfit(place, type, shape, ParameterTypes.right(shape));
        }
        if (raw.isRecord()) {
            return record(type, (StructureShape) shape, place);
        }
        if (raw.isEnum() && !shape.flag("jsonvalue")) {
            return EnumTexts.of(raw, shape, place)::text;
        }
        if (shape instanceof ListShape list && type.argument(0) != null && Collection.class.isAssignableFrom(raw)) {
            Writer item = writer(type.argument(0), list.member(), place.in("item"));
            return item == AS_IT_IS ? AS_IT_IS : value -> list((Collection<?>) value, item);
        }
        if (shape instanceof MapShape map && type.argument(1) != null && Map.class.isAssignableFrom(raw)) {
            Writer key = writer(type.argument(0), map.key(), place.in("key"));
            Writer item = writer(type.argument(1), map.value(), place.in("value"));
            return item == AS_IT_IS && key == AS_IT_IS ? AS_IT_IS : value -> map((Map<?, ?>) value, key, item);
        }
        return AS_IT_IS;
    }

    private static Writer optional(JavaType type, Shape shape, BindingPlace place) {
        Class<?> raw = type.raw();
        if (raw == Optional.class) {
            Writer present = writer(type.argument(0) == null ? JavaType.of(Object.class) : type.argument(0), shape, place);
            return value -> {
                Object one = ((Optional<?>) value).orElse(null);
                return one == null ? null : present.write(one);
            };
        }
        Class<?> number = number(raw);
        if (number == null) {
            return null;
        }
        if (!ParameterTypes.fits(number, shape)) {
            throw RecordMembers.misfit(place, type, shape, ParameterTypes.right(shape));
        }
        return RecordWriter::present;
    }

    /** What an Optional of a primitive may hold; null for other types. */
    static Class<?> number(Class<?> type) {
        return type == OptionalInt.class ? int.class : type == OptionalLong.class ? long.class
                : type == OptionalDouble.class ? double.class : null;
    }

    private static Object present(Object value) {
        if (value instanceof OptionalInt whole) {
            return whole.isPresent() ? whole.getAsInt() : null;
        }
        if (value instanceof OptionalLong whole) {
            return whole.isPresent() ? whole.getAsLong() : null;
        }
        return ((OptionalDouble) value).isPresent() ? ((OptionalDouble) value).getAsDouble() : null;
    }

    private static List<Object> list(Collection<?> values, Writer item) {
        List<Object> result = new ArrayList<>(values.size());
        for (Object each : values) {
            result.add(each == null ? null : item.write(each));
        }
        return result;
    }

    private static Map<Object, Object> map(Map<?, ?> values, Writer key, Writer item) {
        Map<Object, Object> result = new LinkedHashMap<>();
        for (Map.Entry<?, ?> each : values.entrySet()) {
            result.put(each.getKey() == null ? null : key.write(each.getKey()),
                    each.getValue() == null ? null : item.write(each.getValue()));
        }
        return result;
    }

    private record Component(String member, MethodHandle accessor, Writer writer) {
    }

    private static Writer record(JavaType type, StructureShape shape, BindingPlace place) {
        return place.once(type, shape, () -> components(type, shape, place), made -> value -> made.get().write(value));
    }

    private static Writer components(JavaType type, StructureShape shape, BindingPlace place) {
        RecordComponent[] declared = type.raw().getRecordComponents();
        Component[] components = new Component[declared.length];
        for (int i = 0; i < declared.length; i++) {
            String member = RecordMembers.member(shape, declared[i], place, false);
            BindingPlace inner = place.in("record " + type.raw().getName() + ", component " + declared[i].getName());
            components[i] = new Component(member, accessor(declared[i].getAccessor(), inner),
                    writer(JavaType.of(declared[i].getGenericType(), type.variables()), shape.members().get(member), inner));
        }
        return value -> write(components, value);
    }

    private static Map<String, Object> write(Component[] components, Object value) {
        Map<String, Object> result = new LinkedHashMap<>(components.length * 2);
        for (Component component : components) {
            Object part = get(component.accessor(), value, component.member());
            Object written = part == null ? null : component.writer().write(part);
            if (written != null) {
                result.put(component.member(), written);
            }
        }
        return result;
    }

    private static MethodHandle accessor(Method accessor, BindingPlace place) {
        try {
            accessor.setAccessible(true);
            return MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException | RuntimeException e) {
            throw new IllegalArgumentException(place + ": its accessor cannot be called: " + e, e);
        }
    }

    private static Object get(MethodHandle accessor, Object value, String member) {
        try {
            return (Object) accessor.invokeExact(value);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new TucuxiException("The accessor of record " + value.getClass().getName() + " for member " + member
                    + " failed: " + e, e);
        }
    }
}

package org.tucuxi.client;

import java.lang.reflect.Method;
import java.util.Map;
import org.tucuxi.model.StructureShape;

/** How the parameters and the result of a view's method are turned into maps and back; worked out once for each method. */
final class RecordBinding {

    private RecordBinding() {
    }

    /** Turns the arguments of a view's method into the parameters of an operation. */
    @FunctionalInterface
    interface Input {
        Map<String, ?> convert(Object[] arguments);
    }

    /** Turns the result of an operation into what a view's method returns. */
    @FunctionalInterface
    interface Output {
        Object convert(Map<String, Object> result);
    }

    @SuppressWarnings("unchecked")
    static Input input(StructureShape shape, Method method, String operation) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length == 0) {
            return arguments -> Map.of();
        }
        if (types.length == 1 && Map.class.isAssignableFrom(types[0])) {
            return arguments -> arguments[0] == null ? Map.of() : (Map<String, ?>) arguments[0];
        }
        if (types.length == 1 && types[0].isRecord()) {
            RecordWriter.Writer writer = RecordWriter.of(types[0], shape, place(method, operation));
            return arguments -> arguments[0] == null ? Map.of() : (Map<String, ?>) writer.write(arguments[0]);
        }
        throw new IllegalArgumentException(place(method, operation) + " takes " + types.length
                + " parameters; a method for an operation takes nothing, one Map, or one record");
    }

    static Output output(StructureShape shape, Method method, String operation) {
        Class<?> type = method.getReturnType();
        if (type == void.class) {
            return result -> null;
        }
        if (type.isAssignableFrom(Map.class)) {
            return result -> result;
        }
        if (type.isRecord()) {
            RecordReader.Reader reader = RecordReader.of(type, shape, place(method, operation));
            return reader::read;
        }
        throw new IllegalArgumentException(place(method, operation) + " returns " + type.getName()
                + "; a method for an operation returns void, Map, or a record");
    }

    private static BindingPlace place(Method method, String operation) {
        return new BindingPlace(method.getDeclaringClass().getName() + '.' + method.getName() + " (operation " + operation + ')');
    }
}

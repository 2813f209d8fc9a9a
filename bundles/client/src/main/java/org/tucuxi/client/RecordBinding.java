package org.tucuxi.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
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
    static Input input(StructureShape shape, Method method, BindingPlace place) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length == 0) {
            return arguments -> Map.of();
        }
        if (types.length == 1 && Map.class.isAssignableFrom(types[0])) {
            return arguments -> arguments[0] == null ? Map.of() : (Map<String, ?>) arguments[0];
        }
        if (types.length == 1 && types[0].isRecord()) {
            RecordWriter.Writer writer = RecordWriter.of(JavaType.of(method.getGenericParameterTypes()[0]), shape,
                    place.in("parameter"));
            return arguments -> arguments[0] == null ? Map.of() : (Map<String, ?>) writer.write(arguments[0]);
        }
        throw new IllegalArgumentException(place + " takes " + types.length
                + " parameters; a method for an operation takes nothing, one Map, or one record");
    }

    static boolean isAsynchronous(Method method) {
        Class<?> type = method.getReturnType();
        return type == CompletableFuture.class || type == CompletionStage.class || type == Future.class;
    }

    static Output output(StructureShape shape, Method method, BindingPlace place) {
        JavaType declared = JavaType.of(method.getGenericReturnType());
        JavaType type = !isAsynchronous(method) ? declared
                : declared.argument(0) == null ? JavaType.of(Map.class) : declared.argument(0);
        Class<?> raw = type.raw();
        if (raw.isAssignableFrom(Map.class)) {
            return result -> result;
        }
        String stream = stream(shape);
        if (raw == void.class || raw == Void.class) {
            return result -> {
                close(result, stream);
                return null;
            };
        }
        if (raw.isRecord()) {
            return record(type, shape, stream, place.in("result"));
        }
        throw new IllegalArgumentException(place + " returns " + declared
                + "; a method for an operation returns void, Map, a record, or a CompletableFuture of Void, Map or a record");
    }

    private static Output record(JavaType type, StructureShape shape, String stream, BindingPlace place) {
        RecordReader.Reader reader = RecordReader.of(type, shape, place);
        boolean holdsStream = stream == null;
        for (RecordComponent component : type.raw().getRecordComponents()) {
            holdsStream |= stream != null && stream.equals(RecordMembers.member(shape, component, place, true));
        }
        if (holdsStream && stream == null) {
            return reader::read;
        }
        boolean isHandedOut = holdsStream;
        return result -> {
            Object made = null;
            try {
                made = reader.read(result);
                return made;
            } finally {
                if (made == null || !isHandedOut) {
                    close(result, stream);
                }
            }
        };
    }

    /** The member that keeps a connection until it is closed, or null. */
    private static String stream(StructureShape shape) {
        if (shape != null) {
            for (Map.Entry<String, Shape> member : shape.members().entrySet()) {
                if (member.getValue().flag("eventstream")
                        || member.getKey().equals(shape.payload()) && member.getValue().type() == ShapeType.BLOB) {
                    return member.getKey();
                }
            }
        }
        return null;
    }

    /** A stream that nobody gets would keep its connection. */
    private static void close(Map<String, Object> result, String stream) {
        if (stream != null && result.get(stream) instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The stream " + stream + " of the result cannot be closed", e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("The stream " + stream + " of the result cannot be closed", e);
            }
        }
    }
}

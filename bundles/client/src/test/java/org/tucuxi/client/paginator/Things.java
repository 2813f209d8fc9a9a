package org.tucuxi.client.paginator;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;
import org.tucuxi.paginator.Paginator;

/** What tests of paginators are made of. */
final class Things {

    private Things() {
    }

    /** A paginator of an operation ListThings with an entry of a model. */
    static Paginator paginator(Map<String, Object> entry, String limitType, PageCall call) {
        Shape limit = stub(Shape.class, Map.of("type", limitType.equals("string") ? ShapeType.STRING : ShapeType.INTEGER));
        StructureShape input = stub(StructureShape.class, Map.of("members", Map.of("MaxKeys", limit)));
        OperationModel operation = stub(OperationModel.class, Map.of("name", "ListThings", "input", input));
        return Paginators.of("things", Map.of("pagination", Map.of("ListThings", entry))).of(operation, call);
    }

    static Paginator paginator(Map<String, Object> entry, PageCall call) {
        return paginator(entry, "integer", call);
    }

    /** Answers methods without parameters by their names. */
    @SuppressWarnings("unchecked")
    private static <T> T stub(Class<T> type, Map<String, ?> answers) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }

    /** A copy that shares nothing that can change. */
    static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> result = new LinkedHashMap<>();
            map.forEach((key, inner) -> result.put(key, copy(inner)));
            return result;
        }
        if (value instanceof List<?> list) {
            List<Object> result = new ArrayList<>();
            list.forEach(inner -> result.add(copy(inner)));
            return result;
        }
        return value;
    }

    /** A fixture's bytes made bytes. */
    @SuppressWarnings("unchecked")
    static <T> T decoded(T value) {
        if (value instanceof Map<?, ?> map) {
            if (map.size() == 1 && map.get("$bytes") instanceof String text) {
                return (T) Base64.getDecoder().decode(text);
            }
            Map<Object, Object> result = new LinkedHashMap<>();
            map.forEach((key, inner) -> result.put(key, decoded((Object) inner)));
            return (T) result;
        }
        if (value instanceof List<?> list) {
            List<Object> result = new ArrayList<>();
            list.forEach(inner -> result.add(decoded((Object) inner)));
            return (T) result;
        }
        return value;
    }
}

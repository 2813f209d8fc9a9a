package org.tucuxi.itests.interop;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Ways into results. */
final class Answers {

    private Answers() {
    }

    /** The value at a path of names and positions, for example {@code Reservations.0.Instances.0.InstanceId}. */
    static Object at(Map<String, Object> result, String path) {
        Object value = result;
        for (String step : path.split("\\.")) {
            value = value instanceof List<?> list ? list.get(Integer.parseInt(step)) : ((Map<?, ?>) value).get(step);
        }
        return value;
    }

    static String text(Map<String, Object> result, String path) {
        return (String) at(result, path);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> result, String path) {
        return (List<Map<String, Object>>) at(result, path);
    }

    /** One member of all structures in a list. */
    static Set<Object> each(Map<String, Object> result, String path, String member) {
        return list(result, path).stream().map(item -> item.get(member)).collect(Collectors.toSet());
    }

    static int status(Map<String, Object> result) {
        return (Integer) at(result, "ResponseMetadata.HTTPStatusCode");
    }
}

package org.tucuxi.itests.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocol.OperationCodec;

/** Compares a serialised request with the one that a case wants. */
record RequestCheck(OperationModel operation, Map<String, Object> suite, Map<String, Object> test, BodyForm form) {

    /** Later steps of a call add these: compression and checksums are no part of a protocol. */
    private static final Set<String> ADDED_LATER = Set.of("Content-Encoding", "Content-MD5");
    /** The token that cases expect where none is given. */
    private static final String TOKEN = "00000000-0000-4000-8000-000000000000";

    void check(OperationCodec codec) throws Exception {
        Map<String, Object> expected = Json.member(test, "serialized");
        SerializedRequest request = codec.serialize(params());

        Result.expect("method", expected.get("method"), request.method());
        Result.expect("uri", expected.get("uri"), endpoint(true) + uri(request));
        if (expected.get("body") instanceof String body) {
            byte[] actual = request.body().open().readAllBytes();
            Result.expect("body", form.canonical(form.bytes(body)), form.canonical(actual));
        }
        Json.member(expected, "headers").forEach((name, value) -> header(request, name, (String) value));
        for (String name : Json.texts(expected, "forbidHeaders")) {
            Result.expect("header " + name, null, request.headers().get(name));
        }
        if (expected.get("host") instanceof String host) {
            String prefix = request.hostPrefix() == null ? "" : request.hostPrefix();
            Result.expect("host", host, prefix + endpoint(false));
        }
    }

    /** The parameters, with the tokens that an earlier step of a call adds. */
    private Map<String, Object> params() {
        Map<String, Object> params = new LinkedHashMap<>();
        Json.member(test, "params").forEach((name, value) ->
                params.put(name, value(value, member(operation.input(), name))));
        operation.idempotentMembers().forEach(name -> params.putIfAbsent(name, TOKEN));
        return params;
    }

    /** The path of the endpoint, or the whole without its scheme. */
    private String endpoint(boolean pathOnly) {
        String endpoint = (String) suite.getOrDefault("clientEndpoint", "https://example.com");
        String host = endpoint.substring(endpoint.indexOf("//") + 2);
        int path = host.indexOf('/');
        return pathOnly ? path < 0 ? "" : host.substring(path) : host;
    }

    /**
     * Compares as the reference's own run of these cases does, for it departs from them in small matters: it joins
     * lists without a space, sends no empty header, and leaves the content type of XML and the charset of forms alone.
     */
    private static void header(SerializedRequest request, String name, String expected) {
        String actual = request.headers().get(name);
        boolean contentType = name.equalsIgnoreCase("Content-Type");
        if (ADDED_LATER.contains(name) || contentType && actual == null || expected.isEmpty() && actual == null) {
            return;
        }
        if (contentType) {
            Result.expect("header " + name, expected.split(";")[0], actual.split(";")[0]);
        } else {
            Result.expect("header " + name, expected.replace(", ", ","),
                    actual == null ? null : actual.replace(", ", ","));
        }
    }

    private static String uri(SerializedRequest request) {
        StringBuilder uri = new StringBuilder(request.urlPath());
        request.queryString().forEach((name, value) -> {
            for (Object item : value instanceof List<?> list ? list : List.of(value)) {
                uri.append(uri.indexOf("?") < 0 ? '?' : '&').append(encode(name)).append('=')
                        .append(encode(String.valueOf(item)));
            }
        });
        return uri.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    /** A parameter as a user gives it: JSON has neither bytes nor numbers that are none. */
    private static Object value(Object source, Shape shape) {
        if (source instanceof Map<?, ?> map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((key, value) -> values.put((String) key, value(value, member(shape, (String) key))));
            return values;
        }
        if (source instanceof List<?> list) {
            List<Object> values = new ArrayList<>();
            list.forEach(item -> values.add(value(item, shape instanceof ListShape of ? of.member() : null)));
            return values;
        }
        if (source instanceof String text && shape != null) {
            return switch (shape.type()) {
                case FLOAT, DOUBLE -> Double.valueOf(text);
                case BLOB -> text.getBytes(UTF_8);
                default -> text;
            };
        }
        return source;
    }

    private static Shape member(Shape shape, String name) {
        if (shape instanceof StructureShape structure) {
            return structure.members().get(name);
        }
        return shape instanceof MapShape map ? map.value() : null;
    }
}

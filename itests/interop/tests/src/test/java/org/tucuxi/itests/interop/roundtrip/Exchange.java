package org.tucuxi.itests.interop.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;

/** One operation with samples of its parameters and of its result: the server's side of a call. */
final class Exchange {

    private final String name;
    private final String protocol;
    private final JsonNode operation;
    private final Documents documents;
    final ModelShape input;
    final ModelShape output;
    final Map<String, Object> parameters;
    final Map<String, Object> result;

    Exchange(JsonNode model, String protocol, String name, Samples samples) {
        this.name = name;
        this.protocol = protocol;
        this.operation = model.path("operations").path(name);
        this.documents = switch (protocol) {
            case "json", "rest-json" -> new JsonDocuments();
            case "smithy-rpc-v2-cbor" -> new JsonDocuments(new CborTrees());
            case "rest-xml" -> new XmlDocuments(protocol);
            default -> new FormDocuments(protocol);
        };
        this.input = ModelShape.of(model.path("shapes"), operation.get("input"));
        this.output = ModelShape.of(model.path("shapes"), operation.get("output"));
        this.parameters = input == null ? new LinkedHashMap<>() : samples.structure(input, 0);
        this.result = output == null ? new LinkedHashMap<>() : samples.structure(output, 0);
        if (input != null && input.eventStreamMember() != null) {
            parameters.put(input.eventStreamMember(), Events.samples(stream(input), samples));
        }
        if (output != null) {
            output.members().forEach((member, shape) -> {
                if (isRest() && shape.location().equals("statusCode")) {
                    result.put(member, 200);
                }
            });
            if (output.eventStreamMember() != null) {
                result.put(output.eventStreamMember(), Events.samples(stream(output), samples));
            }
        }
    }

    private static ModelShape stream(ModelShape shape) {
        return shape.members().get(shape.eventStreamMember());
    }

    private boolean isRest() {
        return protocol.startsWith("rest-");
    }

    String name() {
        return name;
    }

    /** Leaves out some parameters that are not required. Tokens stay: without them there are random ones. */
    void leaveOut(Random random, double share) {
        if (input != null) {
            parameters.keySet().removeIf(member -> !input.requires(member)
                    && !input.members().get(member).flag("idempotencyToken") && random.nextDouble() < share);
        }
    }

    boolean takesEvents() {
        return input != null && input.eventStreamMember() != null;
    }

    // ---- the request

    void check(HttpRequest request) throws Exception {
        assertThat(request.method()).isEqualTo(operation.path("http").path("method").asText("POST"));
        byte[] body;
        try (InputStream in = request.body().open()) {
            body = in.readAllBytes();
        }
        if (input != null && input.eventStreamMember() != null) {
            new Events(documents).check(stream(input), events(parameters, input), body);
        } else if (!isRest()) {
            if (input != null || protocol.equals("json")) {
                checkDocument(input, parameters, body, false);
            }
        } else if (input != null) {
            checkBody(body);
        }
        if (isRest()) {
            checkPlace(request);
        }
    }

    private void checkDocument(ModelShape shape, Object expected, byte[] body, boolean top) throws Exception {
        if (shape != null) {
            documents.check(shape, expected, body, top);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> events(Map<String, Object> values, ModelShape shape) {
        return (List<Map<String, Object>>) values.get(shape.eventStreamMember());
    }

    private void checkBody(byte[] body) throws Exception {
        String payload = input.text("payload");
        if (payload == null) {
            documents.check(input, parameters, body, true);
            return;
        }
        Object value = parameters.get(payload);
        ModelShape shape = input.members().get(payload);
        if (value == null) {
            assertThat(body).isEmpty();
        } else if (value instanceof byte[] bytes) {
            assertThat(body).isEqualTo(bytes);
        } else if (value instanceof String text) {
            assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(text);
        } else {
            documents.check(shape, value, body, false);
        }
    }

    private void checkPlace(HttpRequest request) {
        URI url = URI.create(request.url());
        String[] template = operation.path("http").path("requestUri").asText("/").split("\\?", 2);
        String path = template[0];
        Map<String, List<String>> query = new TreeMap<>();
        if (template.length > 1) {
            query(template[1], query);
        }
        if (input != null) {
            for (Map.Entry<String, ModelShape> member : input.members().entrySet()) {
                Object value = parameters.get(member.getKey());
                ModelShape shape = member.getValue();
                String wire = shape.wireName(member.getKey());
                if (value == null) {
                    continue;
                }
                switch (shape.location()) {
                    case "uri" -> {
                        String text = percent(Times.scalar(shape, value, "iso8601"));
                        path = path.replace('{' + wire + '}', text).replace('{' + wire + "+}", text.replace("%2F", "/"));
                    }
                    case "querystring" -> addQuery(shape, wire, value, query);
                    case "header" -> assertThat(request.headers().get(wire)).as(wire).isEqualTo(header(shape, value));
                    case "headers" -> ((Map<?, ?>) value).forEach((key, item) ->
                            assertThat(request.headers().get(prefix(shape) + key)).isEqualTo(item));
                    default -> { }
                }
            }
        }
        Map<String, List<String>> sent = new TreeMap<>();
        if (url.getRawQuery() != null) {
            query(url.getRawQuery(), sent);
        }
        assertThat(trim(url.getRawPath())).isEqualTo(trim(path));
        assertThat(sent).isEqualTo(query);
    }

    private static String prefix(ModelShape shape) {
        return shape.text("locationName") == null ? "" : shape.text("locationName");
    }

    private static String trim(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String percent(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static void query(String text, Map<String, List<String>> out) {
        for (String parameter : text.split("&")) {
            String[] parts = parameter.split("=", 2);
            out.computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), absent -> new ArrayList<>())
                    .add(parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
    }

    private static void addQuery(ModelShape shape, String name, Object value, Map<String, List<String>> out) {
        if (shape.type().equals("map")) {
            ((Map<?, ?>) value).forEach((key, item) -> addQuery(shape.value(), (String) key, item, out));
        } else if (shape.type().equals("list")) {
            ((List<?>) value).forEach(item -> addQuery(shape.item(), name, item, out));
        } else {
            out.computeIfAbsent(name, absent -> new ArrayList<>()).add(Times.scalar(shape, value, "iso8601"));
        }
    }

    private static String header(ModelShape shape, Object value) {
        if (shape.flag("jsonvalue")) {
            try {
                return Base64.getEncoder().encodeToString(new ObjectMapper().writeValueAsBytes(value));
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }
        if (shape.type().equals("list")) {
            return String.join(",", ((List<?>) value).stream().map(item -> header(shape.item(), item)).toList());
        }
        return Times.scalar(shape, value, "rfc822");
    }

    // ---- the response

    HttpResponse respond() throws Exception {
        HttpHeaders headers = new HttpHeaders();
        headers.put("x-amzn-RequestId", "sample-request");
        if (isRest() && output != null) {
            output.members().forEach((member, shape) -> {
                Object value = result.get(member);
                if (value != null && shape.location().equals("header")) {
                    headers.put(shape.wireName(member), header(shape, value));
                } else if (value != null && shape.location().equals("headers")) {
                    ((Map<?, ?>) value).forEach((key, item) -> headers.put(prefix(shape) + key, (String) item));
                }
            });
        }
        return new HttpResponse("https://sample.invalid", 200, headers, body());
    }

    private byte[] body() throws Exception {
        if (output != null && output.eventStreamMember() != null) {
            byte[] initial = isRest() ? null : documents.write(name, output, withoutStream(), false);
            return new Events(documents).write(stream(output), events(result, output), initial);
        }
        String payload = isRest() && output != null ? output.text("payload") : null;
        if (payload == null) {
            return documents.write(name, output, result, isRest());
        }
        Object value = result.get(payload);
        return value == null ? new byte[0]
                : value instanceof byte[] bytes ? bytes
                : value instanceof String text ? text.getBytes(StandardCharsets.UTF_8)
                : documents.write(name, output.members().get(payload), value, false);
    }

    private Map<String, Object> withoutStream() {
        Map<String, Object> members = new LinkedHashMap<>(result);
        members.remove(output.eventStreamMember());
        return members;
    }

    // ---- the result

    /** Compares what the call has given with the sample. */
    void compare(Map<String, Object> actual) throws Exception {
        Map<String, Object> members = new LinkedHashMap<>(actual);
        assertThat(members.remove("ResponseMetadata")).isNotNull();
        compare(result, members, name);
    }

    private static void compare(Object expected, Object actual, String path) throws Exception {
        if (expected instanceof Map<?, ?> map) {
            assertThat(((Map<?, ?>) actual).keySet()).as(path).hasSameElementsAs((Iterable) map.keySet());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                compare(entry.getValue(), ((Map<?, ?>) actual).get(entry.getKey()), path + '.' + entry.getKey());
            }
        } else if (expected instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            ((Iterable<?>) actual).forEach(items::add);
            assertThat(items).as(path).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                compare(list.get(i), items.get(i), path + '[' + i + ']');
            }
        } else if (actual instanceof InputStream stream) {
            try (stream) {
                assertThat(stream.readAllBytes()).as(path).isEqualTo(expected);
            }
        } else if (expected instanceof Number number && !(expected instanceof Double)) {
            assertThat(actual).as(path).isInstanceOfAny(Integer.class, Long.class);
            assertThat(((Number) actual).longValue()).as(path).isEqualTo(number.longValue());
        } else if (expected instanceof Double number) {
            assertThat(((Number) actual).doubleValue()).as(path).isEqualTo(number);
        } else if (expected instanceof Instant) {
            assertThat(actual).as(path).isEqualTo(expected);
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }
}

package org.tucuxi.itests.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tucuxi.http.HttpRequest;

/** The form of what was recorded of S3, and requests and results in the same form. */
final class ReferenceS3 {

    private static final Set<String> VOLATILE = Set.of("user-agent", "x-amz-date", "date", "amz-sdk-invocation-id",
            "amz-sdk-request");
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/(.*)/aws4_request, SignedHeaders=(.*), "
                    + "Signature=[0-9a-f]+");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}");
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Map<String, String> IDS = Map.of("x-amz-request-id", "REQ1", "x-amz-id-2", "HOST1");

    private ReferenceS3() {
    }

    static Wire wire(JsonNode answers) {
        Wire wire = Wire.ok();
        if (answers == null) {
            return wire.then(200, "", IDS);
        }
        for (JsonNode answer : answers) {
            Map<String, String> headers = new LinkedHashMap<>(IDS);
            answer.get(1).fields().forEachRemaining(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT),
                    header.getValue().asText()));
            wire.then(answer.get(0).asInt(), answer.get(2).asText(), headers);
        }
        return wire;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> params(JsonNode params) {
        return (Map<String, Object>) value(params);
    }

    /** A value as a caller gives it, and as a result holds it. */
    static Object value(JsonNode node) {
        if (node.has("$bytes")) {
            return Base64.getDecoder().decode(node.get("$bytes").asText());
        }
        if (node.has("$stream")) {
            return new ByteArrayInputStream(Base64.getDecoder().decode(node.get("$stream").asText()));
        }
        if (node.has("$time")) {
            return Instant.parse(node.get("$time").asText());
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.fields().forEachRemaining(entry -> map.put(entry.getKey(), value(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(value(item)));
            return list;
        }
        return new ObjectMapper().convertValue(node, Object.class);
    }

    /** A result or error response as recorded, what was left out included. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> outcome(JsonNode recorded) {
        Map<String, Object> outcome = recorded == null ? new TreeMap<>()
                : new TreeMap<>((Map<String, Object>) plain(value(recorded)));
        outcome.putIfAbsent("ResponseMetadata", Map.of("RequestId", "REQ1", "HostId", "HOST1", "HTTPStatusCode", 200L,
                "RetryAttempts", 0L));
        return outcome;
    }

    /** Values that can be compared: bytes and streams as text, whole numbers as long, no HTTPHeaders. */
    static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new TreeMap<>();
            map.forEach((key, one) -> {
                if (!key.equals("HTTPHeaders")) {
                    plain.put((String) key, plain(one));
                }
            });
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ReferenceS3::plain).toList();
        }
        if (value instanceof InputStream stream) {
            try (stream) {
                return plain(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (value instanceof byte[] bytes) {
            return "bytes " + new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    static Map<String, Object> seen(HttpRequest request) {
        Map<String, Object> seen = new TreeMap<>();
        seen.put("method", request.method());
        seen.put("url", request.url());
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        headers.keySet().removeAll(VOLATILE);
        headers.computeIfPresent("authorization", (name, value) -> {
            Matcher matcher = AUTHORIZATION.matcher(value);
            return matcher.matches() ? matcher.group(1) + ' ' + matcher.group(2).replace(
                    "host;x-amz-content-sha256;x-amz-date", "USUAL") : value.split(":")[0];
        });
        headers.replaceAll((name, value) -> UUID.matcher(value).matches() ? "UUID" : value);
        headers.computeIfPresent("x-amz-content-sha256", (name, value) -> value.equals(EMPTY) ? "EMPTY" : value);
        seen.put("headers", headers);
        try (InputStream body = request.body().open()) {
            seen.put("body", new String(body.readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seen;
    }

    static Map<String, String> headers(JsonNode recorded) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("x-amz-content-sha256", "EMPTY");
        headers.put("authorization", "us-west-2/s3 USUAL");
        recorded.fields().forEachRemaining(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT),
                header.getValue().isNull() ? null : header.getValue().asText()));
        headers.values().removeIf(Objects::isNull);
        return headers;
    }

    static String body(JsonNode recorded) {
        if (recorded == null) {
            return "";
        }
        byte[] bytes = recorded.isTextual() ? recorded.asText().getBytes(StandardCharsets.UTF_8)
                : (byte[]) value(recorded);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

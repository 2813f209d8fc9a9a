package org.tucuxi.itests.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.protocol.OperationCodec;

/** Compares a parsed response with what a case says that it means. */
record ResponseCheck(Map<String, Object> test, BodyForm form) {

    private static final double NANOS = 1e9;

    void check(OperationCodec codec) {
        Map<String, Object> response = Json.member(test, "response");
        HttpHeaders headers = new HttpHeaders();
        Json.member(response, "headers").forEach((name, value) -> headers.put(name, (String) value));
        byte[] body = form.bytes(String.valueOf(response.getOrDefault("body", "")));

        Map<String, Object> result = codec.parse(
                new RawResponse((int) response.get("status_code"), headers, body, new HashMap<>()));

        result.remove("ResponseMetadata");
        if (test.containsKey("error")) {
            Object error = result.remove("Error");
            Map<?, ?> details = error instanceof Map<?, ?> map ? map : Map.of();
            Result.expect("error code", test.getOrDefault("errorCode", ""), details.get("Code"));
            if (test.containsKey("errorMessage")) {
                Result.expect("error message", test.get("errorMessage"), details.get("Message"));
            }
            Result.expect("error", plain(test.get("error")), plain(result));
        } else {
            Result.expect("result", plain(test.get("result")), plain(result));
        }
    }

    /** A value in the vectors' terms: times in seconds, bytes as text, numbers that are none as text. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> result = new TreeMap<>();
            map.forEach((key, item) -> result.put(key, plain(item)));
            return result;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ResponseCheck::plain).toList();
        }
        if (value instanceof Instant instant) {
            return instant.getEpochSecond() + instant.getNano() / NANOS;
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, UTF_8);
        }
        if (value instanceof Number number) {
            double plain = number.doubleValue();
            return Double.isFinite(plain) ? (Object) plain : Double.toString(plain);
        }
        return value;
    }
}

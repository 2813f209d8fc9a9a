package org.tucuxi.client.presign;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tucuxi.Client;
import org.tucuxi.ClientMethod;
import org.tucuxi.signing.Presigning;

/**
 * The method {@code generate_presigned_url} of every client, for whoever comes with boto3's arguments: one map of
 * {@code ClientMethod}, {@code Params}, {@code ExpiresIn} in seconds and {@code HttpMethod}, or the same by position.
 */
final class PresignedUrlMethod implements ClientMethod {

    static final String NAME = "generate_presigned_url";
    static final PresignedUrlMethod INSTANCE = new PresignedUrlMethod();

    private static final List<String> NAMES = List.of("ClientMethod", "Params", "ExpiresIn", "HttpMethod");

    private PresignedUrlMethod() {
    }

    @Override
    public Object invoke(Client client, Object... arguments) {
        Object[] values = values(arguments);
        if (!(values[0] instanceof String method)) {
            throw wrong("ClientMethod must be the name of a method, not " + values[0]);
        }
        if (values[3] != null && !(values[3] instanceof String)) {
            throw wrong("HttpMethod must be a text such as PUT");
        }
        return client.presignedUrl(method, parameters(values[1]), expiry(values[2]), (String) values[3]);
    }

    private static Object[] values(Object... arguments) {
        Object[] values = new Object[NAMES.size()];
        if (arguments.length == 1 && arguments[0] instanceof Map<?, ?> named) {
            if (!Set.copyOf(NAMES).containsAll(named.keySet())) {
                throw wrong("it was given " + named.keySet());
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = named.get(NAMES.get(i));
            }
        } else if (arguments.length <= values.length) {
            System.arraycopy(arguments, 0, values, 0, arguments.length);
        } else {
            throw wrong("it was given " + arguments.length + " arguments");
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> parameters(Object value) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, ?>) map;
        }
        throw wrong("Params must be a map of the method's parameters");
    }

    private static Duration expiry(Object value) {
        if (value == null) {
            return Presigning.DEFAULT_EXPIRY;
        }
        if (value instanceof Duration duration) {
            return duration;
        }
        if (value instanceof Number seconds) {
            return Duration.ofSeconds(seconds.longValue());
        }
        throw wrong("ExpiresIn must be a number of seconds or a Duration");
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(NAME + " takes " + String.join(", ", NAMES) + "; " + what);
    }
}

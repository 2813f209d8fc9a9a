package org.tucuxi.services.s3;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.Client;
import org.tucuxi.PresignedPost;
import org.tucuxi.event.CreatingClientClass;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.signing.Presigning;

/**
 * Adds {@code generate_presigned_post}, for whoever comes with boto3's arguments: one map of {@code Bucket},
 * {@code Key}, {@code Fields}, {@code Conditions} and {@code ExpiresIn} in seconds, or the same by position. The result
 * is boto3's, too: {@code url} and {@code fields}.
 */
@Component
@EventPattern("creating-client-class.s3")
public final class PresignedPostMethod implements EventHandler<CreatingClientClass, Void> {

    private static final String NAME = "generate_presigned_post";
    private static final List<String> NAMES = List.of("Bucket", "Key", "Fields", "Conditions", "ExpiresIn");

    @Override
    public Void handle(CreatingClientClass event) {
        event.classAttributes().put(NAME, PresignedPostMethod::invoke);
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Object invoke(Client client, Object... arguments) {
        Object[] values = values(arguments);
        if (!(values[0] instanceof String bucket) || !(values[1] instanceof String key)) {
            throw wrong("Bucket and Key must be texts");
        }
        if (values[2] != null && !(values[2] instanceof Map) || values[3] != null && !(values[3] instanceof List)) {
            throw wrong("Fields must be a map, and Conditions a list");
        }
        PresignedPost post = client.presignedPost(bucket, key, (Map<String, String>) values[2], (List<?>) values[3],
                expiry(values[4]));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("url", post.url());
        result.put("fields", new LinkedHashMap<>(post.fields()));
        return result;
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

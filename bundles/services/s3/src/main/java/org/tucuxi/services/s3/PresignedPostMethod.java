package org.tucuxi.services.s3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.Client;
import org.tucuxi.MethodArguments;
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

    private static Object invoke(Client client, Object... given) {
        MethodArguments arguments = MethodArguments.of(NAME, NAMES, given);
        PresignedPost post = client.presignedPost(arguments.requiredText("Bucket"), arguments.requiredText("Key"),
                arguments.map("Fields"), arguments.list("Conditions"),
                arguments.duration("ExpiresIn", Presigning.DEFAULT_EXPIRY));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("url", post.url());
        result.put("fields", new LinkedHashMap<>(post.fields()));
        return result;
    }
}

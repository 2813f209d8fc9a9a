package org.tucuxi.client.presign;

import java.util.List;
import java.util.Map;
import org.tucuxi.Client;
import org.tucuxi.ClientMethod;
import org.tucuxi.MethodArguments;
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
    public Object invoke(Client client, Object... given) {
        MethodArguments arguments = MethodArguments.of(NAME, NAMES, given);
        Map<String, ?> parameters = arguments.map("Params");
        return client.presignedUrl(arguments.requiredText("ClientMethod"), parameters == null ? Map.of() : parameters,
                arguments.duration("ExpiresIn", Presigning.DEFAULT_EXPIRY), arguments.text("HttpMethod"));
    }
}

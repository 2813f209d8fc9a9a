package org.tucuxi.client.presign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tucuxi.AttributeNotFoundException;
import org.tucuxi.Client;
import org.tucuxi.PresignedPost;
import org.tucuxi.UnknownClientMethodException;
import org.tucuxi.event.CreatingClientClass;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.signing.Presigning;
import org.tucuxi.signing.Signer;

/** Presigns requests of one client. */
public final class Presigner {

    /** Context key: whether the request is for somebody else. */
    public static final String IS_PRESIGNED = "is_presign_request";

    private static final String GLOBAL_ENDPOINT = "use_global_endpoint";

    private final Client client;
    private final RequestPreparer preparer;
    private final Clock clock;

    /** Goes the way of a call up to the serialised request, with its URL. */
    @FunctionalInterface
    public interface RequestPreparer {

        /**
         * Prepares a request.
         *
         * @param operation the operation's API name
         * @param parameters its parameters
         * @param context the context of what is presigned, live
         * @return the request
         */
        SerializedRequest prepare(String operation, Map<String, ?> parameters, Map<String, Object> context);
    }

    /**
     * Makes a presigner.
     *
     * @param client whose requests
     * @param preparer makes them
     * @param clock tells when policies begin
     */
    public Presigner(Client client, RequestPreparer preparer, Clock clock) {
        this.client = client;
        this.preparer = preparer;
        this.clock = clock;
    }

    /**
     * The handler of {@code creating-client-class} that adds {@code generate_presigned_url}.
     *
     * @return the handler
     */
    public static EventHandler<CreatingClientClass, Void> addsMethod() {
        return event -> {
            event.classAttributes().put(PresignedUrlMethod.NAME, PresignedUrlMethod.INSTANCE);
            return null;
        };
    }

    /**
     * Presigns a URL.
     *
     * @param operation the operation's name
     * @param parameters its parameters
     * @param expiresIn how long the URL is good for
     * @param httpMethod the HTTP method, or null for the operation's
     * @return the URL
     */
    public String url(String operation, Map<String, ?> parameters, Duration expiresIn, String httpMethod) {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(parameters, "parameters");
        checkExpiry(expiresIn);
        ServiceModel model = client.meta().serviceModel();
        String name = model.resolveOperation(operation);
        if (name == null) {
            throw new UnknownClientMethodException("Client does not have method: " + operation + ". A URL can be presigned"
                    + " for an operation of " + model.serviceName() + ", such as " + model.operationNames().iterator().next());
        }
        SerializedRequest request = preparer.prepare(name, parameters, context());
        if (httpMethod != null) {
            request.method(httpMethod.toUpperCase(Locale.ROOT));
        }
        return client.meta().signer().presignedUrl(name, request, Presigning.url(expiresIn));
    }

    /**
     * Presigns a form.
     *
     * @param bucket the bucket
     * @param key the object's key
     * @param fields further fields, or null
     * @param conditions further conditions, or null
     * @param expiresIn how long the form is good for
     * @return where to post it, and its fields
     */
    public PresignedPost post(String bucket, String key, Map<String, String> fields, List<?> conditions,
            Duration expiresIn) {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
        checkExpiry(expiresIn);
        String service = client.meta().serviceModel().serviceName();
        if (!service.equals("s3")) {
            throw new AttributeNotFoundException("'" + service + "' client has no method 'generate_presigned_post': only S3"
                    + " takes uploads by POST");
        }
        Map<String, Object> context = context();
        // Its URL is the bucket's, where forms are posted to.
        SerializedRequest request = preparer.prepare("CreateBucket", Map.of("Bucket", bucket), context);
        Map<String, Object> completed = fields == null ? new LinkedHashMap<>() : new LinkedHashMap<>(fields);
        completed.put("key", key);
        context.put("s3-presign-post-fields", completed);
        context.put("s3-presign-post-policy", UploadPolicy.of(bucket, key, conditions, now(context).plus(expiresIn)));
        AwsRequest form = new AwsRequest(request.method(), request.url(), request.headers().copy(), request.body(),
                request.authPath(), false, context);
        client.meta().signer().sign("PutObject", form, new Presigning(Presigning.Form.POST, expiresIn, null, null));
        Map<String, String> texts = new LinkedHashMap<>();
        completed.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return new PresignedPost(form.url(), texts);
    }

    /** By the service's clock where the client has learnt that this computer's is wrong. */
    private Instant now(Map<String, Object> context) {
        return context.get(Signer.CLOCK_OFFSET) instanceof Duration ahead ? clock.instant().plus(ahead)
                : clock.instant();
    }

    private static void checkExpiry(Duration expiresIn) {
        if (Objects.requireNonNull(expiresIn, "expiresIn").compareTo(Duration.of(1, ChronoUnit.SECONDS)) < 0) {
            throw new IllegalArgumentException("What is presigned must be good for a second at least, not for "
                    + expiresIn);
        }
    }

    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>(16);
        context.put(IS_PRESIGNED, true);
        context.put(GLOBAL_ENDPOINT, false);
        return context;
    }
}

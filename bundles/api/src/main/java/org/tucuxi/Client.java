package org.tucuxi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.paginator.OperationNotPageableException;
import org.tucuxi.paginator.Paginator;
import org.tucuxi.waiter.Waiter;
import org.tucuxi.waiter.WaiterConfigException;
import org.tucuxi.signing.Presigning;

/**
 * A client of one service, made at run time from the service's model. Safe for use by many threads.
 *
 * <p><b>Names.</b> An operation may be named as in the API ({@code ListObjectsV2}), as in boto3 ({@code list_objects_v2}) or
 * as a Java method ({@code listObjectsV2}).
 *
 * <p><b>Values.</b> Parameters and results are plain values: Map, List, String, Boolean, Integer, Long, Double or BigDecimal,
 * {@link java.time.Instant}; blobs are byte[], text, {@link java.io.InputStream}, {@link java.nio.file.Path} or
 * {@link org.tucuxi.http.HttpBody} going out, and byte[] or, for a streaming payload, {@link org.tucuxi.http.StreamingBody}
 * coming in. Members that a response does not have are absent from the result, never null.
 */
@ProviderType
public interface Client extends AutoCloseable {

    /**
     * What is known of this client.
     *
     * @return its events, model, endpoint, region and configuration
     */
    ClientMeta meta();

    /**
     * Calls an operation without parameters.
     *
     * @param operation the operation's name
     * @return the result, with {@code ResponseMetadata}
     * @see #call(String, Map)
     */
    default Map<String, Object> call(String operation) {
        return call(operation, Map.of());
    }

    /**
     * Calls an operation.
     *
     * @param operation the operation's name
     * @param parameters its parameters by their API names
     * @return the result, with {@code ResponseMetadata}; mutable
     * @throws ClientException when the service answers with an error
     * @throws ParamValidationException when the parameters do not fit the model
     * @throws AttributeNotFoundException when there is no such operation
     * @throws UnsatisfiedException when a part of the platform is missing
     * @throws ClosedException when the client or its session is closed
     * @throws TucuxiException when anything else goes wrong
     */
    Map<String, Object> call(String operation, Map<String, ?> parameters);

    /**
     * Calls an operation with limits of its own.
     *
     * @param operation the operation's name
     * @param parameters its parameters by their API names
     * @param options how long it may take and how often it may be tried
     * @return as {@link #call(String, Map)}
     * @throws CallTimeoutException when it does not end in time
     */
    default Map<String, Object> call(String operation, Map<String, ?> parameters, CallOptions options) {
        throw new UnsupportedOperationException(getClass().getName() + " takes no call options");
    }

    /**
     * Calls an operation on another thread, with limits of its own; the time counts from the moment that a thread takes it up.
     *
     * @param operation the operation's name
     * @param parameters its parameters by their API names
     * @param options how long it may take and how often it may be tried
     * @return as {@link #callAsync(String, Map)}
     */
    default CompletableFuture<Map<String, Object>> callAsync(String operation, Map<String, ?> parameters,
            CallOptions options) {
        throw new UnsupportedOperationException(getClass().getName() + " takes no call options");
    }

    /**
     * Calls an operation on another thread.
     *
     * @param operation the operation's name
     * @param parameters its parameters by their API names
     * @return completes with the result, or exceptionally with what {@link #call(String, Map)} throws; cancelling it interrupts
     *         the call
     */
    CompletableFuture<Map<String, Object>> callAsync(String operation, Map<String, ?> parameters);

    /**
     * Makes a URL that whoever has it can use for one hour, without credentials of their own.
     *
     * @param operation the operation's name
     * @param parameters its parameters by their API names
     * @return the URL
     * @see #presignedUrl(String, Map, Duration, String)
     */
    default String presignedUrl(String operation, Map<String, ?> parameters) {
        return presignedUrl(operation, parameters, Presigning.DEFAULT_EXPIRY, null);
    }

    /**
     * Makes a URL that whoever has it can use for a while, without credentials of their own: {@code generate_presigned_url} in
     * boto3. Nothing is sent. The URL is for the host of the region, and signed by SigV4 unless the client was configured with
     * another signature version. Parameters that the operation sends as headers are covered by the signature: whoever uses the URL
     * sends them, too. The URL is good for no longer than the credentials are; AWS refuses more than seven days.
     *
     * @param operation the operation's name
     * @param parameters its parameters by their API names
     * @param expiresIn how long the URL is good for, in whole seconds
     * @param httpMethod the HTTP method that the URL is for, or null for the operation's own
     * @return the URL; it is as secret as what it gives access to
     * @throws UnknownClientMethodException when there is no such operation
     * @throws ParamValidationException when the parameters do not fit the model
     * @throws org.tucuxi.signing.UnsupportedSignatureVersionException when the signature version makes no URLs, or the operation has
     *         a body that cannot go into a query
     * @throws TucuxiException when anything else goes wrong
     */
    String presignedUrl(String operation, Map<String, ?> parameters, Duration expiresIn, String httpMethod);

    /**
     * Makes a form with which whoever has it can upload to S3 by POST for a while: {@code generate_presigned_post} in boto3. Nothing
     * is sent.
     *
     * @param bucket the bucket
     * @param key the object's key; one that ends with <code>${filename}</code> lets the sender choose what comes there
     * @param fields further fields of the form, such as {@code acl} or {@code Content-Type}; each needs a condition
     * @param conditions what the policy demands: maps of a field and its value, or lists such as
     *                   {@code ["starts-with", "$Content-Type", "image/"]} and {@code ["content-length-range", 1, 1024]}; those of
     *                   bucket, key and signature are added
     * @param expiresIn how long the form is good for, in whole seconds
     * @return where to post, and the fields that come before the file
     * @throws AttributeNotFoundException when this is no client of S3
     * @throws TucuxiException when anything else goes wrong
     */
    PresignedPost presignedPost(String bucket, String key, Map<String, String> fields, List<?> conditions,
            Duration expiresIn);

    /**
     * Whether an operation has a paginator.
     *
     * @param operation the operation's name
     * @return false when the service's model has no paginator for it, or no paginators at all
     * @throws AttributeNotFoundException when there is no such operation
     */
    boolean canPaginate(String operation);

    /**
     * A paginator.
     *
     * @param operation the name of an operation that answers in pages
     * @return reads its pages
     * @throws AttributeNotFoundException when there is no such operation
     * @throws OperationNotPageableException when it has no paginator
     */
    Paginator paginator(String operation);

    /**
     * The waiters of the service.
     *
     * @return their names as boto3 has them, for example {@code bucket_exists}, in the order of the model's names
     * @throws WaiterConfigException when the model of the waiters is of another version
     */
    List<String> waiterNames();

    /**
     * A waiter.
     *
     * @param name its name as in {@link #waiterNames()}, in the model ({@code BucketExists}) or as a Java method's ({@code bucketExists})
     * @return waits
     * @throws IllegalArgumentException when there is no such waiter
     * @throws WaiterConfigException when the model of the waiters is of another version
     */
    Waiter waiter(String name);

    /**
     * Calls a method: an operation, one that a {@code creating-client-class} handler added, or one of boto3's own:
     * {@code can_paginate}, {@code get_paginator}, {@code waiter_names}, {@code get_waiter}.
     *
     * @param method the method's name
     * @param arguments its arguments; for an operation one map of parameters, or nothing
     * @return its result
     * @throws AttributeNotFoundException when there is no such method and no {@code getattr} handler answers
     */
    Object invoke(String method, Object... arguments);

    /**
     * Views this client as an interface of the caller's.
     *
     * <p>An abstract method stands for the operation or added method of its name; it takes nothing, a {@link Map} or a record
     * whose components are named like the members ({@code bucket} or {@code Bucket}; {@code default_} where Java keeps the
     * word for itself), and returns {@link Map}, a record, void, or a {@link CompletableFuture} of Void, Map or a record.
     * Default methods are called as they are. Mix-ins that a handler added may be viewed without naming any operation.
     *
     * <p>Components may be of what {@link #call} takes and gives, and of: records and Maps for structures; List, Set and Map
     * of such; {@link java.util.Optional} of such; {@code int}, {@code long}, {@code double}, {@code float}, their classes,
     * BigInteger and BigDecimal, without loss or with an error; enums for texts. A constant stands for what its
     * {@code toString} says, or for the modelled text that is spelt like it; a text that no constant stands for is an error
     * for the enum, and an empty Optional for an Optional of it. Null, empty Optionals and absent members are the same; of
     * primitives, zero and false are. A stream that a view does not hand out is closed.
     *
     * <p>All this is checked against the service's model now, and compiled once for an interface and a service.
     *
     * @param view an interface
     * @param <T> the interface
     * @return the view; equal views are equal
     * @throws IllegalArgumentException when a method has no operation or does not fit it; the message says which and why
     */
    <T> T as(Class<T> view);

    /** Closes the client: idle connections that nobody shares are given up, later calls fail. Calls in flight end first. */
    @Override
    void close();
}

package org.tucuxi;

import java.util.Map;
import java.util.Objects;

/**
 * The service answered with an error: botocore's {@code ClientError}. As there, it is not a child of
 * {@link TucuxiException}, so that what the service says and what the library says can be told apart by type.
 *
 * <pre>{@code
 * try {
 *     s3.call("GetObject", Map.of("Bucket", "b", "Key", "k"));
 * } catch (ClientException e) {
 *     if (!e.isA("NoSuchKey")) throw e;
 * }
 * }</pre>
 */
public class ClientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> response;
    private final String operationName;
    private final String modelledName;

    /**
     * Makes the exception.
     *
     * @param response the parsed map: {@code Error}, {@code ResponseMetadata} and the members of a modelled error
     * @param operationName the operation's API name
     * @param modelledName the name of the service's error shape with this code, or null when none has it
     */
    public ClientException(Map<String, Object> response, String operationName, String modelledName) {
        super(message(response, operationName));
        this.response = Objects.requireNonNull(response, "response");
        this.operationName = operationName;
        this.modelledName = modelledName;
    }

    /**
     * The parsed response.
     *
     * @return a map with {@code Error} and {@code ResponseMetadata}
     */
    public Map<String, Object> response() {
        return response;
    }

    /**
     * The operation that failed.
     *
     * @return its API name
     */
    public String operationName() {
        return operationName;
    }

    /**
     * The error code.
     *
     * @return {@code Error.Code}; {@code Unknown} when there is none
     */
    public String code() {
        return text(error(response), "Code", "Unknown");
    }

    /**
     * The HTTP status.
     *
     * @return {@code ResponseMetadata.HTTPStatusCode}, or 0 when there is none
     */
    public int status() {
        return response.get("ResponseMetadata") instanceof Map<?, ?> metadata
                && metadata.get("HTTPStatusCode") instanceof Number status ? status.intValue() : 0;
    }

    /**
     * Whether this is the modelled error of that name, or has that code. A service that once spoke query has two codes for an
     * error: {@link #code()} is the one of old, {@code Error.QueryErrorCode} the one of its model; this knows both.
     *
     * @param name a shape's name or an error code, for example {@code NoSuchBucket}
     * @return true when one of them equals the name
     */
    public boolean isA(String name) {
        return name.equals(modelledName) || name.equals(code())
                || name.equals(text(error(response), "QueryErrorCode", null));
    }

    private static String message(Map<String, Object> response, String operationName) {
        Map<?, ?> error = error(response);
        StringBuilder message = new StringBuilder("An error occurred (").append(text(error, "Code", "Unknown"))
                .append(") when calling the ").append(operationName).append(" operation");
        if (response.get("ResponseMetadata") instanceof Map<?, ?> metadata
                && Boolean.TRUE.equals(metadata.get("MaxAttemptsReached")) && metadata.get("RetryAttempts") != null) {
            message.append(" (reached max retries: ").append(metadata.get("RetryAttempts")).append(')');
        }
        return message.append(": ").append(text(error, "Message", "Unknown")).toString();
    }

    private static Map<?, ?> error(Map<String, Object> response) {
        return response.get("Error") instanceof Map<?, ?> error ? error : Map.of();
    }

    private static String text(Map<?, ?> map, String key, String fallback) {
        Object value = map.get(key);
        return value == null ? fallback : value.toString();
    }
}

package org.tucuxi.model;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** An operation of a service. Immutable and safe for use by many threads. */
@ProviderType
public interface OperationModel {

    /**
     * The operation's name, as it is exposed and sent.
     *
     * @return its key in the model's {@code operations}
     */
    String name();

    /**
     * The service.
     *
     * @return the model that this is a part of
     */
    ServiceModel service();

    /**
     * The HTTP method.
     *
     * @return {@code POST} unless modelled otherwise
     */
    String httpMethod();

    /**
     * The request URI, with {@code {label}} placeholders and possibly a fixed query.
     *
     * @return {@code /} unless modelled otherwise
     */
    String requestUri();

    /**
     * The input.
     *
     * @return its shape, or null
     */
    StructureShape input();

    /**
     * The output.
     *
     * @return its shape, or null
     */
    StructureShape output();

    /**
     * The errors that are listed on the operation.
     *
     * @return their shapes in the order of the model
     */
    List<StructureShape> errors();

    /**
     * Any attribute of the operation: {@code httpChecksum}, {@code endpoint}, {@code staticContextParams}, {@code auth}, …
     *
     * @param attribute the model's name
     * @return a String, Boolean, Number, Map or List; null when it is absent
     */
    Object trait(String attribute);

    /**
     * A text attribute.
     *
     * @param attribute the model's name
     * @return its value, or null when it is absent or no text
     */
    default String text(String attribute) {
        return trait(attribute) instanceof String text ? text : null;
    }

    /**
     * A boolean attribute.
     *
     * @param attribute the model's name
     * @return true when it is there and true
     */
    default boolean flag(String attribute) {
        return Boolean.TRUE.equals(trait(attribute));
    }

    /**
     * A map attribute.
     *
     * @param attribute the model's name
     * @return its value; empty when it is absent
     */
    @SuppressWarnings("unchecked")
    default Map<String, Object> map(String attribute) {
        return trait(attribute) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /**
     * Whether the request body is a stream of bytes.
     *
     * @return true when the input's payload is a blob
     */
    default boolean hasStreamingInput() {
        return isBlobPayload(input());
    }

    /**
     * Whether the response body is a stream of bytes.
     *
     * @return true when the output's payload is a blob
     */
    default boolean hasStreamingOutput() {
        return isBlobPayload(output());
    }

    /**
     * Whether the request is an event stream.
     *
     * @return true when a member of the input is one
     */
    default boolean hasEventStreamInput() {
        return hasEventStream(input());
    }

    /**
     * Whether the response is an event stream.
     *
     * @return true when a member of the output is one
     */
    default boolean hasEventStreamOutput() {
        return hasEventStream(output());
    }

    /**
     * The members that get a random UUID when the caller leaves them out.
     *
     * @return the names of top-level input members with {@code idempotencyToken}; implementations keep the answer
     */
    default List<String> idempotentMembers() {
        return input() == null ? List.of() : input().members().entrySet().stream()
                .filter(member -> member.getValue().flag("idempotencyToken")).map(Map.Entry::getKey).toList();
    }

    private static boolean isBlobPayload(StructureShape shape) {
        if (shape == null || shape.payload() == null) {
            return false;
        }
        Shape payload = shape.members().get(shape.payload());
        return payload != null && payload.type() == ShapeType.BLOB;
    }

    private static boolean hasEventStream(StructureShape shape) {
        return shape != null && shape.members().values().stream().anyMatch(member -> member.flag("eventstream"));
    }
}

package org.tucuxi.protocols.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import org.tucuxi.protocols.value.ValueFault;

/** Opens and ends documents, and tells in the codec's terms what is wrong with one. */
final class JsonDocument {

    /** Names are kept, but not interned: they come from outside. Buffers are kept by the factory, not by threads. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonWriter.MAX_NESTING)
                    .maxNumberLength(1000)
                    .maxStringLength(128 << 20)
                    .build())
            .build();

    private JsonDocument() {
    }

    /** What is done with a document. */
    @FunctionalInterface
    interface Use<R> {

        /** Reads the root value, whose first token is the parser's current one; goes to its last token. */
        R read(JsonParser in) throws IOException;
    }

    /** Reads a whole document; gives null when it is null, or nothing but white space. */
    static <R> R read(byte[] content, Use<R> use) {
        Utf8.check(content);
        try (JsonParser in = FACTORY.createParser(content)) {
            return read(in, use);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private static <R> R read(JsonParser in, Use<R> use) throws IOException {
        try {
            JsonToken root = in.nextToken();
            if (root == null) {
                return null;
            }
            R result = root == JsonToken.VALUE_NULL ? null : use.read(in);
            if (in.nextToken() != null) {
                throw new ValueFault("expected the end of the JSON document, got more at offset "
                        + in.currentTokenLocation().getByteOffset());
            }
            return result;
        } catch (StreamConstraintsException bound) {
            // It does not know its place itself, and here is no member to name.
            throw new ValueFault("expected a JSON document within bounds, but at offset "
                    + in.currentLocation().getByteOffset() + ": " + bound.getOriginalMessage());
        }
    }

    /** What is wrong; a document's own text is not shown, for it may be secret. */
    static ValueFault fault(IOException e) {
        if (e instanceof StreamConstraintsException bound) {
            return new ValueFault("expected a JSON document within bounds: " + bound.getOriginalMessage());
        }
        if (e instanceof InputCoercionException) {
            return new ValueFault("expected a number of at most 64 bits, got a larger one");
        }
        String place = e instanceof JsonProcessingException json && json.getLocation() != null
                ? " at offset " + json.getLocation().getByteOffset() : "";
        return new ValueFault("expected a JSON document, got what is none" + place);
    }

    /** The fault of a value of a wrong kind. */
    static ValueFault unexpected(String expected, JsonParser in) {
        return new ValueFault("expected " + expected + ", got " + switch (in.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "null";
        });
    }
}

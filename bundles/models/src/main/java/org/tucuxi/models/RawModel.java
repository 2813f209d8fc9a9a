package org.tucuxi.models;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tucuxi.model.ModelException;

/**
 * The bytes of a model and where its operations and shapes are in them. One pass over the bytes finds these places and
 * reads the metadata; an operation or shape becomes objects when it is asked for. Extras lie over the model: they are
 * merged into each piece as it is read.
 */
final class RawModel {

    /** The bytes of one operation or shape. */
    private record Slice(int start, int end) {
    }

    private final String source;
    private final byte[] bytes;
    private final Map<String, Object> extras;
    private final Map<String, Slice> operations = new LinkedHashMap<>();
    private final Map<String, Slice> shapes = new LinkedHashMap<>();
    private final Set<String> exceptions = new LinkedHashSet<>();
    private Map<String, Object> metadata = new LinkedHashMap<>();
    private Map<String, Object> clientContextParams = new LinkedHashMap<>();

    private RawModel(byte[] bytes, String source, Map<String, Object> extras) {
        this.bytes = bytes;
        this.source = source;
        this.extras = extras;
    }

    /**
     * Indexes a model.
     *
     * @param raw the document
     * @param source what to call it in messages
     * @param extras what is merged in; empty for nothing
     * @throws ModelException when it is no model; the message says where
     */
    static RawModel index(byte[] raw, String source, Map<String, Object> extras) {
        RawModel model = new RawModel(Json.utf8(raw, source), source, extras);
        try (JsonParser parser = Json.parser(model.bytes, 0, model.bytes.length)) {
            Json.begin(parser, source);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String section = parser.currentName();
                parser.nextToken();
                model.section(section, parser);
            }
            Json.end(parser, source);
        } catch (IOException e) {
            throw Json.broken(source, e);
        }
        model.mergeExtras();
        return model;
    }

    private void section(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "metadata" -> {
                requireObject(parser, "$.metadata");
                metadata = Json.object(parser, false);
            }
            case "clientContextParams" -> {
                requireObject(parser, "$.clientContextParams");
                clientContextParams = Json.object(parser, false);
            }
            case "operations" -> index(parser, "$.operations", operations, null);
            case "shapes" -> index(parser, "$.shapes", shapes, exceptions);
            default -> parser.skipChildren();
        }
    }

    private void index(JsonParser parser, String path, Map<String, Slice> slices, Set<String> flagged)
            throws IOException {
        requireObject(parser, path);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            requireObject(parser, path + '.' + name);
            int start = (int) parser.currentTokenLocation().getByteOffset();
            if (flagged == null) {
                parser.skipChildren();
            } else if (skipShape(parser)) {
                flagged.add(name);
            }
            slices.put(name, new Slice(start, (int) parser.currentLocation().getByteOffset()));
        }
    }

    /** Skips a shape; true when it says that it is an exception. */
    private static boolean skipShape(JsonParser parser) throws IOException {
        boolean exception = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean isFlag = "exception".equals(parser.currentName());
            JsonToken value = parser.nextToken();
            exception |= isFlag && value == JsonToken.VALUE_TRUE;
            parser.skipChildren();
        }
        return exception;
    }

    private void requireObject(JsonParser parser, String path) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new ModelException(Json.at(source, parser.currentTokenLocation()) + Names.message(path
                    + " must be an object, not "
                    + (parser.currentToken() == JsonToken.START_ARRAY ? "an array" : parser.getText())));
        }
    }

    private void mergeExtras() {
        Trees.merge(metadata, Trees.map(extras, "metadata"));
        metadata = Trees.frozen(metadata);
        Trees.merge(clientContextParams, Trees.map(extras, "clientContextParams"));
        clientContextParams = Trees.frozen(clientContextParams);
        Trees.map(extras, "operations").forEach((name, value) -> operations.putIfAbsent(name, null));
        Trees.map(extras, "shapes").forEach((name, value) -> {
            shapes.putIfAbsent(name, null);
            if (value instanceof Map<?, ?> shape && Boolean.TRUE.equals(shape.get("exception"))) {
                exceptions.add(name);
            }
        });
    }

    String source() {
        return source;
    }

    Map<String, Object> metadata() {
        return metadata;
    }

    Map<String, Object> clientContextParams() {
        return clientContextParams;
    }

    List<String> operationNames() {
        return Collections.unmodifiableList(new ArrayList<>(operations.keySet()));
    }

    /** The names of the exception shapes, in the order of the model. */
    Set<String> exceptionNames() {
        return Collections.unmodifiableSet(exceptions);
    }

    /** An operation's attributes, unmodifiable; null when there is no such operation. */
    Map<String, Object> operation(String name) {
        return piece(operations, "operations", name);
    }

    /** A shape's attributes, unmodifiable; null when there is no such shape. */
    Map<String, Object> shape(String name) {
        return piece(shapes, "shapes", name);
    }

    private Map<String, Object> piece(Map<String, Slice> slices, String section, String name) {
        Slice slice = slices.get(name);
        if (slice == null && !slices.containsKey(name)) {
            return null;
        }
        Map<String, Object> more = Trees.map(Trees.map(extras, section), name);
        Map<String, Object> piece = slice == null ? new LinkedHashMap<>() : parse(slice, more.isEmpty());
        if (more.isEmpty()) {
            return piece;
        }
        Trees.merge(piece, more);
        return Trees.frozen(piece);
    }

    private Map<String, Object> parse(Slice slice, boolean frozen) {
        try (JsonParser parser = Json.parser(bytes, slice.start, slice.end)) {
            parser.nextToken();
            return Json.object(parser, frozen);
        } catch (IOException e) {
            throw Json.broken(source, e);
        }
    }

    /** What to throw for a piece that is well-formed but wrong. */
    ModelException broken(String section, String name, String path, String reason) {
        Slice slice = (section.equals("shapes") ? shapes : operations).get(name);
        int line = 1;
        int lineStart = -1;
        int end = slice == null ? 0 : slice.start;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i;
            }
        }
        String place = slice == null ? "" : ", line " + line + ", column " + (end - lineStart);
        return new ModelException(source + place + Names.message(": $." + section + '.' + name + path + ' ' + reason));
    }
}

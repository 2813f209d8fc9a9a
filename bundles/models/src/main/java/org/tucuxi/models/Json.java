package org.tucuxi.models;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.model.ModelException;

/** JSON as maps, lists and plain values; members keep their order. */
final class Json {

    /** Deeper than any rule set; shallow enough for a thread's stack. */
    static final int DEPTH = 250;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build()).build();

    private Json() {
    }

    static JsonParser parser(byte[] bytes, int start, int end) throws IOException {
        return FACTORY.createParser(bytes, start, end - start);
    }

    /**
     * The bytes as UTF-8 without a byte order mark, which byte offsets need. The parser would take a mark, or zeros at
     * the start, for a sign of another encoding; further on it refuses zeros itself.
     */
    static byte[] utf8(byte[] bytes, String source) {
        int start = isMarked(bytes, 0) ? 3 : 0;
        boolean isOther = start > 0 && isMarked(bytes, start);
        for (int i = start; i < Math.min(start + 4, bytes.length); i++) {
            isOther |= bytes[i] == 0 || bytes[i] == (byte) 0xfe || bytes[i] == (byte) 0xff;
        }
        if (isOther) {
            throw new ModelException(source + ", line 1, column 1: is not encoded as UTF-8");
        }
        return start == 0 ? bytes : Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private static boolean isMarked(byte[] bytes, int at) {
        return bytes.length > at + 2 && bytes[at] == (byte) 0xef && bytes[at + 1] == (byte) 0xbb
                && bytes[at + 2] == (byte) 0xbf;
    }

    /** A whole document, which must be an object, as a mutable tree. */
    static Map<String, Object> document(byte[] raw, String source) {
        byte[] bytes = utf8(raw, source);
        try (JsonParser parser = parser(bytes, 0, bytes.length)) {
            begin(parser, source);
            Map<String, Object> result = object(parser, false);
            end(parser, source);
            return result;
        } catch (IOException e) {
            throw broken(source, e);
        }
    }

    static void begin(JsonParser parser, String source) throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw new ModelException(first == null ? source + " is empty; it must be a JSON object"
                    : at(source, parser.currentTokenLocation()) + "must be a JSON object");
        }
    }

    static void end(JsonParser parser, String source) throws IOException {
        if (parser.nextToken() != null) {
            throw new ModelException(at(source, parser.currentTokenLocation()) + "something follows the JSON object");
        }
    }

    /** The object that the parser is at the beginning of. */
    static Map<String, Object> object(JsonParser parser, boolean frozen) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            result.put(name, value(parser, frozen));
        }
        return frozen ? Collections.unmodifiableMap(result) : result;
    }

    private static Object value(JsonParser parser, boolean frozen) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, frozen);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser, frozen));
                }
                yield frozen ? Collections.unmodifiableList(items) : items;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    /** The tree as JSON. */
    static byte[] write(Map<String, Object> tree, String source) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            write(tree, generator, source, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Object value, JsonGenerator generator, String source, int depth) throws IOException {
        if (depth > DEPTH) {
            throw new ModelException(source + " was changed by a handler and is now nested deeper than " + DEPTH
                    + " levels");
        }
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                write(entry.getValue(), generator, source, depth + 1);
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            generator.writeStartArray();
            for (Object item : items) {
                write(item, generator, source, depth + 1);
            }
            generator.writeEndArray();
        } else {
            writeScalar(value, generator, source);
        }
    }

    private static void writeScalar(Object value, JsonGenerator generator, String source) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number) {
            generator.writeNumber(number.toString());
        } else if (value instanceof CharSequence text) {
            generator.writeString(text.toString());
        } else {
            throw new ModelException(source + " was changed by a handler and now has a value of type "
                    + value.getClass().getName() + ", which JSON does not know");
        }
    }

    static ModelException broken(String source, IOException e) {
        if (e instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
            return new ModelException(at(source, syntax.getLocation())
                    + Names.message(syntax.getOriginalMessage()), e);
        }
        return new ModelException(source + " cannot be read: " + e.getMessage(), e);
    }

    static String at(String source, JsonLocation location) {
        return source + ", line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }
}

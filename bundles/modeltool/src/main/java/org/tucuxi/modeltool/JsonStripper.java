package org.tucuxi.modeltool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Writes JSON again, compactly and without texts for readers. The order of members stays, so the same input gives the
 * same bytes, and numbers keep their spelling.
 */
final class JsonStripper {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build()).build();

    private JsonStripper() {
    }

    /**
     * Strips a document.
     *
     * @param json the document
     * @param name what to call it in messages
     * @return UTF-8 without insignificant white space
     */
    static byte[] strip(byte[] json, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length / 2 + 16);
        try (JsonParser parser = JSON.createParser(json); JsonGenerator generator = JSON.createGenerator(out)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new PackagingException(name + " is no JSON object");
            }
            copy(parser, generator);
            if (parser.nextToken() != null) {
                throw new PackagingException(name + " goes on after the end of its JSON object");
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            throw new PackagingException(name + ": " + place + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new PackagingException(name + " cannot be read: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
        generator.copyCurrentEventExact(parser);
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (isForReaders(field, value, depth)) {
                    parser.skipChildren();
                    continue;
                }
                generator.writeFieldName(field);
                token = value;
            }
            generator.copyCurrentEventExact(parser);
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }

    /**
     * A shape may have a member of such a name, as "documentation": then its value is an object. Examples are at the
     * top only.
     */
    private static boolean isForReaders(String field, JsonToken value, int depth) {
        return switch (field) {
            case "documentation", "documentationUrl", "deprecatedMessage", "description" ->
                value == JsonToken.VALUE_STRING;
            case "examples" -> depth == 1;
            default -> false;
        };
    }
}

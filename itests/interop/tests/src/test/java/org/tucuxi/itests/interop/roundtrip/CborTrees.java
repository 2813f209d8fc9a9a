package org.tucuxi.itests.interop.roundtrip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;

/** Trees as CBOR by Jackson, with tags on times. */
final class CborTrees implements JsonDocuments.CborTime {

    private static final int EPOCH = 1;

    @Override
    public JsonNode read(byte[] body) throws IOException {
        return new CBORMapper().readTree(body);
    }

    @Override
    public byte[] write(JsonNode tree) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CBORGenerator out = new CBORFactory().createGenerator(bytes)) {
            write(tree, out);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonNode tree, CBORGenerator out) throws IOException {
        if (tree instanceof POJONode node) {
            out.writeTag(EPOCH);
            out.writeNumber(((Instant) node.getPojo()).getEpochSecond());
        } else if (tree.isObject()) {
            out.writeStartObject();
            for (Iterator<Map.Entry<String, JsonNode>> fields = tree.fields(); fields.hasNext();) {
                Map.Entry<String, JsonNode> field = fields.next();
                out.writeFieldName(field.getKey());
                write(field.getValue(), out);
            }
            out.writeEndObject();
        } else if (tree.isArray()) {
            out.writeStartArray();
            for (JsonNode item : tree) {
                write(item, out);
            }
            out.writeEndArray();
        } else if (tree.isBinary()) {
            out.writeBinary(tree.binaryValue());
        } else if (tree.isTextual()) {
            out.writeString(tree.asText());
        } else if (tree.isBoolean()) {
            out.writeBoolean(tree.asBoolean());
        } else if (tree.isIntegralNumber()) {
            out.writeNumber(tree.asLong());
        } else {
            out.writeNumber(tree.asDouble());
        }
    }
}

package org.tucuxi.protocols.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** DynamoDB's Query and PutItem as one would write them by hand: the one on Jackson, the other on Tucuxi's writer. */
public final class ItemsByHand {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] TABLE_NAME = JsonWriter.encodedName("TableName");
    private static final byte[] ITEM = JsonWriter.encodedName("Item");
    private static final byte[] CONDITION_EXPRESSION = JsonWriter.encodedName("ConditionExpression");
    private static final byte[] ATTRIBUTE_NAMES = JsonWriter.encodedName("ExpressionAttributeNames");
    private static final byte[] ATTRIBUTE_VALUES = JsonWriter.encodedName("ExpressionAttributeValues");
    private static final byte[] RETURN_VALUES = JsonWriter.encodedName("ReturnValues");
    private static final byte[] RETURN_CONSUMED_CAPACITY = JsonWriter.encodedName("ReturnConsumedCapacity");
    private static final byte[] S = JsonWriter.encodedName("S");
    private static final byte[] N = JsonWriter.encodedName("N");
    private static final byte[] BOOL = JsonWriter.encodedName("BOOL");
    private static final byte[] SS = JsonWriter.encodedName("SS");
    private static final byte[] L = JsonWriter.encodedName("L");
    private static final byte[] M = JsonWriter.encodedName("M");

    private ItemsByHand() {
    }

    /** Reads the response of a Query; its metadata are left out. */
    public static Map<String, Object> parse(byte[] document) {
        try (JsonParser in = JSON.createParser(document)) {
            in.nextToken();
            Map<String, Object> map = new LinkedHashMap<>();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                switch (name) {
                    case "Count", "ScannedCount" -> map.put(name, in.getIntValue());
                    case "Items" -> map.put(name, items(in));
                    case "LastEvaluatedKey" -> map.put(name, attributes(in));
                    case "ConsumedCapacity" -> map.put(name, capacity(in));
                    default -> in.skipChildren();
                }
            }
            return map;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Object> items(JsonParser in) throws IOException {
        List<Object> items = new ArrayList<>();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            items.add(attributes(in));
        }
        return items;
    }

    private static Map<String, Object> attributes(JsonParser in) throws IOException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            attributes.put(name, attribute(in));
        }
        return attributes;
    }

    private static Map<String, Object> attribute(JsonParser in) throws IOException {
        Map<String, Object> attribute = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            switch (name) {
                case "S", "N" -> attribute.put(name, in.getText());
                case "BOOL" -> attribute.put(name, in.getBooleanValue());
                case "SS" -> attribute.put(name, texts(in));
                case "L" -> attribute.put(name, list(in));
                case "M" -> attribute.put(name, attributes(in));
                default -> in.skipChildren();
            }
        }
        return attribute;
    }

    private static List<Object> texts(JsonParser in) throws IOException {
        List<Object> texts = new ArrayList<>();
        while (in.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(in.getText());
        }
        return texts;
    }

    private static List<Object> list(JsonParser in) throws IOException {
        List<Object> list = new ArrayList<>();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            list.add(attribute(in));
        }
        return list;
    }

    private static Map<String, Object> capacity(JsonParser in) throws IOException {
        Map<String, Object> capacity = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            switch (name) {
                case "TableName" -> capacity.put(name, in.getText());
                case "CapacityUnits" -> capacity.put(name, in.getDoubleValue());
                default -> in.skipChildren();
            }
        }
        return capacity;
    }

    /** Writes the request of a PutItem. */
    public static byte[] write(Map<String, Object> put) {
        JsonWriter out = new JsonWriter(2048);
        out.startObject();
        text(out, TABLE_NAME, put.get("TableName"));
        out.name(ITEM);
        writeAttributes(out, put.get("Item"));
        text(out, CONDITION_EXPRESSION, put.get("ConditionExpression"));
        out.name(ATTRIBUTE_NAMES);
        out.startObject();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) put.get("ExpressionAttributeNames")).entrySet()) {
            out.key((String) entry.getKey());
            out.text((String) entry.getValue());
        }
        out.endObject();
        out.name(ATTRIBUTE_VALUES);
        writeAttributes(out, put.get("ExpressionAttributeValues"));
        text(out, RETURN_VALUES, put.get("ReturnValues"));
        text(out, RETURN_CONSUMED_CAPACITY, put.get("ReturnConsumedCapacity"));
        out.endObject();
        return out.toBytes();
    }

    private static void text(JsonWriter out, byte[] name, Object value) {
        if (value != null) {
            out.name(name);
            out.text((String) value);
        }
    }

    private static void writeAttributes(JsonWriter out, Object attributes) {
        out.startObject();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) attributes).entrySet()) {
            out.key((String) entry.getKey());
            writeAttribute(out, (Map<?, ?>) entry.getValue());
        }
        out.endObject();
    }

    private static void writeAttribute(JsonWriter out, Map<?, ?> attribute) {
        out.startObject();
        for (Map.Entry<?, ?> entry : attribute.entrySet()) {
            switch ((String) entry.getKey()) {
                case "S" -> text(out, S, entry.getValue());
                case "N" -> text(out, N, entry.getValue());
                case "BOOL" -> {
                    out.name(BOOL);
                    out.literal((boolean) entry.getValue() ? "true" : "false");
                }
                case "SS" -> {
                    out.name(SS);
                    out.startArray();
                    for (Object item : (List<?>) entry.getValue()) {
                        out.item();
                        out.text((String) item);
                    }
                    out.endArray();
                }
                case "L" -> {
                    out.name(L);
                    out.startArray();
                    for (Object item : (List<?>) entry.getValue()) {
                        out.item();
                        writeAttribute(out, (Map<?, ?>) item);
                    }
                    out.endArray();
                }
                case "M" -> {
                    out.name(M);
                    writeAttributes(out, entry.getValue());
                }
                default -> throw new IllegalArgumentException("No attribute has the type " + entry.getKey());
            }
        }
        out.endObject();
    }
}

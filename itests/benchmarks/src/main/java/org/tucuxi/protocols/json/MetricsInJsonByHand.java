package org.tucuxi.protocols.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** GetMetricData in JSON as one would write its parser by hand on Jackson. */
public final class MetricsInJsonByHand {

    private static final JsonFactory JSON = new JsonFactory();

    private MetricsInJsonByHand() {
    }

    /** Reads a response; its metadata are left out. */
    public static Map<String, Object> parse(byte[] document) {
        try (JsonParser in = JSON.createParser(document)) {
            in.nextToken();
            Map<String, Object> map = new LinkedHashMap<>();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                switch (name) {
                    case "MetricDataResults" -> map.put(name, results(in));
                    case "Messages" -> map.put(name, results(in));
                    default -> in.skipChildren();
                }
            }
            return map;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Object> results(JsonParser in) throws IOException {
        List<Object> results = new ArrayList<>();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                switch (name) {
                    case "Id", "Label", "StatusCode" -> map.put(name, in.getText());
                    case "Timestamps" -> map.put(name, timestamps(in));
                    case "Values" -> map.put(name, values(in));
                    default -> in.skipChildren();
                }
            }
            results.add(map);
        }
        return results;
    }

    private static List<Object> timestamps(JsonParser in) throws IOException {
        List<Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            double seconds = in.getDoubleValue();
            long whole = (long) seconds;
            items.add(Instant.ofEpochSecond(whole, Math.round((seconds - whole) * 1e6) * 1000));
        }
        return items;
    }

    private static List<Object> values(JsonParser in) throws IOException {
        List<Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(in.getDoubleValue());
        }
        return items;
    }
}

package org.tucuxi.itests.conformance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads JSON files, compressed ones too. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper SORTED =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {
    }

    static Map<String, Object> object(Path file) {
        return read(file, new TypeReference<>() { });
    }

    static List<Map<String, Object>> objects(Path file) {
        return read(file, new TypeReference<>() { });
    }

    private static <T> T read(Path file, TypeReference<T> type) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return MAPPER.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    static void write(Path file, Object value) throws IOException {
        MAPPER.writeValue(file.toFile(), value);
    }

    /** A text with its members in order and without white space. */
    static String sorted(String json) throws IOException {
        return SORTED.writeValueAsString(SORTED.readValue(json, Object.class));
    }

    /** A member that is an object; empty when it is not there. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> member(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.getOrDefault(name, Map.of());
    }

    /** A member that is a list of objects; empty when it is not there. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> members(Map<String, Object> object, String name) {
        return (List<Map<String, Object>>) object.getOrDefault(name, List.of());
    }

    /** A member that is a list of texts; empty when it is not there. */
    @SuppressWarnings("unchecked")
    static List<String> texts(Map<String, Object> object, String name) {
        return (List<String>) object.getOrDefault(name, List.of());
    }
}

package org.tucuxi.modeltool.smithy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tucuxi.modeltool.PackagingException;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;

/**
 * A service of a Smithy model in the form of botocore's data.
 *
 * @param name the client name
 * @param version the API version
 * @param documents the documents by type, for example {@code service-2}
 */
record ServiceDocuments(String name, String version, Map<String, Map<String, Object>> documents) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Converts a service; null when it speaks none of the protocols that clients do. */
    static ServiceDocuments of(Model model, ServiceShape service) {
        WireNames names = WireNames.of(service);
        if (names.protocols().isEmpty()) {
            return null;
        }
        Set<OperationShape> operations = TopDownIndex.of(model).getContainedOperations(service);
        Map<String, Map<String, Object>> documents = new LinkedHashMap<>();
        documents.put("service-2", model(model, service, names, operations));
        put(documents, "endpoint-rule-set-1", Traits.map(service, "smithy.rules#endpointRuleSet"));
        put(documents, "paginators-1", Paginators.of(model, service, operations));
        put(documents, "waiters-2", Waiters.of(model, service, names, operations));
        return new ServiceDocuments(ClientNames.of(ServiceMetadata.serviceId(service)),
                ServiceMetadata.apiVersion(service), documents);
    }

    private static void put(Map<String, Map<String, Object>> documents, String type, Map<String, Object> document) {
        if (document != null && !document.isEmpty()) {
            documents.put(type, document);
        }
    }

    private static Map<String, Object> model(Model model, ServiceShape service, WireNames names,
            Set<OperationShape> operations) {
        Shapes shapes = new Shapes(model, service, names);
        Operations conversion = new Operations(service, names, shapes);
        Map<String, Object> converted = new TreeMap<>();
        for (OperationShape operation : operations) {
            converted.put(operation.getId().getName(service), conversion.convert(operation));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("version", "2.0");
        result.put("metadata", ServiceMetadata.of(service, names));
        result.put("operations", converted);
        result.put("shapes", shapes.all());
        Map<String, Object> context = Traits.map(service, "smithy.rules#clientContextParams");
        if (!context.isEmpty()) {
            result.put("clientContextParams", context);
        }
        return result;
    }

    /** Writes {@code name/version/type.json}. */
    void write(Path folder) throws IOException {
        Path target = folder.resolve(name).resolve(version).normalize();
        if (!target.startsWith(folder) || !isName(name) || !isName(version)) {
            throw new PackagingException("The service " + name + " of version " + version
                    + " cannot be a folder's name; letters, digits, dots and hyphens can");
        }
        Files.createDirectories(target);
        for (Map.Entry<String, Map<String, Object>> document : documents.entrySet()) {
            Path file = target.resolve(document.getKey() + ".json");
            try (JsonGenerator out = JSON.createGenerator(Files.newOutputStream(file))) {
                write(out, document.getValue());
            }
        }
    }

    private static boolean isName(String text) {
        return text.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
    }

    private static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName((String) entry.getKey());
                write(out, entry.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object item : list) {
                write(out, item);
            }
            out.writeEndArray();
        } else if (value instanceof Number number) {
            out.writeNumber(number.toString());
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value == null) {
            out.writeNull();
        } else {
            out.writeString((String) value);
        }
    }
}

package org.tucuxi.itests.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.model.OperationModel;
import org.tucuxi.models.ModelLibrary;

/** Makes a model of a protocol case: a service with the suite's shapes and the case's operation. */
final class VectorModel {

    private static final String SERVICE = "vectors";

    private VectorModel() {
    }

    /**
     * Loads the operation as any other is loaded: from a file.
     *
     * @param folder an empty folder for that file
     */
    static OperationModel operation(Path folder, Map<String, Object> suite, Map<String, Object> given)
            throws IOException {
        String name = (String) given.get("name");
        Map<String, Object> metadata = new LinkedHashMap<>(Json.member(suite, "metadata"));
        metadata.putIfAbsent("apiVersion", "2020-01-01");
        metadata.putIfAbsent("endpointPrefix", SERVICE);
        metadata.putIfAbsent("serviceId", "Vectors");
        metadata.putIfAbsent("signatureVersion", "v4");
        String version = (String) metadata.get("apiVersion");
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("version", "2.0");
        model.put("metadata", metadata);
        model.put("operations", Map.of(name, given));
        model.put("shapes", Json.member(suite, "shapes"));
        Path file = folder.resolve(SERVICE).resolve(version).resolve("service-2.json");
        Files.createDirectories(file.getParent());
        Json.write(file, model);
        return new ModelLibrary().catalog(List.of(folder)).service(SERVICE, version).model().operation(name);
    }
}

package org.tucuxi.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.MethodNames;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;

/** A service model over an index: pieces are read when first asked for and then kept. */
final class IndexedServiceModel implements ServiceModel {

    /** A metadata entry of the extras, see {@link ModelOperation}. */
    private static final String ENDPOINT_PATH_LABEL = "endpointPathLabel";
    private static final String ENDPOINT_HOST_LABEL = "endpointHostLabel";

    private final String serviceName;
    private final String folderVersion;
    private final RawModel raw;
    private final Problems problems;
    private final String serviceId;
    private final String hyphenizedServiceId;
    private final List<String> protocols;
    private final List<String> operationNames;
    private final Map<String, ModelOperation> operations = new ConcurrentHashMap<>();
    private final Map<String, ShapeDefinition> definitions = new ConcurrentHashMap<>();
    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();
    private volatile Map<String, StructureShape> errorsByCode;
    private volatile Map<String, String> methodToOperation;
    private volatile Map<String, String> anyNameToOperation;

    IndexedServiceModel(String serviceName, String folderVersion, RawModel raw, Problems problems) {
        this.serviceName = serviceName;
        this.folderVersion = folderVersion;
        this.raw = raw;
        this.problems = problems;
        this.serviceId = requiredText("serviceId");
        this.hyphenizedServiceId = serviceId.replace(' ', '-').toLowerCase(Locale.ROOT);
        this.protocols = readProtocols();
        this.operationNames = raw.operationNames();
    }

    private String requiredText(String key) {
        if (raw.metadata().get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new ModelException(raw.source() + ": $.metadata." + key + " is missing; it must be a text");
    }

    private List<String> readProtocols() {
        List<String> result = new ArrayList<>(2);
        if (raw.metadata().get("protocols") instanceof List<?> list) {
            list.forEach(item -> result.add(String.valueOf(item)));
        }
        return result.isEmpty() ? List.of(requiredText("protocol")) : List.copyOf(result);
    }

    private String text(String key, String otherwise) {
        return raw.metadata().get(key) instanceof String text ? text : otherwise;
    }

    @Override
    public String serviceName() {
        return serviceName;
    }

    @Override
    public String serviceId() {
        return serviceId;
    }

    @Override
    public String hyphenizedServiceId() {
        return hyphenizedServiceId;
    }

    @Override
    public String apiVersion() {
        return text("apiVersion", folderVersion);
    }

    @Override
    public String endpointPrefix() {
        return text("endpointPrefix", serviceName);
    }

    @Override
    public String signingName() {
        return text("signingName", endpointPrefix());
    }

    @Override
    public List<String> protocols() {
        return protocols;
    }

    @Override
    public Map<String, Object> metadata() {
        return raw.metadata();
    }

    @Override
    public Map<String, Object> clientContextParams() {
        return raw.clientContextParams();
    }

    @Override
    public List<String> operationNames() {
        return operationNames;
    }

    String endpointPathLabel() {
        return text(ENDPOINT_PATH_LABEL, null);
    }

    String endpointHostLabel() {
        return text(ENDPOINT_HOST_LABEL, null);
    }

    @Override
    public OperationModel operation(String name) {
        if (name == null) {
            return null;
        }
        ModelOperation known = operations.get(name);
        if (known != null) {
            return known;
        }
        Map<String, Object> attributes = raw.operation(name);
        if (attributes == null) {
            return null;
        }
        ModelOperation made = new ModelOperation(this, name, attributes);
        ModelOperation first = operations.putIfAbsent(name, made);
        return first != null ? first : made;
    }

    @Override
    public Shape shape(String name) {
        if (name == null) {
            return null;
        }
        Shape known = shapes.get(name);
        if (known != null) {
            return known;
        }
        ShapeDefinition definition = definition(name);
        if (definition == null) {
            return null;
        }
        Shape made = ModelShape.of(this, definition, Map.of());
        Shape first = shapes.putIfAbsent(name, made);
        return first != null ? first : made;
    }

    private ShapeDefinition definition(String name) {
        ShapeDefinition known = definitions.get(name);
        if (known != null) {
            return known;
        }
        Map<String, Object> attributes = raw.shape(name);
        if (attributes == null) {
            return null;
        }
        ShapeType type = attributes.get("type") instanceof String text ? ShapeType.of(text) : null;
        if (type == null) {
            throw broken("shapes", name, ".type", "is " + attributes.get("type") + ", which is no type of a shape");
        }
        ShapeDefinition made = new ShapeDefinition(name, type, attributes);
        definitions.put(name, made);
        return made;
    }

    /** The shape that a reference stands for; the reference's attributes lie over the shape's. */
    @SuppressWarnings("unchecked")
    Shape resolve(Object reference, String section, String owner, String path) {
        if (!(reference instanceof Map<?, ?> map) || !(map.get("shape") instanceof String name)) {
            throw broken(section, owner, path, "must be an object with a text \"shape\"");
        }
        if (map.size() == 1) {
            Shape plain = shape(name);
            if (plain != null) {
                return plain;
            }
        }
        ShapeDefinition definition = definition(name);
        if (definition == null) {
            throw broken(section, owner, path, "refers to the shape " + name + ", which is not in the model");
        }
        return ModelShape.of(this, definition, (Map<String, Object>) map);
    }

    ModelException broken(String section, String name, String path, String reason) {
        ModelException exception = raw.broken(section, name, path, reason);
        problems.add(raw.source(), exception.getMessage());
        return exception;
    }

    @Override
    public StructureShape errorShape(String code) {
        return code == null ? null : errors().get(code);
    }

    private Map<String, StructureShape> errors() {
        Map<String, StructureShape> known = errorsByCode;
        if (known == null) {
            Map<String, StructureShape> byCode = new HashMap<>();
            for (StructureShape shape : errorShapes()) {
                byCode.put(shape.errorCode(), shape);
            }
            known = byCode;
            errorsByCode = known;
        }
        return known;
    }

    @Override
    public List<StructureShape> errorShapes() {
        List<StructureShape> result = new ArrayList<>();
        for (String name : raw.exceptionNames()) {
            // An exception that is no structure has no members to read: nothing is lost without it.
            if (shape(name) instanceof StructureShape structure && structure.isException()) {
                result.add(structure);
            }
        }
        return Collections.unmodifiableList(result);
    }

    @Override
    public Map<String, String> methodToOperation() {
        Map<String, String> known = methodToOperation;
        if (known == null) {
            Map<String, String> names = new LinkedHashMap<>();
            operationNames.forEach(operation -> names.put(MethodNames.of(operation), operation));
            known = Collections.unmodifiableMap(names);
            methodToOperation = known;
        }
        return known;
    }

    @Override
    public String resolveOperation(String anyName) {
        if (anyName == null) {
            return null;
        }
        Map<String, String> known = anyNameToOperation;
        if (known == null) {
            Map<String, String> names = new HashMap<>(operationNames.size() * 4);
            operationNames.forEach(operation -> names.put(operation, operation));
            methodToOperation().forEach(names::putIfAbsent);
            operationNames.forEach(operation -> names.putIfAbsent(MethodNames.java(operation), operation));
            known = names;
            anyNameToOperation = known;
        }
        return known.get(anyName);
    }

    @Override
    public String toString() {
        return serviceName + ' ' + apiVersion();
    }
}

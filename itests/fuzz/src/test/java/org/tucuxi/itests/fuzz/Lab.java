package org.tucuxi.itests.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tucuxi.model.ModelCatalog;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.models.ModelLibrary;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.protocols.Ec2Protocol;
import org.tucuxi.protocols.JsonProtocol;
import org.tucuxi.protocols.QueryProtocol;
import org.tucuxi.protocols.RestJsonProtocol;
import org.tucuxi.protocols.RestXmlProtocol;
import org.tucuxi.protocols.RpcV2CborProtocol;

/** The services whose responses are damaged: one of all kinds of shapes in each protocol, and some of AWS's. */
final class Lab {

    /** The protocols by their names in models. */
    static final Map<String, Protocol> PROTOCOLS = new TreeMap<>(Map.of(
            RestXmlProtocol.NAME, new RestXmlProtocol(),
            QueryProtocol.NAME, new QueryProtocol(),
            Ec2Protocol.NAME, new Ec2Protocol(),
            RpcV2CborProtocol.NAME, new RpcV2CborProtocol(),
            JsonProtocol.NAME, new JsonProtocol(),
            RestJsonProtocol.NAME, new RestJsonProtocol()));

    static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> OF_AWS = List.of("s3", "ec2", "dynamodb", "cloudwatch", "lambda", "kinesis",
            "sqs", "sns",
            "sts", "iam", "route53", "glacier", "logs", "bedrock-runtime");

    /** Tests run in the folder of their module. */
    private static final Path SERVICES = Path.of("../../bundles/services");

    private final Map<String, ServiceModel> labs = new TreeMap<>();
    private final List<ServiceModel> services = new ArrayList<>();
    private final Map<OperationModel, OperationCodec> codecs = new ConcurrentHashMap<>();

    /** Loads the services; {@code folder} is for their models. */
    Lab(Path folder) {
        for (String protocol : PROTOCOLS.keySet()) {
            labs.put(protocol, load(write(folder, "lab-" + protocol, model(protocol)), "lab-" + protocol));
        }
        for (String name : OF_AWS) {
            services.add(load(SERVICES.resolve(name).resolve("src/main/resources/models"), name));
        }
    }

    /** The made-up service's model, as JSON. */
    static Map<String, Object> model(String protocol) {
        Map<String, Object> model = resource("lab.json");
        member(model, "metadata").put("protocol", protocol);
        if (!protocol.equals(RestJsonProtocol.NAME)) {
            // JSON in headers is theirs.
            member(member(member(model, "shapes"), "Heads"), "members").remove("Json");
        }
        if (!protocol.startsWith("rest-")) {
            // What is in the body of a call is all of it.
            member(model, "shapes").values().forEach(shape -> ((Map<?, ?>) shape).remove("payload"));
        }
        return model;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> member(Map<String, Object> tree, String name) {
        return (Map<String, Object>) tree.get(name);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> resource(String name) {
        try (InputStream in = Lab.class.getResourceAsStream(name)) {
            return JSON.readValue(in, LinkedHashMap.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path folder, String service, Map<String, Object> model) {
        try {
            Path file = folder.resolve(service).resolve("2020-01-01").resolve("service-2.json");
            Files.createDirectories(file.getParent());
            JSON.writeValue(file.toFile(), model);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServiceModel load(Path folder, String name) {
        return new ModelLibrary().catalog(List.of(folder)).service(name, null).model();
    }

    /** The made-up service in a protocol. */
    ServiceModel lab(String protocol) {
        return labs.get(protocol);
    }

    List<ServiceModel> labs() {
        return List.copyOf(labs.values());
    }

    List<ServiceModel> services() {
        return services;
    }

    static String protocol(ServiceModel service) {
        return String.valueOf(service.metadata().get("protocol"));
    }

    /** The codec of an operation; null when its protocol cannot have such an operation. */
    OperationCodec codec(OperationModel operation) {
        return codecs.computeIfAbsent(operation, Lab::compile);
    }

    private static OperationCodec compile(OperationModel operation) {
        try {
            return PROTOCOLS.get(protocol(operation.service())).compile(operation, CodecSettings.DEFAULTS);
        } catch (ModelException e) {
            return null;
        }
    }

    /** The endpoint rule sets of all services that are here. */
    static List<Map<String, Object>> ruleSets() {
        List<Map<String, Object>> result = new ArrayList<>();
        for (String name : OF_AWS) {
            Map<String, Object> rules = new ModelLibrary()
                    .catalog(List.of(SERVICES.resolve(name).resolve("src/main/resources/models")))
                    .data(name, ModelCatalog.ENDPOINT_RULES, null);
            result.add(rules);
        }
        return result;
    }

    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

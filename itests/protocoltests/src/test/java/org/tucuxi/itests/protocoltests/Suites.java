package org.tucuxi.itests.protocoltests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.modeltool.ModelPackager;
import org.tucuxi.modeltool.smithy.SmithySource;
import org.tucuxi.models.ModelLibrary;
import org.tucuxi.protocol.Protocol;
import software.amazon.smithy.aws.traits.ServiceTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.loader.ModelAssembler;
import software.amazon.smithy.model.shapes.ServiceShape;

/** AWS's suites: the Smithy model of all of them, and each of their services as the model layer has it. */
final class Suites {

    /** The protocols by the names of their traits. */
    private static final Map<String, String> COMPONENTS = Map.of("awsJson1_0", "JsonProtocol",
            "awsJson1_1", "JsonProtocol", "restJson1", "RestJsonProtocol", "restXml", "RestXmlProtocol",
            "awsQuery", "QueryProtocol", "ec2Query", "Ec2Protocol", "rpcv2Cbor", "RpcV2CborProtocol");

    private final Model model;
    private final Path folder;
    private final Map<String, Protocol> protocols = new HashMap<>();
    private final Map<ServiceShape, ServiceModel> services = new HashMap<>();

    /** Reads the suites that are on the class path and packs their services. */
    Suites(Path folder) {
        this.folder = folder;
        // The suites are newer than the library that reads them.
        this.model = Model.assembler().discoverModels().disableValidation()
                .putProperty(ModelAssembler.ALLOW_UNKNOWN_TRAITS, true)
                .assemble().unwrap();
        Path data = folder.resolve("data");
        List<String> names = SmithySource.convert(model, data);
        try (ModelPackager packager = ModelPackager.open(data, null, "smithy protocol tests", true)) {
            names.forEach(name -> packager.writeSource(name, folder.resolve("bundles")));
        }
    }

    Model model() {
        return model;
    }

    /** The cases, by the names of the protocols' traits. */
    Map<String, List<SuiteCase>> cases() {
        Map<String, List<SuiteCase>> cases = new TreeMap<>();
        for (ServiceShape service : model.getServiceShapes()) {
            List<SuiteCase> found = new ArrayList<>(ProtocolCase.of(model, service));
            found.addAll(EventStreamCase.of(model, service));
            found.forEach(test -> cases.computeIfAbsent(test.protocol(), name -> new ArrayList<>()).add(test));
        }
        return cases;
    }

    /** A service as the model layer loads it. */
    ServiceModel service(ServiceShape shape) {
        return services.computeIfAbsent(shape, this::load);
    }

    private ServiceModel load(ServiceShape shape) {
        String id = shape.getTrait(ServiceTrait.class).map(ServiceTrait::getSdkId).orElse(shape.getId().getName());
        String name = id.toLowerCase(Locale.ROOT).replace(' ', '-');
        name = name.equals("api-gateway") ? "apigateway" : name.equals("machine-learning") ? "machinelearning" : name;
        Path models = folder.resolve("bundles").resolve(name).resolve("src/main/resources/models");
        return new ModelLibrary().catalog(List.of(models)).service(name, shape.getVersion()).model();
    }

    /** Whether the protocols that are tested know event streams at all. */
    static boolean hasEvents() {
        return Suites.class.getResource("/org/tucuxi/protocols/eventstream/FrameReader.class") != null;
    }

    /** The protocol of a trait's name. */
    Protocol protocol(String trait) {
        return protocols.computeIfAbsent(trait, name -> {
            try {
                Class<?> component = Class.forName("org.tucuxi.protocols." + COMPONENTS.get(name));
                return (Protocol) component.getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("There is no component of the protocol " + name, e);
            }
        });
    }
}

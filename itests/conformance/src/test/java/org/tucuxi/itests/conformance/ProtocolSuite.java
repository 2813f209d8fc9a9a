package org.tucuxi.itests.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.protocols.Ec2Protocol;
import org.tucuxi.protocols.JsonProtocol;
import org.tucuxi.protocols.QueryProtocol;
import org.tucuxi.protocols.RestJsonProtocol;
import org.tucuxi.protocols.RestXmlProtocol;
import org.tucuxi.protocols.RpcV2CborProtocol;

/**
 * {@code protocols/input/*.json} and {@code protocols/output/*.json}: what requests look like on the wire, and what
 * responses mean. Cases of a protocol that Tucuxi does not speak are counted apart.
 */
final class ProtocolSuite implements Suite {

    private static final String FOLDER = "protocols";
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";

    private final Map<String, Protocol> protocols = Map.of(
            RestXmlProtocol.NAME, new RestXmlProtocol(),
            QueryProtocol.NAME, new QueryProtocol(),
            Ec2Protocol.NAME, new Ec2Protocol(),
            RpcV2CborProtocol.NAME, new RpcV2CborProtocol(),
            JsonProtocol.NAME, new JsonProtocol(),
            RestJsonProtocol.NAME, new RestJsonProtocol());

    @Override
    public String name() {
        return FOLDER;
    }

    @Override
    public boolean accepts(Path folder) {
        return !files(folder).isEmpty();
    }

    /** The files below {@code protocols}, below the folder, or in a folder {@code input} or {@code output}. */
    private static List<Path> files(Path folder) {
        boolean isDirection = Folders.name(folder).equals(INPUT) || Folders.name(folder).equals(OUTPUT);
        Stream<Path> directions = isDirection ? Stream.of(folder)
                : Stream.of(folder.resolve(FOLDER), folder)
                        .flatMap(root -> Stream.of(root.resolve(INPUT), root.resolve(OUTPUT)));
        return directions.flatMap(direction -> Folders.files(direction, ".json").stream()).toList();
    }

    @Override
    public List<Result> run(Path folder) {
        List<Result> results = new ArrayList<>();
        for (Path file : files(folder)) {
            String direction = Folders.name(file.getParent());
            String prefix = FOLDER + "/" + direction + "/" + Folders.name(file).replace(".json", "") + "/";
            for (Map<String, Object> suite : Json.objects(file)) {
                results.addAll(run(prefix, direction.equals(INPUT), suite));
            }
        }
        return results;
    }

    private List<Result> run(String prefix, boolean input, Map<String, Object> suite) {
        String name = protocol(suite);
        Protocol protocol = protocols.get(name);
        List<Result> results = new ArrayList<>();
        for (Map<String, Object> test : Json.members(suite, "cases")) {
            String id = prefix + test.get("id");
            results.add(protocol == null
                    ? Result.absent(id, "no such protocol: " + name)
                    : Result.of(id, () -> check(protocol, input, suite, test)));
        }
        return results;
    }

    /** The first of a suite's protocols that is there; else the one it names first. */
    private String protocol(Map<String, Object> suite) {
        Map<String, Object> metadata = Json.member(suite, "metadata");
        List<String> names = Json.texts(metadata, "protocols");
        return names.stream().filter(protocols::containsKey).findFirst()
                .orElse(names.isEmpty() ? String.valueOf(metadata.get("protocol")) : names.get(0));
    }

    private static void check(Protocol protocol, boolean input, Map<String, Object> suite, Map<String, Object> test)
            throws Exception {
        Path folder = Files.createTempDirectory("vectors");
        try {
            OperationModel operation = VectorModel.operation(folder, suite, Json.member(test, "given"));
            var codec = protocol.compile(operation, CodecSettings.DEFAULTS);
            BodyForm body = protocol instanceof RpcV2CborProtocol ? BodyForm.CBOR : BodyForm.TEXT;
            if (input) {
                new RequestCheck(operation, suite, test, body).check(codec);
            } else {
                new ResponseCheck(test, body).check(codec);
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package org.tucuxi.itests.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The models of the services that are called. */
final class Models {

    /** Tests run in the folder of their module. */
    private static final Path SERVICES = Path.of("../../bundles/services");

    private Models() {
    }

    /** The folders that sessions search; the given one gets a CloudWatch that speaks CBOR only, as it prefers JSON. */
    static List<Path> folders(Path temporary) throws IOException {
        Path speaksCbor = Path.of("cloudwatch", "2010-08-01");
        Path original = SERVICES.resolve("cloudwatch/src/main/resources/models").resolve(speaksCbor);
        Path copy = Files.createDirectories(temporary.resolve(speaksCbor));
        String model = Files.readString(original.resolve("service-2.json"));
        String all = "\"protocols\":[\"smithy-rpc-v2-cbor\",\"json\",\"query\"]";
        if (!model.contains(all)) {
            throw new IllegalStateException("CloudWatch has other protocols now: " + original);
        }
        Files.writeString(copy.resolve("service-2.json"), model.replace(all, "\"protocols\":[\"smithy-rpc-v2-cbor\"]"));
        Files.copy(original.resolve("endpoint-rule-set-1.json"), copy.resolve("endpoint-rule-set-1.json"));
        Stream<Path> others = Target.ALL.stream().map(Target::service).distinct()
                .map(service -> SERVICES.resolve(service).resolve("src/main/resources/models"));
        return Stream.concat(Stream.of(temporary), others).toList();
    }
}

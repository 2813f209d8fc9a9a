package org.tucuxi.itests.interop.roundtrip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Where the models of all services are. */
final class BotocoreData {

    private static final String[] PREFERENCE = {"json", "rest-json", "rest-xml", "smithy-rpc-v2-cbor", "query", "ec2"};

    private BotocoreData() {
    }

    /** The data of the botocore in the Python that {@code -Dmoto.python} names. */
    static Path folder() throws Exception {
        Process python = new ProcessBuilder(System.getProperty("moto.python"), "-c",
                "import botocore, os; print(os.path.join(os.path.dirname(botocore.__file__), 'data'))")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return Path.of(new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim());
    }

    /** The newest model of a service. */
    static JsonNode model(ObjectMapper mapper, Path data, String service) throws Exception {
        try (Stream<Path> files = Files.find(data.resolve(service), 2,
                (path, attributes) -> path.getFileName().toString().startsWith("service-2.json"))) {
            Path newest = files.sorted().reduce((a, b) -> b).orElseThrow();
            try (InputStream in = newest.toString().endsWith(".gz")
                    ? new GZIPInputStream(Files.newInputStream(newest)) : Files.newInputStream(newest)) {
                return mapper.readTree(in);
            }
        }
    }

    /** The protocol that a client chooses. */
    static String protocol(JsonNode metadata) {
        if (metadata.path("protocols").isEmpty()) {
            return metadata.path("protocol").asText();
        }
        for (String preferred : PREFERENCE) {
            for (JsonNode offered : metadata.path("protocols")) {
                if (offered.asText().equals(preferred)) {
                    return preferred;
                }
            }
        }
        throw new AssertionError("No protocol that is known: " + metadata);
    }
}

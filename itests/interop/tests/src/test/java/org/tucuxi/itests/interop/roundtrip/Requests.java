package org.tucuxi.itests.interop.roundtrip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** botocore, in a process of its own that prepares requests. */
final class Requests implements AutoCloseable {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    Requests() throws Exception {
        Path script = Path.of(Requests.class.getResource("/prepared_requests.py").toURI());
        ProcessBuilder python = new ProcessBuilder(System.getProperty("moto.python"), script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // What counts is what the case says.
        python.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        python.environment().put("AWS_CONFIG_FILE", "nowhere");
        python.environment().put("AWS_SHARED_CREDENTIALS_FILE", "nowhere");
        process = python.start();
        in = process.outputWriter(StandardCharsets.UTF_8);
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The request of a call: method, url, headers, body in base64; or an error and its message. */
    JsonNode request(String service, String operation, Map<String, Object> parameters, String region,
            Map<String, Object> config) throws IOException {
        ObjectNode question = NODES.objectNode().put("service", service).put("operation", operation).put("region", region);
        question.set("parameters", tree(parameters));
        question.set("config", tree(config));
        in.write(mapper.writeValueAsString(question) + "\n");
        in.flush();
        String answer = out.readLine();
        if (answer == null) {
            throw new IllegalStateException("botocore ended at " + question);
        }
        return mapper.readTree(answer);
    }

    private static JsonNode tree(Object value) {
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((name, item) -> object.set((String) name, tree(item)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(item -> array.add(tree(item)));
            return array;
        }
        if (value instanceof byte[] bytes) {
            return NODES.objectNode().put("$bytes", Base64.getEncoder().encodeToString(bytes));
        }
        if (value instanceof Instant time) {
            return NODES.objectNode().put("$time", time.getEpochSecond());
        }
        return new ObjectMapper().valueToTree(value);
    }

    @Override
    public void close() throws Exception {
        in.close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

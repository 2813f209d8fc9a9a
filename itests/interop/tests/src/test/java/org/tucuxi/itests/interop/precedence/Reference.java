package org.tucuxi.itests.interop.precedence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** botocore, in a process of its own that answers case by case. */
final class Reference implements AutoCloseable {

    /** Providers whose credentials are only there after a call to AWS: of these, only their name is compared. */
    static final List<String> NEEDS_NETWORK = Arrays.stream(Source.values()).filter(source -> !source.isOffline())
            .map(Source::provider).distinct().toList();

    private final ObjectMapper mapper = new ObjectMapper();
    private final Process process;
    private final Writer in;
    private final BufferedReader out;
    private final JsonNode variables;

    Reference() throws Exception {
        Path script = Path.of(Reference.class.getResource("/precedence.py").toURI());
        process = new ProcessBuilder(System.getProperty("moto.python"), script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        in = process.outputWriter(StandardCharsets.UTF_8);
        out = process.inputReader(StandardCharsets.UTF_8);
        variables = mapper.readTree(out.readLine());
    }

    /** Its variables: of each the names of the {@code environment} and its {@code key} in a profile. */
    JsonNode variables() {
        return variables;
    }

    /** The values of some variables. */
    JsonNode values(Case one, List<String> asked) throws IOException {
        Map<String, Object> question = question(one);
        question.put("asked", asked);
        return ask(one, question);
    }

    /** Who gives the credentials and the region, and perhaps where clients call. */
    JsonNode ask(Case one, boolean withClients) throws IOException {
        Map<String, Object> question = question(one);
        question.put("needsNetwork", NEEDS_NETWORK);
        question.put("clients", withClients);
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("region_name", one.clientRegion);
        client.put("endpoint_url", one.clientEndpoint);
        client.put("config", one.clientConfig);
        question.put("client", client);
        return ask(one, question);
    }

    private static Map<String, Object> question(Case one) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("environment", environment(one.environment));
        question.put("profile", one.explicitProfile);
        question.put("variables", one.variables);
        question.put("keys", one.explicitKeys);
        return question;
    }

    private JsonNode ask(Case one, Map<String, Object> question) throws IOException {
        in.write(mapper.writeValueAsString(question) + "\n");
        in.flush();
        String answer = out.readLine();
        if (answer == null) {
            throw new IllegalStateException("botocore ended at " + one);
        }
        return mapper.readTree(answer);
    }

    /**
     * Where Tucuxi departs on purpose it does as all other AWS tools do: AWS_REGION counts, and AWS_PROFILE comes before
     * AWS_DEFAULT_PROFILE. botocore is told the same by the variables that it reads.
     */
    private static Map<String, String> environment(Map<String, String> ours) {
        Map<String, String> theirs = new TreeMap<>(ours);
        move(theirs, "AWS_REGION", "AWS_DEFAULT_REGION");
        move(theirs, "AWS_PROFILE", "AWS_DEFAULT_PROFILE");
        return theirs;
    }

    private static void move(Map<String, String> environment, String from, String to) {
        String value = environment.remove(from);
        if (value != null) {
            environment.put(to, value);
        }
    }

    @Override
    public void close() throws Exception {
        in.close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

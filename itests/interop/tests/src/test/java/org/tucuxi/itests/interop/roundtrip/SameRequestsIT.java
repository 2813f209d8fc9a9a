package org.tucuxi.itests.interop.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.TucuxiException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.launcher.Tucuxi;

/**
 * Calls of every operation, made of its model: what a {@code before-send} handler sees is what botocore's sees, but for what
 * differs from call to call.
 */
class SameRequestsIT {

    private static final long SEED = Long.getLong("samples.seed", 20260101L);
    /** Some services, or all of botocore's. */
    private static final String SERVICES = System.getProperty("requests.services", "");
    private static final String[] REGIONS = {"us-east-1", "eu-central-1", "us-gov-west-1"};

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> compared = new TreeMap<>();
    private HttpRequest sent;

    /** Ends a call when its request has been seen. */
    private static final class Seen extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void theSameCallsMakeTheSameRequests() throws Exception {
        Path data = BotocoreData.folder();
        try (Tucuxi tucuxi = platform();
                Session session = tucuxi.sessionFactory().builder().dataPath(data).region("us-east-1")
                        .credentials(Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")).build();
                Requests reference = new Requests()) {
            for (String service : services(data)) {
                service(session, reference, data, service);
            }
        }
        System.out.println("Requests compared with botocore's, by protocol: " + compared + ", seed " + SEED);
        Path report = Files.writeString(Files.createDirectories(Path.of("target")).resolve("requests-failed.txt"),
                String.join("\n", failures));
        assertThat(failures.stream().limit(20)).as("%d of %s, seed %d, all in %s", failures.size(), compared, SEED, report).isEmpty();
        assertThat(compared.values().stream().mapToInt(count -> count).sum()).isGreaterThan(300);
    }

    /** With the bundles of services, whose handlers count. */
    private static Tucuxi platform() throws Exception {
        Tucuxi.Builder builder = Tucuxi.builder();
        try (Stream<Path> services = Files.list(Path.of(System.getProperty("services.folder")))) {
            services.sorted().forEach(builder::bundle);
        }
        return builder.start();
    }

    private static List<String> services(Path data) throws Exception {
        if (!SERVICES.isEmpty()) {
            return List.of(SERVICES.split(","));
        }
        try (Stream<Path> folders = Files.list(data)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    private void service(Session session, Requests reference, Path data, String service) throws Exception {
        JsonNode model = BotocoreData.model(mapper, data, service);
        String protocol = BotocoreData.protocol(model.path("metadata"));
        String region = REGIONS[Math.floorMod(service.hashCode() + SEED, REGIONS.length)];
        ClientConfig.Builder config = ClientConfig.builder().regionName(region);
        Map<String, Object> options = new LinkedHashMap<>();
        try (Client client = session.client(service, config.build())) {
            EventHandler<BeforeSend, HttpResponse> handler = event -> {
                sent = event.request();
                throw new Seen();
            };
            client.meta().events().register("before-send", handler);
            Random random = new Random(SEED);
            Samples samples = new Samples(SEED + service.hashCode());
            for (Iterator<String> names = model.path("operations").fieldNames(); names.hasNext();) {
                Exchange made = new Exchange(model, protocol, names.next(), samples);
                if (!made.takesEvents()) {
                    Customized.adapt(service, made);
                    compare(client, reference, service, made, region, options, protocol);
                    made.leaveOut(random, 0.5);
                    compare(client, reference, service, made, region, options, protocol);
                    made.leaveOut(random, 1);
                    compare(client, reference, service, made, region, options, protocol);
                }
            }
        }
    }

    private void compare(Client client, Requests reference, String service, Exchange made, String region,
            Map<String, Object> options, String protocol) throws Exception {
        JsonNode expected = reference.request(service, made.name(), made.parameters, region, options);
        String problem = problem(client, made, expected, protocol);
        compared.merge(protocol, 1, Integer::sum);
        if (problem != null && !Departures.contains(service, made.name(), problem)) {
            failures.add(service + ' ' + made.name() + " (" + protocol + ", " + region + "): " + problem);
        }
    }

    private String problem(Client client, Exchange made, JsonNode expected, String protocol) throws Exception {
        sent = null;
        String error = null;
        try {
            client.call(made.name(), made.parameters);
        } catch (Seen e) {
            return expected.has("error") ? "sent, instead of " + expected
                    : Prepared.of(sent).difference(Prepared.of(expected), protocol);
        } catch (TucuxiException e) {
            error = e.toString();
        }
        return expected.has("error") ? null : error + " instead of a request";
    }
}

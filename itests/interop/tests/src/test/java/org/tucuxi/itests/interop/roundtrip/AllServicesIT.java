package org.tucuxi.itests.interop.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.launcher.Tucuxi;

/** Every service of botocore's data: a client is made, and every operation is called and answered with samples. */
class AllServicesIT {

    /** Printed with each failure; the same seed makes the same samples. */
    private static final long SEED = Long.getLong("samples.seed", 20260101L);

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> operations = new TreeMap<>();
    private Exchange exchange;
    private Throwable refusal;

    @Test
    void everyOperationOfEveryServiceGoesThereAndBack() throws Exception {
        Path data = BotocoreData.folder();
        List<String> services = services(data);
        long start = System.nanoTime();
        long cold = used();
        try (Tucuxi tucuxi = Tucuxi.start();
                Session session = tucuxi.sessionFactory().builder().region("us-east-1").dataPath(data)
                        .credentials(Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")).build()) {
            List<Client> clients = new ArrayList<>();
            for (String service : services) {
                try {
                    clients.add(service(session, data, service));
                } catch (RuntimeException e) {
                    failures.add(service + ": " + first(e));
                }
            }
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            System.out.printf("%d services, operations by protocol %s: %d s; clients, models and codecs hold %d MB%n",
                    services.size(), operations, seconds, (used() - cold) >> 20);
            clients.forEach(Client::close);
        }
        assertThat(failures).as("seed %d", SEED).isEmpty();
        assertThat(services).hasSizeGreaterThan(400);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<String> services(Path data) throws Exception {
        try (Stream<Path> folders = Files.list(data)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    private Client service(Session session, Path data, String service) throws Exception {
        JsonNode model = BotocoreData.model(mapper, data, service);
        String protocol = BotocoreData.protocol(model.path("metadata"));
        Client client = session.client(service, ClientConfig.builder().endpointUrl("https://sample.invalid")
                .s3(Map.of("addressing_style", "path")).build());
        EventHandler<BeforeSend, HttpResponse> server = this::answer;
        client.meta().events().register("before-send", server);
        // Also for services whose signature versions have no signer here: this is about what is signed.
        EventHandler<ChooseSigner, String> signer = event -> "v4";
        client.meta().events().register("choose-signer", signer);
        Samples samples = new Samples(SEED + service.hashCode());
        for (Iterator<String> names = model.path("operations").fieldNames(); names.hasNext();) {
            String name = names.next();
            try {
                call(client, new Exchange(model, protocol, name, samples), service);
            } catch (Exception | AssertionError e) {
                failures.add(service + ' ' + name + " (" + protocol + "): " + first(e));
            }
            operations.merge(protocol, 1, Integer::sum);
        }
        return client;
    }

    private static String first(Throwable e) {
        String text = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
        return e.getClass().getSimpleName() + ' ' + text.substring(0, Math.min(300, text.length()));
    }

    private void call(Client client, Exchange made, String service) throws Exception {
        Customized.adapt(service, made);
        exchange = made;
        refusal = null;
        Map<String, Object> result = client.call(made.name(), made.parameters);
        if (refusal != null) {
            throw new AssertionError(refusal.getMessage(), refusal);
        }
        Customized.strip(made, result);
        made.compare(result);
    }

    private HttpResponse answer(BeforeSend event) {
        try {
            exchange.check(event.request());
        } catch (Exception | AssertionError e) {
            refusal = e;
        }
        try {
            return exchange.respond();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

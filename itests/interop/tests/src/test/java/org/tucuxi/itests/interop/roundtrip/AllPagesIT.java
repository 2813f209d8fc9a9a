package org.tucuxi.itests.interop.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidExpressionException;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.launcher.Tucuxi;
import org.tucuxi.waiter.WaiterException;

/** Every paginator and every waiter of botocore's data, on a page without results. */
class AllPagesIT {

    private final List<String> failures = new ArrayList<>();
    private final ObjectMapper mapper = new ObjectMapper();
    private int paginators;
    private int waiters;

    @Test
    void everyPaginatorReadsAndEveryWaiterWaits() throws Exception {
        Path data = BotocoreData.folder();
        List<String> services;
        try (Stream<Path> folders = Files.list(data)) {
            services = folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList();
        }
        try (Tucuxi tucuxi = Tucuxi.start();
                Session session = tucuxi.sessionFactory().builder().region("us-east-1").dataPath(data)
                        .credentials(Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")).build()) {
            for (String service : services) {
                try (Client client = session.client(service, ClientConfig.builder().endpointUrl("https://sample.invalid")
                        .build())) {
                    fillIn(client, service, BotocoreData.model(mapper, data, service));
                    service(client, service);
                }
            }
        }
        System.out.printf("%d paginators and %d waiters of %d services%n", paginators, waiters, services.size());
        assertThat(failures).isEmpty();
        assertThat(services).hasSizeGreaterThan(400);
        assertThat(paginators).isGreaterThan(3_000);
        assertThat(waiters).isGreaterThan(350);
    }

    /** Has the parameters that are required filled in with samples. */
    private static void fillIn(Client client, String service, JsonNode model) {
        String protocol = BotocoreData.protocol(model.path("metadata"));
        Samples samples = new Samples(service.hashCode());
        EventHandler<BeforeParameterBuild, Void> filling = event -> {
            Exchange made = new Exchange(model, protocol, event.model().name(), samples);
            made.leaveOut(new Random(0), 1);
            Customized.adapt(service, made);
            made.parameters.forEach(event.params()::putIfAbsent);
            return null;
        };
        client.meta().events().register("before-parameter-build", filling);
    }

    private void service(Client client, String service) {
        EventHandler<BeforeCall, BeforeCall.Answer> nothing = event ->
                new BeforeCall.Answer(HttpResponse.of(200, new HttpHeaders(), ""), new LinkedHashMap<>());
        client.meta().events().register("before-call", nothing);
        for (String operation : client.meta().serviceModel().operationNames()) {
            if (client.canPaginate(operation)) {
                paginators++;
                attempt(service + ' ' + operation, () -> {
                    var pages = client.paginator(operation).paginate();
                    assertThat(pages.stream().count()).isEqualTo(1);
                    assertThat(pages.resumeToken()).isEmpty();
                });
            }
        }
        for (String waiter : client.waiterNames()) {
            waiters++;
            attempt(service + ' ' + waiter, () -> await(client, waiter));
        }
    }

    private static void await(Client client, String waiter) {
        try {
            client.waiter(waiter).await(Map.of(), Duration.ZERO, 1);
        } catch (WaiterException e) {
            assertThat(e.reason()).isNotBlank();
        } catch (InvalidExpressionException e) {
            // length() of what an empty answer does not have: the reference fails so, too
            assertThat(e).hasMessageContaining("does not fit what it is asked of");
        }
    }

    private void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | AssertionError e) {
            failures.add(what + ": " + e.getClass().getSimpleName() + ' ' + e.getMessage());
        }
    }
}

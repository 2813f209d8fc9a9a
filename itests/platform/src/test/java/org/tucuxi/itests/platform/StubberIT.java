package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.tucuxi.Client;
import org.tucuxi.ClientException;
import org.tucuxi.Session;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.ProvideClientParams;
import org.tucuxi.http.StreamingBody;
import org.tucuxi.testing.StubAssertionException;
import org.tucuxi.testing.Stubber;
import org.tucuxi.testing.Stubs;

/** The stubber on clients and on whole sessions, beside what {@link ReferenceStubberIT} compares with the reference. */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
class StubberIT {

    private static final Map<String, Object> BUCKETS = Map.of("Buckets", List.of(Map.of("Name", "photos")));

    @Test
    void aStubbedCallNeedsNoCredentialsAndSendsNothing(Lab lab) {
        Wire wire = Wire.ok();
        Client client = wire.attach(lab.keep(lab.anonymous().build()).client("s3"));
        try (Stubber stubber = new Stubber(client).activate()) {
            stubber.addResponse("ListBuckets", BUCKETS);

            assertThat(client.call("ListBuckets")).isEqualTo(BUCKETS);
            stubber.assertNoPendingResponses();
        }
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void afterTheBlockCallsGoTheirWayAgain(Lab lab) {
        Wire wire = Wire.ok();
        Client client = lab.client("s3", wire);
        new Stubber(client).activate().close();

        client.call("HeadBucket", Map.of("Bucket", "b"));

        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void anOperationMayHaveAnyOfItsNames(Lab lab) {
        Client client = lab.session().client("s3");
        Stubber stubber = new Stubber(client).activate().addResponse("listBuckets", BUCKETS)
                .addResponse("list_buckets", BUCKETS).addResponse("ListBuckets", BUCKETS);

        for (int i = 0; i < 3; i++) {
            assertThat(client.call("ListBuckets")).isEqualTo(BUCKETS);
        }
        stubber.assertNoPendingResponses();
    }

    @Test
    void aStreamingBodyIsWhatCallsGive(Lab lab) throws Exception {
        Client client = lab.session().client("s3");
        new Stubber(client).activate().addResponse("GetObject", Map.of("Body", "text".getBytes(StandardCharsets.UTF_8)));

        Object body = client.call("GetObject", Map.of("Bucket", "b", "Key", "k")).get("Body");

        assertThat(body).isInstanceOf(StreamingBody.class);
        assertThat(((InputStream) body).readAllBytes()).asString().isEqualTo("text");
    }

    @Test
    void theMessageSaysWhatDiffersAndHidesWhatIsSensitive(Lab lab) {
        Client client = lab.session().client("s3");
        new Stubber(client).activate().addResponse("HeadObject", Map.of(),
                Map.of("Bucket", "b", "Key", "k", "SSECustomerKey", "expected-secret"));

        assertThatThrownBy(() -> client.call("HeadObject",
                Map.of("Bucket", "b", "Key", "k", "SSECustomerKey", "received-secret")))
                .isInstanceOf(StubAssertionException.class).hasMessageEndingWith("Different: SSECustomerKey")
                .hasMessageNotContainingAny("expected-secret", "received-secret");
    }

    @Test
    void parallelCallsTakeEachAnswerOnce(Lab lab) {
        Client client = lab.session().client("s3");
        Stubber stubber = new Stubber(client).activate();
        List<String> names = IntStream.range(0, 200).mapToObj(i -> "bucket" + i).toList();
        names.forEach(name -> stubber.addResponse("ListBuckets",
                Map.of("Buckets", List.of(Map.of("Name", name))), Map.of()));
        Set<Object> seen = ConcurrentHashMap.newKeySet();

        CompletableFuture.allOf(names.stream().map(name -> client.callAsync("ListBuckets", Map.of())
                .thenAccept(result -> seen.add(((Map<?, ?>) ((List<?>) result.get("Buckets")).get(0)).get("Name"))))
                .toArray(CompletableFuture[]::new)).join();

        assertThat(seen).containsExactlyInAnyOrderElementsOf(names);
        stubber.assertNoPendingResponses();
    }

    @Test
    void whatHandlersProvideIsCompared(Lab lab) {
        Client client = lab.session().client("s3");
        EventHandler<ProvideClientParams, Map<String, Object>> provide = event -> Map.of("Bucket", "provided");
        client.meta().events().register("provide-client-params.s3.HeadBucket", provide);
        new Stubber(client).activate().addResponse("HeadBucket", Map.of(), Map.of("Bucket", "provided"));

        assertThat(client.call("HeadBucket")).isEmpty();
    }

    @Test
    void aSessionIsStubbedForAllItsClientsAndForNoOther(Lab lab) {
        Stubs stubs = lab.platform().find(Stubs.class);
        Session session = lab.keep(lab.builder().name("stubbed").build());
        Wire wire = Wire.ok();
        Client before = wire.attach(session.client("s3"));
        Client elsewhere = wire.attach(lab.session().client("s3"));
        Client another = wire.attach(session.client("lab"));
        try (Stubber stubber = stubs.open("stubbed", "s3")) {
            stubber.addResponse("ListBuckets", BUCKETS).addClientError("HeadBucket", "404", "Not Found", 404);

            assertThat(before.call("ListBuckets")).isEqualTo(BUCKETS);
            assertThatThrownBy(() -> session.client("s3").call("HeadBucket", Map.of("Bucket", "b")))
                    .isInstanceOf(ClientException.class);
            stubber.assertNoPendingResponses();
            assertThat(wire.requests()).isEmpty();
            elsewhere.call("HeadBucket", Map.of("Bucket", "b"));
            another.call("Echo");
            assertThat(wire.requests()).hasSize(2);
        }

        before.call("HeadBucket", Map.of("Bucket", "b"));
        assertThat(wire.requests()).hasSize(3);
    }

    @Test
    void aSessionThatIsNotThereIsNamed(Lab lab) {
        Stubs stubs = lab.platform().find(Stubs.class);

        assertThatThrownBy(() -> stubs.open("nobody", "s3")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void stoppingTheBundleTakesItsStubsAway(Lab lab) throws Exception {
        Session session = lab.keep(lab.builder().name("stopped").build());
        Stubber stubber = lab.platform().find(Stubs.class).open("stopped", "s3");
        Bundle bundle = bundle(lab, "org.tucuxi.testing");

        bundle.stop();
        try {
            Wire wire = Wire.ok();
            wire.attach(session.client("s3")).call("HeadBucket", Map.of("Bucket", "b"));
            assertThat(wire.requests()).hasSize(1);
        } finally {
            bundle.start();
        }
        stubber.close();
    }

    @Test
    void aRecordAnswersAnOperation(Lab lab) throws Exception {
        Session session = lab.keep(lab.builder().name("recorded").build());
        Configuration record = record(lab, Map.of("event.pattern", "before-call.s3.ListBuckets", "session.target", "recorded",
                "response", "{\"Buckets\": [{\"Name\": \"a\", \"CreationDate\": \"2020-01-02T03:04:05Z\"}]}"));
        Configuration failing = record(lab, Map.of("event.pattern", "before-call.s3.HeadBucket", "session.target", "recorded",
                "error.code", "NoSuchBucket", "http.status", "404"));
        try {
            EmitterFactory emitters = lab.platform().find(EmitterFactory.class);
            Platform.await("the records are bound", () -> emitters.handlers().stream()
                    .filter(info -> info.component().equals("org.tucuxi.testing.stub")).count() == 2);
            Client client = session.client("s3");

            for (int i = 0; i < 2; i++) {
                assertThat(client.call("ListBuckets")).isEqualTo(Map.of("Buckets", List.of(
                        Map.of("Name", "a", "CreationDate", Instant.parse("2020-01-02T03:04:05Z")))));
            }
            assertThatThrownBy(() -> client.call("HeadBucket", Map.of("Bucket", "b")))
                    .isInstanceOfSatisfying(ClientException.class, e -> assertThat(e.isA("NoSuchBucket")).isTrue());
        } finally {
            record.delete();
            failing.delete();
        }
    }

    private static Configuration record(Lab lab, Map<String, String> content) throws Exception {
        ServiceReference<ConfigurationAdmin> admin = lab.platform().context().getServiceReference(ConfigurationAdmin.class);
        Configuration record = lab.platform().context().getService(admin)
                .createFactoryConfiguration("org.tucuxi.testing.stub", "?");
        Dictionary<String, Object> properties = new Hashtable<>(content);
        record.update(properties);
        return record;
    }

    private static Bundle bundle(Lab lab, String name) {
        for (Bundle bundle : lab.platform().context().getBundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new AssertionError("no bundle " + name);
    }
}

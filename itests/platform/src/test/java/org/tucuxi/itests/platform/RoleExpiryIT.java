package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.Client;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.http.HttpRequest;

/** The end of a role's credentials, and the cache that they are in meanwhile. */
@ExtendWith(PlatformExtension.class)
@Timeout(60)
class RoleExpiryIT {

    private static final int THREADS = 500;
    private static final Duration DUE = Duration.ofMinutes(5);
    private static final String OF_KEYS = "role_arn = " + RoleWorld.READER + "\nsource_profile = keys\n";
    /** The name that botocore gives the entry of that role. */
    private static final String ENTRY = "b0b1ce16bb62e7ab13aa0f2f057f59d4d18ae346.json";

    @TempDir
    private Path home;
    private StsServer sts;
    private RoleWorld world;

    @BeforeEach
    void start(Lab lab) throws IOException {
        sts = new StsServer();
        world = new RoleWorld(lab, home, sts.url());
    }

    @AfterEach
    void stop() {
        sts.close();
    }

    private void firstLasts(Duration lasting) {
        sts.answer(request -> StsServer.credentials(request, request.number() == 1 ? lasting : Duration.ofHours(1)));
    }

    private static String signer(HttpRequest request) {
        return request.headers().get("Authorization").replaceAll(".*Credential=([^/]*)/.*", "$1");
    }

    @Test
    void fiveHundredThreadsAtTheMomentOfExpiryAreOneCall() throws Exception {
        firstLasts(DUE);
        Wire wire = Wire.ok();
        Session session = world.role(OF_KEYS);
        Client client = wire.attach(session.client("lab"));
        client.call("Echo");
        CyclicBarrier together = new CyclicBarrier(THREADS);
        Set<Throwable> failures = ConcurrentHashMap.newKeySet();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(new Thread(() -> {
                try {
                    together.await();
                    client.call("Echo");
                } catch (Throwable e) {
                    failures.add(e);
                }
            }, "caller-" + i));
        }

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        assertThat(sts.requests()).as("one call for the first credentials, one for the next").hasSize(2);
        assertThat(wire.requests()).hasSize(THREADS + 1);
        assertThat(wire.requests().subList(1, THREADS + 1)).allMatch(request -> signer(request).equals("ASIA2reader"));
    }

    @Test
    void aSlowServerHoldsNobodyWhoseCredentialsAreGood() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        sts.answer(request -> {
            if (request.number() == 2) {
                asked.countDown();
                awaitQuietly(released);
            }
            return StsServer.credentials(request, request.number() == 1 ? Duration.ofMinutes(14) : Duration.ofHours(1));
        });
        Credentials credentials = world.role(OF_KEYS).credentials().orElseThrow();
        credentials.freeze();
        Thread refreshing = new Thread(credentials::freeze, "refreshing");
        refreshing.start();
        asked.await();

        assertThat(credentials.freeze().accessKey()).isEqualTo("ASIA1reader");

        released.countDown();
        refreshing.join();
        assertThat(credentials.freeze().accessKey()).isEqualTo("ASIA2reader");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aCallWhoseCredentialsEndMeanwhileGoesOnWithTheNext() throws IOException {
        firstLasts(DUE);
        Wire wire = Wire.ok().then(503, "<R/>");
        Client client = wire.attach(world.role(OF_KEYS).client("lab"));

        client.call("Echo");

        assertThat(wire.requests()).extracting(RoleExpiryIT::signer).containsExactly("ASIA1reader", "ASIA2reader");
    }

    @Test
    void whatWasGotIsThereForTheAwsCli() throws IOException {
        world.role(OF_KEYS).credentials().orElseThrow().freeze();

        Path file = world.cache().resolve(ENTRY);
        JsonNode keys = new ObjectMapper().readTree(file.toFile()).get("Credentials");
        assertThat(keys.get("AccessKeyId").asText()).isEqualTo("ASIA1reader");
        assertThat(keys.get("SecretAccessKey").asText()).isEqualTo(Lab.SECRET_KEY);
        assertThat(keys.get("SessionToken").asText()).isEqualTo(Lab.TOKEN);
        assertThat(keys.get("AccountId").asText()).isEqualTo(StsServer.ACCOUNT);
        assertThat(Instant.parse(keys.get("Expiration").asText())).isAfter(Instant.now().plus(Duration.ofMinutes(55)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(world.cache()))).isEqualTo("rwx------");
        try (var files = Files.list(world.cache())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatTheAwsCliGotIsUsed() throws IOException {
        Files.createDirectories(world.cache());
        Files.writeString(world.cache().resolve(ENTRY), "{\"Credentials\": {\"AccessKeyId\": \"ASIACLI\", \"SecretAccessKey\": \""
                + Lab.SECRET_KEY + "\", \"SessionToken\": \"" + Lab.TOKEN + "\", \"Expiration\": \""
                + Instant.now().plus(Duration.ofMinutes(20)).toString().replaceAll("[.].*", "").replace("Z", "")
                + "UTC\"}, \"ResponseMetadata\": {\"RetryAttempts\": 0}}");

        assertThat(world.role(OF_KEYS).credentials().orElseThrow().freeze().accessKey()).isEqualTo("ASIACLI");
        assertThat(sts.requests()).isEmpty();
    }

    @Test
    void anotherSessionUsesWhatTheFirstGot() throws IOException {
        world.role(OF_KEYS).credentials().orElseThrow().freeze();

        assertThat(world.role(OF_KEYS).credentials().orElseThrow().freeze().accessKey()).isEqualTo("ASIA1reader");
        assertThat(sts.requests()).hasSize(1);
    }

    @Test
    void aCacheThatCannotBeWrittenIsNoError() throws IOException {
        Files.createDirectories(world.cache().getParent());
        Files.writeString(world.cache(), "in the way");

        assertThat(world.role(OF_KEYS).credentials().orElseThrow().freeze().accessKey()).isEqualTo("ASIA1reader");
    }

    @Test
    void aCacheOfRubbishIsReplaced() throws IOException {
        Files.createDirectories(world.cache());
        Files.writeString(world.cache().resolve(ENTRY), "{\"Credentials\": ");

        assertThat(world.role(OF_KEYS).credentials().orElseThrow().freeze().accessKey()).isEqualTo("ASIA1reader");
        assertThat(Files.readString(world.cache().resolve(ENTRY))).contains("ASIA1reader");
    }
}

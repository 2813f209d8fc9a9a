package org.tucuxi.itests.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.tucuxi.Client;
import org.tucuxi.ClosedException;
import org.tucuxi.Session;
import org.tucuxi.config.Configuration.Explanation;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.HttpResponse;

/** What records of Config Admin say, and what becomes of sessions whose record changes. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class RecordsIT {

    private static final String NAME = "recorded";

    @Inject
    private BundleContext context;
    private Platform platform;
    private org.osgi.service.cm.Configuration record;

    @Configuration
    public Option[] configuration() {
        return Containers.felix();
    }

    @Before
    public void makeSession() throws Exception {
        platform = new Platform(context);
        record = platform.configure(NAME);
    }

    @After
    public void removeSession() throws Exception {
        platform.remove(record, NAME);
    }

    private void update(Map<String, Object> more) throws Exception {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("name", NAME);
        properties.put("endpoint_url", System.getProperty(Platform.ENDPOINT));
        Platform.keys().forEach(properties::put);
        more.forEach(properties::put);
        record.update(properties);
    }

    private Session session(String region) {
        Await.until("session in " + region + "; missing: " + platform.factory().missing(),
                () -> platform.hasSession(NAME) && platform.session(NAME).region().orElse("").equals(region));
        return platform.session(NAME);
    }

    @Test
    public void valuesOfARecordHaveItAsTheirSource() throws Exception {
        update(Map.of("region", "eu-west-1", "max_attempts", 2, "s3.addressing_style", "path"));

        List<Explanation> lines = session("eu-west-1").configuration().explain();

        String source = "Config Admin " + record.getPid();
        assertThat(lines).contains(new Explanation("region", "eu-west-1", source),
                new Explanation("max_attempts", 2, source), new Explanation("s3.addressing_style", "path", source),
                new Explanation("endpoint_url", System.getProperty(Platform.ENDPOINT), source));
    }

    @Test
    public void aMisspelledKeyLeavesTheSessionUnmadeAndIsNamed() throws Exception {
        update(Map.of("regoin", "eu-west-1"));

        Await.until("the mistake to be named", () -> platform.factory().missing().stream()
                .anyMatch(line -> line.contains("regoin")));
        assertThat(platform.factory().missing()).containsExactly("session " + NAME
                + ": There is no configuration variable regoin (Config Admin " + record.getPid() + "); did you mean region?");
        assertThat(platform.hasSession(NAME)).isFalse();

        update(Map.of("region", "eu-west-1"));
        session("eu-west-1");
        assertThat(platform.factory().missing()).isEmpty();
    }

    @Test
    public void aChangedRecordMakesANewSessionAndFailsNoCallInFlight() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        Client old = platform.session(NAME).client("s3");
        EventHandler<BeforeSend, HttpResponse> slow = event -> {
            sending.countDown();
            await(changed);
            return null;
        };
        old.meta().events().register("before-send.s3.ListBuckets", slow);
        CompletableFuture<Map<String, Object>> inFlight = old.callAsync("ListBuckets", Map.of());
        assertThat(sending.await(10, TimeUnit.SECONDS)).isTrue();

        update(Map.of("region", "eu-west-2"));
        try (Client fresh = session("eu-west-2").client("s3")) {
            assertThat(fresh.meta().region()).isEqualTo("eu-west-2");
            assertThatThrownBy(() -> old.call("ListBuckets")).isInstanceOf(ClosedException.class)
                    .hasMessageContaining("configuration of the session \"" + NAME + "\" was changed");
            assertThat(inFlight).isNotDone();

            changed.countDown();
            assertThat(inFlight.get(10, TimeUnit.SECONDS)).containsKey("Buckets");
            Buckets.list(fresh);
        } finally {
            changed.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    public void aChangedFileIsSeenBySessionsThatAreMadeAfterwards() throws Exception {
        Path file = Files.createTempFile(Path.of(System.getProperty(Platform.BUNDLES)).getParent(), "profiles", "");
        Files.writeString(file, "[profile lab]\nregion = eu-north-1\nretry_mode = standard\n");
        update(Map.of("config_file", file.toString(), "profile", "lab"));
        Session before = session("eu-north-1");

        Files.writeString(file, "[profile lab]\nregion = eu-south-1\n");

        assertThat(before.region()).contains("eu-north-1");
        try (Session after = platform.factory().builder().configVariable("config_file", file.toString()).profile("lab")
                .build()) {
            assertThat(after.region()).contains("eu-south-1");
        }
        update(Map.of("config_file", file.toString(), "profile", "lab", "retry_mode", "adaptive"));
        assertThat(session("eu-south-1").configuration().text("retry_mode")).isEqualTo("adaptive");
        Files.delete(file);
    }

    @Test
    public void twoRecordsMakeTwoSessions() throws Exception {
        org.osgi.service.cm.Configuration second = platform.service(ConfigurationAdmin.class)
                .createFactoryConfiguration(Session.FACTORY_PID, "?");
        second.update(new Hashtable<>(Map.of("name", "second", "retry_mode", "adaptive")));

        assertThat(platform.session("second").configuration().text("retry_mode")).isEqualTo("adaptive");
        assertThat(platform.session(NAME).configuration().text("retry_mode")).isEqualTo("legacy");
        platform.remove(second, "second");
    }
}

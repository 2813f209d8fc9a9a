package org.tucuxi.itests.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.http.StreamingBody;

/** All bundles in plain Felix, and S3 against a server that checks signatures. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FelixIT {

    @Inject
    private BundleContext context;
    private Platform platform;
    private org.osgi.service.cm.Configuration record;
    private Client s3;

    @Configuration
    public Option[] configuration() {
        return Containers.felix();
    }

    @Before
    public void openClient() throws Exception {
        platform = new Platform(context);
        record = platform.configure(Session.DEFAULT_NAME);
        s3 = platform.session(Session.DEFAULT_NAME).client("s3");
    }

    @After
    public void closeClient() throws Exception {
        s3.close();
        platform.remove(record, Session.DEFAULT_NAME);
    }

    @Test
    public void everyBundleIsActive() {
        assertThat(platform.bundles()).extracting(Bundle::getSymbolicName).contains("org.tucuxi.api", "org.tucuxi.emitter",
                "org.tucuxi.models", "org.tucuxi.config", "org.tucuxi.credentials", "org.tucuxi.endpoints",
                "org.tucuxi.protocols", "org.tucuxi.signing", "org.tucuxi.transport", "org.tucuxi.retries",
                "org.tucuxi.client", "org.tucuxi.shell", "org.tucuxi.services.s3", "org.tucuxi.services.sts");
        assertThat(platform.bundles()).allSatisfy(bundle -> assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE));
        assertThat(platform.factory().missing()).isEmpty();
    }

    @Test
    public void everyComponentOfTheBundlesFindsWhatItNeeds() {
        ServiceComponentRuntime runtime = platform.service(ServiceComponentRuntime.class);
        List<String> unsatisfied = new ArrayList<>();
        runtime.getComponentDescriptionDTOs(platform.bundles().toArray(Bundle[]::new))
                .forEach(component -> runtime.getComponentConfigurationDTOs(component).stream()
                        .filter(one -> one.unsatisfiedReferences.length > 0 || one.failure != null)
                        .forEach(one -> unsatisfied.add(component.name)));
        assertThat(unsatisfied).isEmpty();
    }

    @Test
    public void everyHandlerOfTheBundlesFitsItsEvent() {
        assertThat(platform.service(EmitterFactory.class).handlers()).isNotEmpty()
                .allSatisfy(handler -> assertThat(handler.rejection()).isNull());
    }

    @Test
    public void anObjectTravelsToTheServerAndBack() throws Exception {
        String key = "a folder/b+c & d ü.txt";
        byte[] content = "boto and tucuxi".getBytes(StandardCharsets.UTF_8);
        Buckets.make(s3, "felix");

        s3.call("PutObject", Map.of("Bucket", "felix", "Key", key, "Body", content, "Metadata", Map.of("colour", "pink")));
        Map<String, Object> got = s3.call("GetObject", Map.of("Bucket", "felix", "Key", key));

        assertThat(got).containsEntry("Metadata", Map.of("colour", "pink"));
        try (StreamingBody body = (StreamingBody) got.get("Body")) {
            assertThat(body.readAllBytes()).isEqualTo(content);
        }
        assertThat((List<?>) s3.call("ListObjectsV2", Map.of("Bucket", "felix")).get("Contents"))
                .extracting(object -> (Object) ((Map<?, ?>) object).get("Key")).contains(key);
    }

    @Test
    public void theServerRefusesAWrongSecret() {
        ClientConfig wrong = ClientConfig.builder()
                .credentials(Credentials.of(System.getProperty(Platform.ACCESS_KEY), "not-the-secret", null)).build();

        try (Client client = platform.session(Session.DEFAULT_NAME).client("s3", wrong)) {
            assertThatThrownBy(() -> client.call("ListBuckets")).isInstanceOfSatisfying(ClientException.class,
                    e -> assertThat(e.isA("SignatureDoesNotMatch")).isTrue());
        }
    }

    @Test
    public void aModelledErrorIsKnownByItsCode() {
        assertThatThrownBy(() -> s3.call("ListObjectsV2", Map.of("Bucket", "no-such-bucket-here")))
                .isInstanceOfSatisfying(ClientException.class, e -> assertThat(e.isA("NoSuchBucket")).isTrue());
    }

    @Test
    public void theSessionKnowsTheServicesThatAreInstalled() {
        assertThat(platform.session(Session.DEFAULT_NAME).availableServices()).contains("s3", "sts");
    }

    @Test
    public void aBundleDroppedIntoTheDeployFolderIsFeltByClientsThatLive() throws Exception {
        Path dropped = Path.of(System.getProperty(Platform.DEPLOY), "drop.jar");
        Path arriving = Path.of(System.getProperty(Platform.BUNDLES)).resolveSibling("drop.jar.part");
        Files.write(arriving, HotBundle.counting("drop", Map.of("event.pattern", "before-call.s3.ListBuckets")));

        try (Board board = platform.board()) {
            Files.move(arriving, dropped);
            Platform.await("a call that reaches the dropped handler", () -> {
                Buckets.list(s3);
                return board.count("drop") > 0;
            });

            Files.delete(dropped);
            Platform.await("the dropped bundle to go", () -> List.of(context.getBundles()).stream()
                    .noneMatch(bundle -> "drop".equals(bundle.getSymbolicName())));
            long before = board.count("drop");
            Buckets.list(s3);
            assertThat(board.count("drop")).isEqualTo(before);
        } finally {
            Files.deleteIfExists(dropped);
        }
    }

    @Test
    public void theDemoHandlersRun() throws Exception {
        Bundle demo = platform.install("demo",
                Files.readAllBytes(Path.of(System.getProperty(Platform.HOT), "org.tucuxi.demo.handlers.jar")));
        try {
            assertThat(platform.service(EmitterFactory.class).handlers())
                    .filteredOn(handler -> handler.bundleId() == demo.getBundleId())
                    .hasSize(5).allSatisfy(handler -> assertThat(handler.rejection()).isNull());
            assertThatThrownBy(() -> s3.call("ListObjectsV2")).isInstanceOf(ClientException.class)
                    .as("the default bucket of the handler is asked for").hasMessageContaining("NoSuchBucket");
        } finally {
            demo.uninstall();
        }
    }
}

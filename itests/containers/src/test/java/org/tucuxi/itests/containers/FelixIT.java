package org.tucuxi.itests.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
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
        assertThat(platform.bundles()).extracting(Bundle::getSymbolicName).contains("org.tucuxi.api",
                "org.tucuxi.emitter", "org.tucuxi.models", "org.tucuxi.config", "org.tucuxi.credentials",
                "org.tucuxi.endpoints", "org.tucuxi.protocols", "org.tucuxi.signing", "org.tucuxi.transport", "org.tucuxi.retries",
                "org.tucuxi.client", "org.tucuxi.shell", "org.tucuxi.launcher", "org.tucuxi.modeltool",
                "org.tucuxi.services.s3", "org.tucuxi.services.sts");
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
        Buckets.roundTrip(s3, "felix");
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
        DeployFolder.takesEffectOn(s3, platform);
    }

    @Test
    public void aCredentialProviderDroppedIntoTheDeployFolderTakesItsPlace() throws Exception {
        DroppedProvider.takesItsPlaceInSessionsThatLive(platform);
    }

    @Test
    public void theShellCalls() throws Exception {
        CommandProcessor commands = platform.service(CommandProcessor.class);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CommandSession shell = commands.createSession(InputStream.nullInputStream(), out, out)) {
            shell.execute("tucuxi:call s3 ListBuckets");
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"Buckets\"");
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

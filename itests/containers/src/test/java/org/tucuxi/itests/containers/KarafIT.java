package org.tucuxi.itests.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
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
import org.tucuxi.Client;
import org.tucuxi.Session;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.model.UnknownServiceException;

/** The features in Karaf. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class KarafIT {

    @Inject
    private BundleContext context;
    private Platform platform;
    private org.osgi.service.cm.Configuration record;
    private Client s3;

    @Configuration
    public Option[] configuration() {
        return Containers.karafWithFeatures();
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
        platform.startAll();
        platform.remove(record, Session.DEFAULT_NAME);
    }

    @Test
    public void everyBundleOfTheFeaturesIsActive() {
        assertThat(platform.bundles()).extracting(Bundle::getSymbolicName).contains("org.tucuxi.api",
                "org.tucuxi.client", "org.tucuxi.shell", "org.tucuxi.services.s3", "org.tucuxi.services.sts");
        assertThat(platform.bundles()).allSatisfy(bundle -> assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE));
        assertThat(platform.factory().missing()).isEmpty();
    }

    @Test
    public void anObjectTravelsToTheServerAndBack() throws Exception {
        Buckets.roundTrip(s3, "karaf");
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
    public void theShellSaysWhereCredentialsAndConfigurationComeFrom() throws Exception {
        assertThat(shell("tucuxi:credentials")).containsPattern("explicit +answered +given to the session")
                .containsPattern("env +not asked").contains("The credentials of explicit have no end")
                .doesNotContain(System.getProperty(Platform.SECRET_KEY));
        assertThat(shell("tucuxi:config"))
                .containsPattern("region +us-east-1 +Config Admin " + record.getPid())
                .containsPattern("endpoint_url +" + System.getProperty(Platform.ENDPOINT) + " +Config Admin "
                        + record.getPid())
                .containsPattern("retry_mode +legacy +default");
    }

    @Test
    public void theShellCalls() throws Exception {
        Buckets.make(s3, "typed");

        assertThat(shell("tucuxi:call s3 ListBuckets")).contains("\"Buckets\"").contains("typed");
    }

    @Test
    public void theShellListsHandlersAndServices() throws Exception {
        assertThat(shell("tucuxi:services")).contains("s3").contains("sts");
        assertThat(shell("tucuxi:handlers")).contains("org.tucuxi.services.s3");
    }

    @Test
    public void aStoppedTransportIsNamedAndComesBack() throws Exception {
        platform.stop("org.tucuxi.transport");

        assertThat(platform.hasSession(Session.DEFAULT_NAME)).isFalse();
        assertThatThrownBy(() -> s3.call("ListBuckets")).isInstanceOf(UnsatisfiedException.class)
                .hasMessageContaining("org.tucuxi.transport");
        assertThat(shell("tucuxi:missing")).contains("org.tucuxi.transport");

        platform.start("org.tucuxi.transport");
        Buckets.list(s3);
    }

    @Test
    public void aServiceIsAFeatureThatIsUninstalledAndInstalledWhileClientsLive() throws Exception {
        FeaturesService features = platform.service(FeaturesService.class);

        features.uninstallFeature("tucuxi-s3");
        assertThatThrownBy(() -> s3.call("ListBuckets")).isInstanceOf(UnknownServiceException.class);

        features.installFeature("tucuxi-s3");
        Buckets.list(s3);
    }

    @Test
    public void aServiceIsImportedAndOneIsAFeature() throws Exception {
        Path data = Files.createTempDirectory(Path.of(System.getProperty("karaf.data")), "botocore");
        Path version = Files.createDirectories(data.resolve("lab/2020-01-01"));
        Files.writeString(version.resolve("service-2.json"), "{\"metadata\":{\"apiVersion\":\"2020-01-01\","
                + "\"serviceId\":\"Lab\",\"protocol\":\"carrier-pigeon\",\"endpointPrefix\":\"lab\"},"
                + "\"operations\":{},\"shapes\":{}}");

        assertThat(shell("tucuxi:import " + data)).contains("1 installed", "0 broken");
        platform.service(FeaturesService.class).installFeature("tucuxi-route53");

        assertThat(shell("tucuxi:services")).containsPattern("lab +2020-01-01 +protocol carrier-pigeon is missing ")
                .containsPattern("route53 +2013-04-01 +ready ");
        platform.uninstall("org.tucuxi.services.lab");
    }

    private String shell(String command) throws Exception {
        return KarafShell.execute(context, command);
    }
}

package org.tucuxi.itests.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.tucuxi.Client;
import org.tucuxi.ClosedException;
import org.tucuxi.Session;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.credentials.NoCredentialsException;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.model.ServiceUnavailableException;
import org.tucuxi.model.UnknownServiceException;

/** What sessions and clients that live make of each bundle's stop, start, update and uninstallation. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class LifecycleIT {

    private static final String S3 = "org.tucuxi.services.s3";

    @Inject
    private BundleContext context;
    private Platform platform;
    private org.osgi.service.cm.Configuration record;
    private Session session;
    private Client s3;

    @Configuration
    public Option[] configuration() {
        return Containers.felix();
    }

    @Before
    public void openClient() throws Exception {
        platform = new Platform(context);
        record = platform.configure(Session.DEFAULT_NAME);
        session = platform.session(Session.DEFAULT_NAME);
        s3 = session.client("s3");
        Buckets.list(s3);
    }

    @After
    public void closeClient() throws Exception {
        s3.close();
        platform.startAll();
        platform.remove(record, Session.DEFAULT_NAME);
    }

    @Test
    public void transport() throws Exception {
        isNamedWhileItIsAway("org.tucuxi.transport");
    }

    @Test
    public void protocols() throws Exception {
        isNamedWhileItIsAway("org.tucuxi.protocols");
    }

    @Test
    public void signing() throws Exception {
        isNamedWhileItIsAway("org.tucuxi.signing");
    }

    @Test
    public void endpoints() throws Exception {
        isNamedWhileItIsAway("org.tucuxi.endpoints");
    }

    @Test
    public void config() throws Exception {
        isNamedWhileItIsAway("org.tucuxi.config");
    }

    @Test
    public void credentials() throws Exception {
        isNamedWhileItIsAway("org.tucuxi.credentials");
    }

    @Test
    public void retries() throws Exception {
        isNamedWhileItIsAway("org.tucuxi.retries");
    }

    @Test
    public void models() throws Exception {
        isNamedWhileItIsAway("org.tucuxi.models");
    }

    /** The session goes, and the live client names what is missing; it works again when that is back in any way. */
    private void isNamedWhileItIsAway(String bundle) throws Exception {
        platform.stop(bundle);
        assertIsAway(bundle);

        platform.start(bundle);
        assertIsBack();

        platform.update(bundle);
        assertIsBack();

        platform.uninstall(bundle);
        assertIsAway(bundle);

        platform.install(bundle);
        assertIsBack();
    }

    private void assertIsAway(String bundle) {
        assertThat(platform.hasSession(Session.DEFAULT_NAME)).isFalse();
        assertThat(platform.factory().missing()).anySatisfy(line -> assertThat(line).contains(bundle));
        assertThatThrownBy(() -> s3.call("ListBuckets")).isInstanceOf(UnsatisfiedException.class)
                .hasMessageContaining(bundle);
        assertThatThrownBy(() -> session.client("s3")).isInstanceOf(UnsatisfiedException.class)
                .hasMessageContaining(bundle);
        assertThatThrownBy(() -> platform.factory().builder().build()).isInstanceOf(UnsatisfiedException.class)
                .hasMessageContaining(bundle);
    }

    private void assertIsBack() {
        Await.until(() -> "missing: " + platform.factory().missing(), () -> platform.hasSession(Session.DEFAULT_NAME));
        Buckets.list(s3);
        try (Client fresh = platform.session(Session.DEFAULT_NAME).client("s3")) {
            Buckets.list(fresh);
        }
    }

    @Test
    public void withoutTheEmitterSessionsEnd() throws Exception {
        platform.stop("org.tucuxi.emitter");

        assertThat(platform.hasSession(Session.DEFAULT_NAME)).isFalse();
        assertThat(platform.factory().missing()).anySatisfy(line -> assertThat(line).contains("org.tucuxi.emitter"));
        assertSessionHasEnded("org.tucuxi.emitter");

        platform.start("org.tucuxi.emitter");
        assertANewSessionWorks();
    }

    @Test
    public void anUpdateOfTheEmitterEndsSessions() throws Exception {
        platform.update("org.tucuxi.emitter");

        assertSessionHasEnded("org.tucuxi.emitter");
        assertANewSessionWorks();
    }

    @Test
    public void withoutTheClientBundleSessionsEnd() throws Exception {
        platform.stop("org.tucuxi.client");

        assertThat(platform.hasSession(Session.DEFAULT_NAME)).isFalse();
        assertSessionHasEnded(Session.DEFAULT_NAME);

        platform.start("org.tucuxi.client");
        assertANewSessionWorks();
    }

    @Test
    public void anUpdateOfTheClientBundleEndsSessions() throws Exception {
        platform.update("org.tucuxi.client");

        assertSessionHasEnded(Session.DEFAULT_NAME);
        assertANewSessionWorks();
    }

    private void assertSessionHasEnded(String reason) {
        assertThatThrownBy(() -> s3.call("ListBuckets")).isInstanceOf(ClosedException.class)
                .hasMessageContaining(reason);
        assertThatThrownBy(() -> session.client("s3")).isInstanceOf(ClosedException.class)
                .hasMessageContaining(reason);
    }

    private void assertANewSessionWorks() {
        Session fresh = platform.session(Session.DEFAULT_NAME);
        assertThat(fresh).isNotSameAs(session);
        try (Client client = fresh.client("s3")) {
            Buckets.list(client);
        }
    }

    @Test
    public void aStoppedServiceBundleIsNamedToClientsThatLive() throws Exception {
        platform.stop(S3);

        assertThatThrownBy(() -> s3.call("ListBuckets")).isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining("s3").hasMessageContaining(S3);
        assertThat(platform.hasSession(Session.DEFAULT_NAME)).as("the session is there for other services").isTrue();
        assertThat(session.availableServices()).contains("sts");

        platform.start(S3);
        Buckets.list(s3);
    }

    @Test
    public void anUpdatedServiceBundleServesClientsThatLive() throws Exception {
        platform.update(S3);

        Buckets.list(s3);
    }

    @Test
    public void aServiceBundleIsUsedOnlyWithItsHandlers() throws Exception {
        Bundle bundle = platform.bundle(S3);
        EmitterFactory emitters = platform.service(EmitterFactory.class);
        long complete = handlersOf(bundle, emitters);
        assertThat(complete).isPositive();

        for (int i = 0; i < 10; i++) {
            bundle.stop();
            assertThat(handlersOf(bundle, emitters)).isZero();
            bundle.start();

            Buckets.list(s3);
            assertThat(handlersOf(bundle, emitters)).as("handlers after the first call").isEqualTo(complete);
        }
    }

    private static long handlersOf(Bundle bundle, EmitterFactory emitters) {
        return emitters.handlers().stream()
                .filter(handler -> handler.bundleId() == bundle.getBundleId() && handler.isBound()).count();
    }

    @Test
    public void anUninstalledServiceIsUnknown() throws Exception {
        platform.uninstall(S3);

        assertThatThrownBy(() -> s3.call("ListBuckets")).isInstanceOf(UnknownServiceException.class)
                .hasMessageContaining("s3");
        assertThat(session.availableServices()).doesNotContain("s3").contains("sts");

        platform.install(S3);
        assertThat(session.availableServices()).contains("s3");
        Buckets.list(s3);
    }

    @Test
    public void aCredentialProviderComesAndGoes() throws Exception {
        org.osgi.service.cm.Configuration keyless = platform.configure("keyless", Map.of());
        try (Client client = platform.session("keyless").client("s3")) {
            assertThatThrownBy(() -> client.call("ListBuckets")).isInstanceOf(NoCredentialsException.class);

            Bundle provider = platform.install("keys", HotBundle.keys("keys"));
            assertThat(platform.session("keyless").credentialResolver().names()).contains("test-keys");
            Buckets.list(client);

            provider.uninstall();
            assertThat(platform.session("keyless").credentialResolver().names()).doesNotContain("test-keys");
            Buckets.list(client);
        } finally {
            platform.remove(keyless, "keyless");
        }
    }

    @Test
    public void theShellIsNotMissed() throws Exception {
        platform.stop("org.tucuxi.shell");
        Buckets.list(s3);

        platform.update("org.tucuxi.shell");
        platform.start("org.tucuxi.shell");
        Buckets.list(s3);
    }
}

package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.tucuxi.Client;
import org.tucuxi.Session;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;

/** Sessions by Config Admin, and the one that is there without. */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
@SuppressWarnings("try")
class ConfiguredSessionsIT {

    private static Session session(BundleContext context, String name) {
        try {
            Collection<ServiceReference<Session>> found =
                    context.getServiceReferences(Session.class, "(session.name=" + name + ')');
            return found.isEmpty() ? null : context.getService(found.iterator().next());
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Session await(BundleContext context, String name) {
        AtomicReference<Session> found = new AtomicReference<>();
        Platform.await("session " + name, () -> {
            found.set(session(context, name));
            return found.get() != null;
        });
        return found.get();
    }

    /** A record of the factory PID; closing it deletes the record. */
    private record Configured(Configuration configuration) implements AutoCloseable {
        static Configured session(Lab lab, String name, Map<String, Object> properties) throws IOException {
            Hashtable<String, Object> all = new Hashtable<>(properties);
            all.put("name", name);
            Configuration made = lab.platform().find(ConfigurationAdmin.class)
                    .createFactoryConfiguration(Session.FACTORY_PID, "?");
            made.update(all);
            return new Configured(made);
        }

        @Override
        public void close() throws IOException {
            configuration.delete();
        }
    }

    @Test
    void aSessionIsThereWithoutConfiguration(Lab lab) {
        BundleContext context = lab.platform().context();

        Session session = await(context, Session.DEFAULT_NAME);

        assertThat(session.name()).isEqualTo("default");
        assertThat(context.getService(context.getServiceReference(Session.class))).isSameAs(session);
    }

    @Test
    void eachRecordIsASession(Lab lab) throws IOException {
        BundleContext context = lab.platform().context();
        Map<String, Object> common = Map.of("data_path", new String[] {Platform.models().toString()},
                "aws_access_key_id", Lab.ACCESS_KEY, "aws_secret_access_key", Lab.SECRET_KEY);
        Hashtable<String, Object> reports = new Hashtable<>(common);
        reports.put("region", "eu-west-1");
        reports.put("endpoint_url", "http://reports.invalid:81");
        Hashtable<String, Object> archive = new Hashtable<>(common);
        archive.put("region", "eu-west-2");
        archive.put("retry_mode", "standard");

        try (Configured one = Configured.session(lab, "reports", reports);
                Configured two = Configured.session(lab, "archive", archive)) {
            Wire wire = Wire.ok();
            wire.attach(await(context, "reports").client("lab")).call("Echo");
            Client client = wire.attach(await(context, "archive").client("lab"));
            client.call("Echo");

            assertThat(wire.requests().get(0).url()).isEqualTo("http://reports.invalid:81/echo");
            assertThat(wire.requests().get(0).headers().get("Authorization")).contains(Lab.ACCESS_KEY)
                    .contains("/eu-west-1/lab/");
            assertThat(wire.requests().get(1).url()).isEqualTo("https://lab.eu-west-2.amazonaws.com/echo");
            assertThat(client.meta().config().retries()).containsEntry("mode", "standard");
        }
        Platform.await("the sessions are gone",
                () -> session(context, "reports") == null && session(context, "archive") == null);
    }

    @Test
    void aBodyThatIsBeingReadOutlivesTheChangeOfItsSessionsRecord(Lab lab) throws Exception {
        BundleContext context = lab.platform().context();
        CountDownLatch changed = new CountDownLatch(1);
        try (LocalServer server = LocalServer.start((out, connection) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            changed.await();
            out.write("other".getBytes(StandardCharsets.US_ASCII));
        })) {
            Map<String, Object> record = Map.of("region", "eu-west-1", "endpoint_url", server.url(),
                    "aws_access_key_id", Lab.ACCESS_KEY, "aws_secret_access_key", Lab.SECRET_KEY);
            try (Configured one = Configured.session(lab, "reading", record)) {
                Session before = await(context, "reading");
                Object body = before.client("s3").call("GetObject", Map.of("Bucket", "bucket", "Key", "k")).get("Body");

                Hashtable<String, Object> other = new Hashtable<>(record);
                other.put("name", "reading");
                other.put("region", "eu-west-2");
                one.configuration.update(other);
                Platform.await("the session is another", () -> {
                    Session now = session(context, "reading");
                    return now != null && now != before;
                });
                changed.countDown();

                assertThat(((InputStream) body).readAllBytes()).asString().isEqualTo("firstother");
                Platform.await("its connection is closed", () -> server.open() == 0);
            }
        }
    }

    @Test
    void deletingARecordClosesItsSessionAndClients(Lab lab) throws IOException {
        BundleContext context = lab.platform().context();
        Session session;
        Client client;
        try (Configured one = Configured.session(lab, "passing", Map.of("region", "eu-west-1"))) {
            session = await(context, "passing");
            client = session.client("s3");
        }
        Platform.await("the session is gone", () -> session(context, "passing") == null);

        Platform.await("its clients are closed", () -> {
            try {
                client.as(org.tucuxi.ClientView.class);
                return false;
            } catch (org.tucuxi.ClosedException e) {
                return true;
            }
        });
    }

    @Test
    void updatingARecordMakesANewSession(Lab lab) throws IOException {
        BundleContext context = lab.platform().context();
        try (Configured one = Configured.session(lab, "moving", Map.of("region", "eu-west-1"))) {
            assertThat(await(context, "moving").region()).contains("eu-west-1");

            one.configuration().update(new Hashtable<>(Map.of("name", "moving", "region", "eu-west-2")));

            Platform.await("the session has moved", () -> {
                Session now = session(context, "moving");
                return now != null && now.region().orElse("").equals("eu-west-2");
            });
        }
    }

    @Test
    void aRecordNamedDefaultReplacesTheDefaultSession(Lab lab) throws IOException {
        BundleContext context = lab.platform().context();
        Session before = await(context, Session.DEFAULT_NAME);
        try (Configured one = Configured.session(lab, Session.DEFAULT_NAME, Map.of("region", "ca-central-1"))) {
            Platform.await("the default session is replaced", () -> {
                Session now = session(context, Session.DEFAULT_NAME);
                return now != null && now != before && now.region().orElse("").equals("ca-central-1");
            });
        }
        Platform.await("there is a default session again", () -> {
            Session now = session(context, Session.DEFAULT_NAME);
            return now != null && now.region().isEmpty();
        });
    }

    @Test
    void aHandlersTargetSelectsAmongSessions(Lab lab) throws IOException {
        BundleContext context = lab.platform().context();
        AtomicInteger count = new AtomicInteger();
        EventHandler<BeforeCall, BeforeCall.Answer> handler = event -> {
            count.incrementAndGet();
            return null;
        };
        Map<String, Object> properties = Map.of("region", "eu-west-1", "data_path", Platform.models().toString(),
                "aws_access_key_id", Lab.ACCESS_KEY, "aws_secret_access_key", Lab.SECRET_KEY);
        ServiceRegistration<?> service = context.registerService(EventHandler.class, handler, new Hashtable<>(Map.of(
                EventHandler.EVENT_PATTERN, "before-call.test-lab", EventHandler.SESSION_TARGET, "chosen")));
        try (Configured one = Configured.session(lab, "chosen", properties);
                Configured two = Configured.session(lab, "other", properties)) {
            Wire.ok().attach(await(context, "other").client("lab")).call("Echo");
            assertThat(count).hasValue(0);

            Wire.ok().attach(await(context, "chosen").client("lab")).call("Echo");
            assertThat(count).hasValue(1);
        } finally {
            service.unregister();
        }
    }

    @Test
    void theBundleDescribesItsConfiguration(Lab lab) throws Exception {
        Bundle client = java.util.stream.Stream.of(lab.platform().context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("org.tucuxi.client")).findFirst().orElseThrow();
        var files = client.findEntries("OSGI-INF/metatype", "*.xml", false);
        assertThat(files.hasMoreElements()).isTrue();

        String text;
        try (var in = files.nextElement().openStream()) {
            text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }

        assertThat(text).contains("factoryPid=\"org.tucuxi.session\"").contains("id=\"aws_secret_access_key\"")
                .contains("type=\"Password\"").contains("id=\"endpoint_url\"").contains("id=\"data_path\"");
    }
}

package org.tucuxi.itests.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
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
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.Registration;

/** Two sessions of Config Admin, and handlers for one of them. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SessionsIT {

    private static final String PATTERN = "before-call.s3.ListBuckets";

    @Inject
    private BundleContext context;
    private Platform platform;
    private Board board;
    private org.osgi.service.cm.Configuration reportsRecord;
    private org.osgi.service.cm.Configuration archiveRecord;
    private Client reports;
    private Client archive;

    @Configuration
    public Option[] configuration() {
        return Containers.felix();
    }

    @Before
    public void openSessions() throws Exception {
        platform = new Platform(context);
        board = platform.board();
        reportsRecord = platform.configure("reports");
        archiveRecord = platform.configure("archive");
        reports = platform.session("reports").client("s3");
        archive = platform.session("archive").client("s3");
    }

    @After
    public void closeSessions() throws Exception {
        platform.remove(reportsRecord, "reports");
        platform.remove(archiveRecord, "archive");
        board.close();
    }

    @Test
    public void aHandlerIsBoundToTheSessionsItNames() throws Exception {
        Bundle bundle = deploy("named", Map.of("session.target", "reports"));

        Buckets.list(reports);
        Buckets.list(archive);
        Buckets.list(archive);

        assertThat(board.count("named")).isEqualTo(1);
        bundle.uninstall();
    }

    @Test
    public void aHandlerIsBoundToTheSessionsItsFilterSelects() throws Exception {
        Bundle bundle = deploy("filtered",
                Map.of("session.target", "(&(session.region=us-*)(!(session.name=reports)))"));

        Buckets.list(reports);
        assertThat(board.count("filtered")).isZero();
        Buckets.list(archive);

        assertThat(board.count("filtered")).isEqualTo(1);
        bundle.uninstall();
    }

    @Test
    public void aHandlerWithoutTargetIsBoundToAllSessions() throws Exception {
        Bundle bundle = deploy("everywhere", Map.of());

        Buckets.list(reports);
        Buckets.list(archive);

        assertThat(board.count("everywhere")).isEqualTo(2);
        bundle.uninstall();
        Buckets.list(reports);
        Buckets.list(archive);
        assertThat(board.count("everywhere")).isEqualTo(2);
    }

    @Test
    public void aSessionThatIsMadeLaterGetsTheHandlersThatAreThere() throws Exception {
        Bundle bundle = deploy("earlier", Map.of("session.target", "later"));
        org.osgi.service.cm.Configuration later = platform.configure("later");

        try (Client client = platform.session("later").client("s3")) {
            Buckets.list(client);
        }

        assertThat(board.count("earlier")).isEqualTo(1);
        platform.remove(later, "later");
        bundle.uninstall();
    }

    @Test
    public void aHandlerThatDoesNotFitIsRejectedWithItsReason() throws Exception {
        Bundle bundle = platform.install("misfit",
                HotBundle.counting("misfit", Map.of("event.pattern", "needs-retry.s3.ListBuckets")));

        assertThat(platform.service(EmitterFactory.class).handlers())
                .filteredOn(handler -> handler.bundleId() == bundle.getBundleId())
                .singleElement().satisfies(handler -> assertThat(handler.rejection()).contains("misfit")
                        .contains("BeforeCall").contains("NeedsRetry"));
        Buckets.list(reports);
        assertThat(board.count("misfit")).isZero();
        bundle.uninstall();
    }

    @Test
    public void whatCodeRegistersStaysInItsSession() {
        EventHandler<BeforeCall, BeforeCall.Answer> failing = event -> {
            throw new IllegalStateException("reports only");
        };

        try (Registration ignored = platform.session("reports").events().register(PATTERN, failing);
                Client later = platform.session("reports").client("s3")) {
            assertThatThrownBy(() -> later.call("ListBuckets")).isInstanceOf(IllegalStateException.class);
            Buckets.list(reports);
            Buckets.list(archive);
        }
    }

    @Test
    public void aSessionWhoseRecordIsDeletedEndsAlone() throws Exception {
        Session session = platform.session("reports");

        platform.remove(reportsRecord, "reports");

        // The service goes first, so that nobody finds a session that is closed.
        Await.until("the client of the session to be closed", () -> isClosed(reports));
        assertThatThrownBy(() -> session.client("s3")).isInstanceOf(ClosedException.class);
        Buckets.list(archive);
        reportsRecord = platform.configure("reports");
    }

    private static boolean isClosed(Client client) {
        try {
            client.call("ListBuckets");
            return false;
        } catch (ClosedException e) {
            return true;
        }
    }

    @Test
    public void aPlainReferenceToASessionMeansTheDefaultOne() {
        assertThat(platform.service(Session.class).name()).isEqualTo(Session.DEFAULT_NAME);
    }

    private Bundle deploy(String name, Map<String, String> more) throws Exception {
        Map<String, String> properties = new LinkedHashMap<>(more);
        properties.put("event.pattern", PATTERN);
        return platform.install(name, HotBundle.counting(name, properties));
    }
}

package org.tucuxi.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.tucuxi.config.Configuration;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.GenericEvent;
import org.tucuxi.event.Registration;
import org.tucuxi.event.Section;
import org.tucuxi.model.LoadedService;
import org.tucuxi.model.ModelCatalog;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.ModelLoader;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.protocol.Protocol;

class ListCommandsTest {

    private static final EventHandler<GenericEvent, Object> NOTHING = event -> null;
    private static final EventHandler<GenericEvent, Object> UNNAMED = event -> null;

    private final Platform platform = new Platform();
    private final Output out = new Output();
    private final ListCommands commands = new ListCommands(platform);

    @Test
    void handlersShowTheirPlaceAndState() {
        platform.emitters = new FakeEmitters(List.of(
                handler("AddHeader", null, List.of(), List.of("reports")),
                handler("Wrong", "needs BeforeCall, takes BeforeSend", List.of("no such event"), List.of())));

        commands.handlers(out.stream);

        assertThat(out.text().lines()).satisfiesExactly(
                heading -> assertThat(heading).startsWith("HANDLER").contains("PATTERNS", "ORDER", "RANKING"),
                bound -> assertThat(bound.split(" {2,}")).containsExactly("AddHeader", "7 demo/1.0.0",
                        "before-call.s3", "FIRST", "5", "reports", "bound"),
                second -> assertThat(second.strip()).isEqualTo("before-send"),
                rejected -> assertThat(rejected).contains("all", "rejected: needs BeforeCall, takes BeforeSend")
                        .endsWith("(no such event)"),
                second -> assertThat(second.strip()).isEqualTo("before-send"));
    }

    @Test
    void handlersAreFilteredByAText() {
        platform.emitters = new FakeEmitters(List.of(handler("AddHeader", null, List.of(), List.of()),
                handler("Wrong", null, List.of(), List.of())));

        commands.handlers(out.stream, "addh");

        assertThat(out.text()).contains("AddHeader").doesNotContain("Wrong");
    }

    @Test
    void aHandlerHasOneLineForEachPattern() {
        platform.emitters = new FakeEmitters(List.of(handler("demo.Good", null, List.of(), List.of())));

        commands.handlers(out.stream);

        assertThat(out.text().lines()).hasSize(3);
        assertThat(out.text()).containsPattern("demo.Good +7 demo/1.0.0 +before-call.s3 +FIRST +5 +all +bound\n"
                + " +before-send\n");
    }

    @Test
    void aReasonDoesNotRepeatWhatTheRowSays() {
        String reason = "Handler demo.Bad of bundle demo/1.0.0 is not bound: it has no service property event.pattern";
        platform.emitters = new FakeEmitters(List.of(handler("demo.Bad", reason, List.of(), List.of())));

        commands.handlers(out.stream);

        assertThat(out.text()).contains("rejected: it has no service property event.pattern\n");
    }

    @Test
    void aFilterThatFindsNothingIsNotTakenForAnEmptyPlatform() {
        platform.emitters = new FakeEmitters(List.of(handler("demo.Good", null, List.of(), List.of())));
        platform.models = new FakeModels(List.of(
                new ModelCatalog.Entry("s3", "2006-03-01", List.of("service-2"), "org.tucuxi.services.s3", null)),
                List.of());

        commands.handlers(out.stream, "none");
        commands.services(out.stream, "none");

        assertThat(out.text()).isEqualTo("No handler component has \"none\" in its name, bundle or patterns.\n"
                + "No service has \"none\" in its name.\n");
    }

    @Test
    void aServiceWithoutAComponentForItsProtocolIsNotReady() {
        platform.protocols = List.of(FakeModels.protocol("rest-xml"));
        platform.models = new FakeModels(List.of(
                new ModelCatalog.Entry("s3", "2006-03-01", List.of("service-2"), "org.tucuxi.services.s3", null),
                new ModelCatalog.Entry("sqs", "2012-11-05", List.of("service-2"), "org.tucuxi.services.sqs", null),
                new ModelCatalog.Entry("bad", "2012-11-05", List.of("service-2"), "/models", null)), List.of());

        commands.services(out.stream);

        assertThat(out.text()).containsPattern("s3 +2006-03-01 +ready +org.tucuxi.services.s3")
                .containsPattern("sqs +2012-11-05 +protocol json or query is missing +org.tucuxi.services.sqs")
                .containsPattern("bad +2012-11-05 +broken: line 7 +/models");
    }

    @Test
    void aServiceIsReadyWithOneOfItsProtocols() {
        platform.protocols = List.of(FakeModels.protocol("smithy-rpc-v2-cbor"), FakeModels.protocol("json", "query"));
        platform.models = new FakeModels(List.of(
                new ModelCatalog.Entry("sqs", "2012-11-05", List.of("service-2"), "org.tucuxi.services.sqs", null)),
                List.of());

        commands.services(out.stream);

        assertThat(out.text()).containsPattern("sqs +2012-11-05 +ready ");
    }

    @Test
    void servicesShowWhatCannotBeUsedAndWhy() {
        platform.protocols = List.of(FakeModels.protocol("rest-xml"));
        platform.models = new FakeModels(List.of(
                new ModelCatalog.Entry("s3", "2006-03-01", List.of("service-2"), "org.tucuxi.services.s3", null),
                new ModelCatalog.Entry("sqs", "2012-11-05", List.of("service-2"), "/models", "handlers are missing")),
                List.of(new ModelLoader.Problem("/models/x.json", "line 3")));

        commands.services(out.stream);

        assertThat(out.text()).containsPattern("s3 +2006-03-01 +ready +org.tucuxi.services.s3")
                .containsPattern("sqs +2012-11-05 +unavailable: handlers are missing +/models")
                .contains("Problem in /models/x.json: line 3");
    }

    @Test
    void sessionsShowRegionAndWhatIsMissing() {
        FakeSession session = new FakeSession("default");
        session.missing.add("a transport (org.tucuxi.transport)");
        platform.sessions = session;

        commands.sessions(out.stream);

        assertThat(out.text()).containsPattern("default +- +eu-central-1 +2")
                .contains("Missing: a transport (org.tucuxi.transport)");
    }

    @Test
    void configurationShowsWhereEachValueCameFrom() {
        FakeSession session = new FakeSession("default");
        session.configuration = FakeModels.only(Configuration.class,
                List.of(new Configuration.Explanation("region", "eu-west-1", "environment AWS_REGION"),
                        new Configuration.Explanation("endpoint_url", null, "not set")));
        platform.sessions = session;

        commands.config(out.stream, "default");

        assertThat(out.text()).containsPattern("region +eu-west-1 +environment AWS_REGION")
                .containsPattern("endpoint_url +- +not set");
    }

    @Test
    void missingListsEveryAbsentPart() {
        commands.missing(out.stream);

        assertThat(out.text()).contains("session factory", "emitter factory", "model loader");
    }

    @Test
    void nothingMissingIsSaidToo() {
        platform.sessions = new FakeSession("default");
        platform.emitters = new FakeEmitters(List.of());
        platform.models = new FakeModels(List.of(), List.of());

        commands.missing(out.stream);

        assertThat(out.text()).isEqualTo("Nothing is missing.\n");
    }

    private static EmitterFactory.HandlerInfo handler(String component, String rejection, List<String> notes,
            List<String> sessions) {
        return new EmitterFactory.HandlerInfo(component, 7, "demo/1.0.0", 70, List.of("before-call.s3", "before-send"),
                Section.FIRST, 5, sessions, rejection, notes);
    }

    private record FakeEmitters(List<EmitterFactory.HandlerInfo> handlers) implements EmitterFactory {

        @Override
        public Emitter create(Map<String, Object> sessionProperties) {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public Registration watch(HandlerBindingListener listener) {
            throw new AssertionError("the tested code must not ask for this");
        }
    }

    private record FakeModels(List<ModelCatalog.Entry> entries, List<ModelLoader.Problem> problems)
            implements ModelLoader, ModelCatalog {

        private static final Map<String, List<String>> PROTOCOLS =
                Map.of("s3", List.of("rest-xml"), "sqs", List.of("json", "query"));

        @SuppressWarnings("unchecked")
        static ServiceReference<Protocol> protocol(String... names) {
            return (ServiceReference<Protocol>) Proxy.newProxyInstance(FakeModels.class.getClassLoader(),
                    new Class<?>[] {ServiceReference.class},
                    (proxy, method, arguments) -> names.length == 1 ? names[0] : names);
        }

        /** Asked for nothing but its model, and that for nothing but its protocols. */
        @SuppressWarnings("unchecked")
        static <T> T only(Class<T> type, Object answer) {
            return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                    (proxy, method, arguments) -> answer);
        }

        @Override
        public ModelCatalog catalog(List<Path> folders) {
            return this;
        }

        @Override
        public List<String> availableServices(String type) {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public List<String> apiVersions(String service, String type) {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public LoadedService service(String service, String apiVersion) {
            if (!PROTOCOLS.containsKey(service)) {
                throw new ModelException("line 7");
            }
            return only(LoadedService.class, only(ServiceModel.class, PROTOCOLS.get(service)));
        }

        @Override
        public Map<String, Object> data(String service, String type, String apiVersion) {
            throw new AssertionError("the tested code must not ask for this");
        }
    }

    @Test
    void handlersThatCodeRegisteredAreShownWithTheirSessions() {
        FakeSession session = new FakeSession("default");
        session.events.register("before-call", NOTHING, "tucuxi-trace-header");
        session.events.registerLast("before-send.s3", UNNAMED);
        platform.sessions = session;
        platform.emitters = new FakeEmitters(List.of());

        commands.handlers(out.stream);

        assertThat(out.text()).containsPattern("tucuxi-trace-header +- +before-call +MIDDLE +- +default +registered by code")
                .containsPattern("org.tucuxi.shell.ListCommandsTest +- +before-send.s3 +LAST +- +default");
    }

    @Test
    void theFilterIsForRegisteredHandlersToo() {
        FakeSession session = new FakeSession("default");
        session.events.register("before-call", NOTHING, "one");
        session.events.register("before-send", UNNAMED, "two");
        platform.sessions = session;
        platform.emitters = new FakeEmitters(List.of());

        commands.handlers(out.stream, "SEND");

        assertThat(out.text()).contains("two").doesNotContain("one");
    }
}

package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.AttributeNotFoundException;
import org.tucuxi.Client;
import org.tucuxi.ClientMethod;
import org.tucuxi.ClientView;
import org.tucuxi.Session;
import org.tucuxi.TucuxiException;
import org.tucuxi.event.ChooseServiceName;
import org.tucuxi.event.CreatingClientClass;
import org.tucuxi.event.CreatingSerializer;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.GetAttribute;
import org.tucuxi.event.ServiceDataLoaded;
import org.tucuxi.model.UnknownServiceException;

/** The events of sessions and of clients being made. */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
class CreationEventsIT {

    /** Mixed into clients by a handler. */
    public interface Greeting extends ClientView {
        default String greet(String name) {
            return "Hello " + name + " from " + client().meta().serviceName();
        }
    }

    @Test
    void makingAClientEmitsTheReferencesEvents(Lab lab) {
        Session session = lab.session();
        Recorder recorder = Recorder.on(session.events());

        session.client("lab");

        assertThat(recorder.seen()).containsExactly(
                new Recorder.Seen("choose-service-name", List.of("service_name")),
                new Recorder.Seen("creating-client-class.test-lab", List.of("base_classes", "class_attributes")),
                // On the client's emitter, which is a copy, under the endpoint prefix.
                new Recorder.Seen("creating-serializer.lab",
                        List.of("protocol_name", "serializer_kwargs", "service_model")));
    }

    @Test
    void serviceDataAreAnnouncedToThoseWhoAskForThem(Lab lab) {
        Session session = lab.session();
        List<String> seen = new ArrayList<>();
        EventHandler<ServiceDataLoaded, Void> handler = event -> {
            seen.add(event.name() + event.arguments().keySet());
            assertThat(event.get("session")).isSameAs(session);
            return null;
        };
        session.events().register("service-data-loaded", handler);

        session.client("lab");
        assertThat(seen).isEmpty();
        Map<String, Object> data = session.serviceData("lab");

        assertThat(data).containsKeys("metadata", "operations", "shapes");
        assertThat(seen).containsExactly("service-data-loaded.lab[service_data, service_name, session]");
    }

    @Test
    void theServicesNameMayBeReplaced(Lab lab) {
        EventHandler<ChooseServiceName, String> handler =
                event -> event.serviceName().equals("laboratory") ? "lab" : null;
        lab.session().events().registerFirst("choose-service-name", handler);

        assertThat(lab.session().client("laboratory").meta().serviceName()).isEqualTo("lab");
        assertThatThrownBy(() -> lab.session().client("laboratori")).isInstanceOf(UnknownServiceException.class);
    }

    @Test
    void methodsMayBeAddedReplacedAndRemoved(Lab lab) {
        EventHandler<CreatingClientClass, Void> handler = event -> {
            Map<String, ClientMethod> methods = event.classAttributes();
            assertThat(methods).containsKeys("echo", "store", "fetch", "open");
            methods.put("double", (client, arguments) -> 2 * (Integer) arguments[0]);
            ClientMethod original = methods.get("echo");
            methods.put("echo", (client, arguments) -> {
                @SuppressWarnings("unchecked")
                Map<String, Object> result = (Map<String, Object>) original.invoke(client, arguments);
                result.put("Text", "replaced");
                return result;
            });
            methods.remove("open");
            return null;
        };
        lab.session().events().register("creating-client-class.test-lab", handler);
        Client client = lab.client(Wire.ok().then(200, "<R><Count>1</Count></R>"));

        assertThat(client.invoke("double", 21)).isEqualTo(42);
        assertThat(client.call("Echo")).containsEntry("Text", "replaced").containsEntry("Count", 1);
        assertThat(client.invoke("echo")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("Text", "replaced");
        assertThatThrownBy(() -> client.call("Open")).isInstanceOf(AttributeNotFoundException.class);
        assertThatThrownBy(() -> client.call("double", Map.of())).isInstanceOf(ClassCastException.class);
        assertThat(client.meta().methodToApiMapping()).containsEntry("open", "Open");
    }

    @Test
    void aCheckedExceptionOfAMethodIsWrapped(Lab lab) {
        EventHandler<CreatingClientClass, Void> handler = event -> {
            event.classAttributes().put("fail", (client, arguments) -> {
                throw new java.io.IOException("disk");
            });
            return null;
        };
        lab.session().events().register("creating-client-class", handler);

        assertThatThrownBy(() -> lab.session().client("lab").invoke("fail")).isInstanceOf(TucuxiException.class)
                .hasMessageContaining("fail").hasMessageContaining("disk")
                .hasCauseInstanceOf(java.io.IOException.class);
    }

    @Test
    void interfacesMayBeMixedIn(Lab lab) {
        EventHandler<CreatingClientClass, Void> handler = event -> {
            event.baseClasses().add(0, Greeting.class);
            return null;
        };
        lab.session().events().register("creating-client-class", handler);
        Client client = lab.session().client("lab");

        assertThat(client.invoke("greet", "you")).isEqualTo("Hello you from lab");
        assertThat(client.as(Greeting.class).greet("me")).isEqualTo("Hello me from lab");
    }

    @Test
    void onlyInterfacesMayBeMixedIn(Lab lab) {
        EventHandler<CreatingClientClass, Void> handler = event -> {
            event.baseClasses().add(String.class);
            return null;
        };
        lab.session().events().register("creating-client-class", handler);

        assertThatThrownBy(() -> lab.session().client("lab")).hasMessageContaining("java.lang.String")
                .hasMessageContaining("not an interface");
    }

    @Test
    void whoAsksIsToldOfTheNewClientBeforeTheCallerHasIt(Lab lab) {
        List<Client> told = new ArrayList<>();
        EventHandler<CreatingClientClass, Void> handler = event -> {
            event.onInstantiated(told::add);
            return null;
        };
        lab.session().events().register("creating-client-class", handler);

        Client client = lab.session().client("lab");

        assertThat(told).containsExactly(client);
    }

    @Test
    void theSerializersTimestampPrecisionMayBeChosen(Lab lab) {
        Wire wire = Wire.ok();
        EventHandler<CreatingSerializer, Void> handler = event -> {
            assertThat(event.serializerKwargs()).isEqualTo(Map.of("timestamp_precision", "default"));
            event.serializerKwargs().put("timestamp_precision", "millisecond");
            return null;
        };
        lab.session().events().register("creating-serializer.lab", handler);
        Client client = lab.client(wire);

        client.call("Echo", Map.of("When", java.time.Instant.parse("2020-01-02T03:04:05.678Z")));

        assertThat(new String(wire.last().body().bytes())).contains("<When>2020-01-02T03:04:05.678Z</When>");
    }

    @Test
    void missingAttributesAreAskedForUntilOneAnswers(Lab lab) {
        Wire wire = Wire.ok();
        Client client = lab.client(wire);
        EventHandler<GetAttribute, Object> answer = event -> {
            assertThat(event.get("client")).isSameAs(client);
            return 42;
        };
        EventHandler<GetAttribute, Object> method =
                event -> (ClientMethod) (self, arguments) -> "called with " + arguments.length;
        EventHandler<GetAttribute, Object> name = event -> "echo";
        client.meta().events().register("getattr.test-lab.answer", answer);
        client.meta().events().register("getattr.test-lab.method", method);
        client.meta().events().register("getattr.test-lab.old_echo", name);

        assertThat(client.invoke("answer")).isEqualTo(42);
        assertThat(client.invoke("method", 1, 2)).isEqualTo("called with 2");
        client.call("old_echo", Map.of("Text", "t"));
        assertThat(wire.requests()).hasSize(1);
        assertThatThrownBy(() -> client.invoke("nothing")).isInstanceOf(AttributeNotFoundException.class)
                .hasMessageContaining("'lab' client has no operation or method 'nothing'");
    }
}

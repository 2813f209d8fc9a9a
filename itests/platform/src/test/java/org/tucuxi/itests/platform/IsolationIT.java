package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.tucuxi.Client;
import org.tucuxi.Session;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.Registration;

/** What code registers is isolated; what OSGi binds is live. */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
class IsolationIT {

    private static EventHandler<BeforeCall, BeforeCall.Answer> counting(AtomicInteger count) {
        return new EventHandler<BeforeCall, BeforeCall.Answer>() {
            @Override
            public BeforeCall.Answer handle(BeforeCall event) {
                count.incrementAndGet();
                return null;
            }
        };
    }

    @Test
    void aClientGetsTheSessionsHandlersOfItsBirth(Lab lab) {
        AtomicInteger before = new AtomicInteger();
        AtomicInteger after = new AtomicInteger();
        lab.session().events().register("before-call", counting(before));
        Client client = lab.client(Wire.ok());
        lab.session().events().register("before-call", counting(after));

        client.call("Echo");

        assertThat(before).hasValue(1);
        assertThat(after).hasValue(0);
    }

    @Test
    void unregisteringOnTheSessionLeavesLivingClientsAlone(Lab lab) {
        AtomicInteger count = new AtomicInteger();
        Registration registration = lab.session().events().register("before-call", counting(count));
        Client old = lab.client(Wire.ok());
        registration.close();
        Client young = lab.client(Wire.ok());

        old.call("Echo");
        young.call("Echo");

        assertThat(count).hasValue(1);
    }

    @Test
    void aClientsHandlersAreItsOwn(Lab lab) {
        AtomicInteger count = new AtomicInteger();
        Client client = lab.client(Wire.ok());
        Client sibling = lab.client(Wire.ok());
        client.meta().events().register("before-call", counting(count));
        Client later = lab.client(Wire.ok());

        sibling.call("Echo");
        later.call("Echo");

        assertThat(count).hasValue(0);
    }

    @Test
    void sessionsKnowNothingOfEachOther(Lab lab) {
        AtomicInteger count = new AtomicInteger();
        Session other = lab.keep(lab.builder().build());
        other.events().register("before-call", counting(count));

        lab.client(Wire.ok()).call("Echo");

        assertThat(count).hasValue(0);
    }

    @Test
    void aSessionWithoutBuiltInHandlersIsEmpty(Lab lab) {
        Session bare = lab.keep(lab.builder().includeBuiltinHandlers(false).build());
        Wire wire = Wire.ok();

        wire.attach(bare.client("lab")).call("Echo");

        assertThat(wire.last().headers().contains("amz-sdk-request")).isFalse();
        assertThat(wire.last().body().bytes()).asString().doesNotContain("<Token>");
    }

    @Test
    void initializersRunInOrderAsTheLastStep(Lab lab) {
        java.util.ArrayList<String> order = new java.util.ArrayList<>();
        Session session = lab.keep(lab.builder().name("initialized").initializer(one -> order.add("first "
                + one.name()))
                .initializer(one -> order.add("second " + one.name())).build());

        assertThat(order).containsExactly("first initialized", "second initialized");
        assertThat(session.name()).isEqualTo("initialized");
    }

    @Test
    void aServicesHandlerIsFeltByLivingClientsAndGoesAtOnce(Lab lab) {
        AtomicInteger count = new AtomicInteger();
        Client client = lab.client(Wire.ok());
        ServiceRegistration<?> service = register(lab, counting(count), Map.of());

        client.call("Echo");
        service.unregister();
        client.call("Echo");

        assertThat(count).hasValue(1);
    }

    @Test
    void aServicesHandlerIsBoundToTheSessionsItNames(Lab lab) {
        AtomicInteger count = new AtomicInteger();
        Session reports = lab.keep(lab.builder().name("reports").build());
        ServiceRegistration<?> service = register(lab, counting(count), Map.of(EventHandler.SESSION_TARGET, "reports"));
        try {
            lab.client(Wire.ok()).call("Echo");
            assertThat(count).hasValue(0);

            Wire.ok().attach(reports.client("lab")).call("Echo");
            assertThat(count).hasValue(1);
        } finally {
            service.unregister();
        }
    }

    private static ServiceRegistration<?> register(Lab lab, EventHandler<?, ?> handler, Map<String,
            Object> properties) {
        Hashtable<String, Object> all = new Hashtable<>(properties);
        all.put(EventHandler.EVENT_PATTERN, List.of("before-call.test-lab").toArray(new String[0]));
        return lab.platform().context().registerService(EventHandler.class, handler, all);
    }
}

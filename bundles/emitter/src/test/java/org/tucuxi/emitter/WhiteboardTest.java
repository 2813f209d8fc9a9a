package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.tucuxi.emitter.Fixture.named;
import static org.tucuxi.emitter.Fixture.order;
import static org.tucuxi.emitter.Fixture.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory.HandlerBindingListener;
import org.tucuxi.event.EmitterFactory.HandlerInfo;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.Registration;

/** Handler components: where they are called, and how they come, change and go. */
final class WhiteboardTest {

    private final Whiteboard whiteboard = Fixture.whiteboard();

    private void bind(long id, String label, Object... properties) {
        whiteboard.bind(service(id, named(label), properties));
    }

    @Test
    void aComponentIsBoundToSessionsAndCopiesThatLiveAndToThoseToCome() {
        Emitter session = Fixture.session(whiteboard, "early");
        Emitter client = session.copy();

        bind(1, "handler", "event.pattern", "a.b");

        assertThat(order(session, "a.b.c")).containsExactly("handler");
        assertThat(order(client, "a.b.c")).containsExactly("handler");
        assertThat(order(client.copy(), "a.b")).containsExactly("handler");
        assertThat(order(Fixture.session(whiteboard, "late"), "a.b")).containsExactly("handler");
    }

    @Test
    void aSlotThatIsHeldFeelsComingAndGoing() {
        EventSlot slot = Fixture.session(whiteboard, "s").copy().slot("a.b");
        assertThat(slot.isEmpty()).isTrue();

        bind(1, "handler", "event.pattern", "a");
        assertThat(slot.isEmpty()).isFalse();

        whiteboard.unbind(1L);
        assertThat(slot.isEmpty()).isTrue();
    }

    @Test
    void insideASectionCodeRunsFirstThenHigherRankingThenTheOlderService() {
        Emitter emitter = Fixture.session(whiteboard, "s");
        bind(4, "rank 0, id 4", "event.pattern", "a");
        bind(3, "rank 0, id 3", "event.pattern", "a");
        bind(9, "rank 5, id 9", "event.pattern", "a", "service.ranking", 5);
        bind(5, "rank -1, id 5", "event.pattern", "a", "service.ranking", -1);
        emitter.register("a", named("code"));
        bind(6, "last", "event.pattern", "a", "event.order", "LAST", "service.ranking", 99);
        bind(7, "first", "event.pattern", "a", "event.order", "FIRST", "service.ranking", -99);
        emitter.registerLast("a", named("last code"));
        List<String> expected = List.of("first", "code", "rank 5, id 9", "rank 0, id 3", "rank 0, id 4",
                "rank -1, id 5", "last code", "last");

        assertThat(order(emitter, "a")).isEqualTo(expected);
        Emitter later = Fixture.session(whiteboard, "later");
        assertThat(order(later, "a")).isEqualTo(expected.stream().filter(label -> !label.contains("code")).toList());
    }

    @Test
    void nodesOfCodeAndOfComponentsAreWalkedTogether() {
        Emitter emitter = Fixture.session(whiteboard, "s");
        emitter.register("a.b", named("code a.b"));
        bind(1, "component", "event.pattern", new String[] {"*.b", "a.b.c", "a"});
        emitter.register("*", named("code *"));

        assertThat(order(emitter, "a.b.c")).containsExactly("component", "code *", "component", "code a.b",
                "component");
    }

    @Test
    void patternsGoThroughTheAliasTable() {
        bind(1, "handler", "event.pattern", "a.events");

        assertThat(order(Fixture.session(whiteboard, "s"), "a.eventbridge")).containsExactly("handler");
    }

    @Test
    void aTargetIsANameOrAFilterAndOneMatchIsEnough() {
        bind(1, "by name", "event.pattern", "a", "session.target", "reports");
        bind(2, "by region", "event.pattern", "a", "session.target", "(session.region=eu-*)");
        bind(3, "by either", "event.pattern", "a", "session.target", new String[] {"reports", "(session.region=eu-*)"});
        bind(4, "by case", "event.pattern", "a", "session.target", "(Session.Name=reports)");

        Emitter reports = Fixture.session(whiteboard, "reports");
        Emitter europe = whiteboard.create(Map.of("session.name", "other", "session.region", "eu-west-1"));
        Emitter neither = whiteboard.create(Map.of("session.name", "other", "session.region", "us-east-1"));

        assertThat(order(reports, "a")).containsExactly("by name", "by either", "by case");
        assertThat(order(europe, "a")).containsExactly("by region", "by either");
        assertThat(order(neither, "a")).isEmpty();
    }

    @Test
    void aTargetSelectsAmongLivingSessionsToo() {
        Emitter reports = Fixture.session(whiteboard, "reports");
        Emitter other = Fixture.session(whiteboard, "other");

        bind(1, "handler", "event.pattern", "a", "session.target", "reports");

        assertThat(order(reports, "a")).containsExactly("handler");
        assertThat(order(other, "a")).isEmpty();
    }

    @Test
    void componentsCannotBeUnregisteredByCode() {
        Emitter emitter = Fixture.session(whiteboard, "s");
        Fixture.Named handler = named("handler");
        whiteboard.bind(service(1, handler, "event.pattern", "a"));

        emitter.unregister("a", handler);

        assertThat(order(emitter, "a")).containsExactly("handler");
    }

    @Test
    void changedPropertiesMoveTheHandler() {
        Emitter emitter = Fixture.session(whiteboard, "s");
        Emitter other = Fixture.session(whiteboard, "other");
        HandlerService before = service(1, named("handler"), "event.pattern", new String[] {"a", "b"});
        whiteboard.bind(before);
        bind(2, "fixed", "event.pattern", "c");

        whiteboard.updated(service(1, before.handler(), "event.pattern", new String[] {"b", "c"}, "service.ranking", 1,
                "session.target", "s"));

        assertThat(order(emitter, "a")).isEmpty();
        assertThat(order(emitter, "b")).containsExactly("handler");
        assertThat(order(emitter, "c")).containsExactly("handler", "fixed");
        assertThat(order(other, "b")).isEmpty();
        whiteboard.unbind(1L);
        assertThat(order(emitter, "c")).containsExactly("fixed");
        assertThat(order(emitter, "b")).isEmpty();
    }

    @Test
    void aChangeMayRejectAHandlerAndBindItAgain() {
        Emitter emitter = Fixture.session(whiteboard, "s");
        HandlerService good = service(1, named("handler"), "event.pattern", "a");
        whiteboard.bind(good);

        whiteboard.updated(service(1, good.handler(), "event.pattern", "a..b"));
        assertThat(order(emitter, "a")).isEmpty();
        assertThat(whiteboard.handlers()).singleElement().matches(info -> !info.isBound());

        whiteboard.updated(good);
        assertThat(order(emitter, "a")).containsExactly("handler");
        assertThat(whiteboard.handlers()).singleElement().matches(HandlerInfo::isBound);
    }

    @Test
    void aRejectedHandlerIsListedButNotCalled() {
        Emitter emitter = Fixture.session(whiteboard, "s");
        whiteboard.bind(service(1, new OnAfterCall(), "event.pattern", "a"));

        assertThat(order(emitter, "a")).isEmpty();
        assertThat(whiteboard.handlers()).singleElement().extracting(HandlerInfo::rejection).asString()
                .contains("AfterCall");
        whiteboard.unbind(1L);
        assertThat(whiteboard.handlers()).isEmpty();
    }

    private static final class OnAfterCall implements EventHandler<AfterCall, Void> {
        @Override
        public Void handle(AfterCall event) {
            return null;
        }
    }

    @Test
    void handlersAreListedByBundleThenService() {
        whiteboard.bind(new HandlerService("x", named("x"), Map.of("service.id", 1L, "event.pattern", "a"), 9,
                "nine/1"));
        bind(8, "eight", "event.pattern", "a");
        bind(2, "two");

        assertThat(whiteboard.handlers()).extracting(HandlerInfo::bundleId, HandlerInfo::serviceId)
                .containsExactly(tuple(7L, 2L), tuple(7L, 8L), tuple(9L, 1L));
    }

    /** Writes down the news, and whether the handler could be called at that moment. */
    private static final class News implements HandlerBindingListener {

        final List<String> news = new ArrayList<>();
        final Emitter emitter;

        News(Emitter emitter) {
            this.emitter = emitter;
        }

        @Override
        public void bound(HandlerInfo handler) {
            news.add("bound " + handler.patterns() + order(emitter, "a"));
        }

        @Override
        public void unbinding(HandlerInfo handler) {
            news.add("unbinding " + handler.patterns() + order(emitter, "a"));
        }
    }

    @Test
    void aListenerIsToldWhenAHandlerIsFoundAndBeforeItIsUnbound() {
        News listener = new News(Fixture.session(whiteboard, "s"));
        whiteboard.watch(listener);

        bind(1, "handler", "event.pattern", "a");
        whiteboard.unbind(1L);

        assertThat(listener.news).containsExactly("bound [a][handler]", "unbinding [a][handler]");
    }

    @Test
    void aListenerIsToldOfChangesButNotOfRejectedHandlers() {
        News listener = new News(Fixture.session(whiteboard, "s"));
        whiteboard.watch(listener);

        bind(2, "rejected");
        whiteboard.unbind(2L);
        HandlerService handler = service(1, named("handler"), "event.pattern", "a");
        whiteboard.bind(handler);
        whiteboard.updated(service(1, handler.handler(), "event.pattern", "b"));
        whiteboard.updated(service(1, handler.handler(), "event.pattern", ""));
        whiteboard.updated(handler);

        assertThat(listener.news).containsExactly("bound [a][handler]", "bound [b][]", "unbinding [b][]",
                "bound [a][handler]");
    }

    @Test
    void aListenerThatFailsIsIgnoredAndOneThatIsClosedIsNotTold() {
        News listener = new News(Fixture.session(whiteboard, "s"));
        Registration watching = whiteboard.watch(listener);
        whiteboard.watch(new HandlerBindingListener() {
            @Override
            public void bound(HandlerInfo handler) {
                throw new IllegalStateException("of the listener");
            }

            @Override
            public void unbinding(HandlerInfo handler) {
                throw new IllegalStateException("of the listener");
            }
        });

        bind(1, "handler", "event.pattern", "a");
        watching.close();
        whiteboard.unbind(1L);

        assertThat(listener.news).containsExactly("bound [a][handler]");
        assertThat(order(listener.emitter, "a")).isEmpty();
    }

    @Test
    void aListedHandlerIsThereWhenItsListenerIsTold() {
        List<Integer> sizes = new ArrayList<>();
        whiteboard.watch(new HandlerBindingListener() {
            @Override
            public void bound(HandlerInfo handler) {
                sizes.add(whiteboard.handlers().size());
            }

            @Override
            public void unbinding(HandlerInfo handler) {
                sizes.add(whiteboard.handlers().size());
            }
        });

        bind(1, "handler", "event.pattern", "a");
        whiteboard.unbind(1L);

        assertThat(sizes).containsExactly(1, 1);
    }

    @Test
    void aHandlerThatGoesWhileListenersAreToldOfItIsNeverCalledAndTheLastNewsIsThatItWent() {
        Emitter emitter = Fixture.session(whiteboard, "s");
        News last = new News(emitter);
        whiteboard.watch(new HandlerBindingListener() {
            @Override
            public void bound(HandlerInfo handler) {
                whiteboard.unbind(handler.serviceId());
            }

            @Override
            public void unbinding(HandlerInfo handler) {
                // Told by the unbinding above, before the next listener hears of the binding.
            }
        });
        whiteboard.watch(last);

        bind(1, "handler", "event.pattern", "a");

        assertThat(order(emitter, "a")).isEmpty();
        assertThat(last.news).last().isEqualTo("unbinding [a][]");
    }

    @Test
    void aSessionNeedsAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> whiteboard.create(Map.of()))
                .withMessageContaining("session.name");
    }

    @Test
    void closingTakesAllComponentsAwayAndLeavesWhatCodeRegistered() {
        Emitter emitter = Fixture.session(whiteboard, "s");
        emitter.register("a", named("code"));
        bind(1, "handler", "event.pattern", "a");

        whiteboard.close();
        whiteboard.unbind(1L);

        assertThat(order(emitter, "a")).containsExactly("code");
        assertThat(whiteboard.handlers()).isEmpty();
    }

    @Test
    void newsOfUnknownServicesAreIgnored() {
        whiteboard.updated(service(1, named("handler"), "event.pattern", "a"));
        whiteboard.unbind(1L);

        assertThat(whiteboard.handlers()).isEmpty();
    }

    @Test
    void theTimeoutIsAFrameworkPropertyInMilliseconds() {
        assertThat(EmitterComponent.timeout(null)).isEqualTo(30_000);
        assertThat(EmitterComponent.timeout(" 250 ")).isEqualTo(250);
        assertThat(EmitterComponent.timeout("soon")).isEqualTo(30_000);
        assertThat(EmitterComponent.timeout("-1")).isEqualTo(30_000);
    }

    @Test
    void aSessionCanDoWithoutWhatIsBuiltIn() {
        Emitter bare = whiteboard.create(Map.of(EmitterFactory.SESSION_NAME, "bare", EmitterFactory.SESSION_BUILT_INS,
                false));
        Emitter usual = Fixture.session(whiteboard, "usual");
        bind(1, "own", "event.pattern", "a");
        bind(2, "built in", "event.pattern", "a", "event.built.in", true);
        HandlerService ofService = service(3, named("of a service"), "event.pattern", "a");
        whiteboard.bind(new HandlerService(3L, ofService.handler(), ofService.properties(), 7, "services/1", true));

        assertThat(order(bare, "a")).containsExactly("own");
        assertThat(order(bare.copy(), "a")).containsExactly("own");
        assertThat(order(usual, "a")).containsExactly("own", "built in", "of a service");
        assertThat(whiteboard.handlers()).hasSize(3);
    }
}

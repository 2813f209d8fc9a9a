package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucuxi.emitter.Fixture.named;
import static org.tucuxi.emitter.Fixture.service;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EmitterFactory.HandlerInfo;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.GenericEvent;
import org.tucuxi.event.Section;

/** What service properties mean, and which are rejected with which reason. */
final class HandlerDescriptionTest {

    private static final class OnBeforeCall implements EventHandler<BeforeCall, BeforeCall.Answer> {
        @Override
        public BeforeCall.Answer handle(BeforeCall event) {
            return null;
        }
    }

    private static final class OnAfterCall implements EventHandler<AfterCall, Void> {
        @Override
        public Void handle(AfterCall event) {
            return null;
        }
    }

    private static final class OnGeneric implements EventHandler<GenericEvent, Object> {
        @Override
        public Object handle(GenericEvent event) {
            return null;
        }
    }

    private static HandlerInfo info(EventHandler<?, ?> handler, Object... properties) {
        return HandlerDescription.of(service(5, handler, properties)).info();
    }

    private static HandlerInfo pattern(EventHandler<?, ?> handler, Object pattern) {
        return info(handler, "event.pattern", pattern);
    }

    @Test
    void describesABoundHandler() {
        HandlerInfo info = info(new OnBeforeCall(), "event.pattern", "before-call.s3", "event.order", "LAST",
                "service.ranking", 9, "session.target", new String[] {"reports", "(session.region=eu-*)"});

        assertThat(info).isEqualTo(new HandlerInfo("com.example.Handler5", 7, "com.example.handlers/1.2.3", 5,
                List.of("before-call.s3"), Section.LAST, 9, List.of("reports", "(session.region=eu-*)"), null,
                List.of()));
    }

    @Test
    void aServiceWithoutComponentNameIsNamedByItsClass() {
        HandlerService service = new HandlerService(1, new OnBeforeCall(), Map.of("event.pattern", "before-call"), 7,
                "b");

        assertThat(HandlerDescription.of(service).info().component()).isEqualTo(OnBeforeCall.class.getName());
    }

    @Test
    void aPatternIsAStringAnArrayOrACollection() {
        assertThat(pattern(named("x"), "a.b").patterns()).containsExactly("a.b");
        assertThat(pattern(named("x"), new String[] {"a.b", "c"}).patterns()).containsExactly("a.b", "c");
        assertThat(pattern(named("x"), List.of("a.b", "c")).patterns()).containsExactly("a.b", "c");
    }

    @Test
    void withoutAPatternItIsRejected() {
        assertThat(info(named("x")).rejection()).contains("com.example.Handler5").contains("com.example.handlers/1.2.3")
                .contains("no service property event.pattern").contains("@EventPattern");
        assertThat(pattern(named("x"), new String[0]).rejection()).contains("no service property event.pattern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a..b", ".a", "a.", "a. b", "a b", "a\u00a0b", "\t"})
    void aMalformedPatternIsRejected(String malformed) {
        assertThat(pattern(named("x"), malformed).rejection()).contains("event.pattern \"" + malformed + '"')
                .contains("separated by single dots");
    }

    @Test
    void aPatternThatIsNoStringIsRejected() {
        assertThat(pattern(named("x"), 5).rejection()).contains("5 (java.lang.Integer)").contains("String[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "EARLY", ""})
    void aBadOrderIsRejected(String order) {
        assertThat(info(named("x"), "event.pattern", "a", "event.order", order).rejection())
                .contains("event.order is \"" + order + '"').contains("FIRST, MIDDLE or LAST");
    }

    @Test
    void anOrderMayBeTheConstantItself() {
        assertThat(info(named("x"), "event.pattern", "a", "event.order", Section.FIRST).section())
                .isEqualTo(Section.FIRST);
    }

    @Test
    void aBadFilterIsRejectedAndABlankTargetToo() {
        assertThat(info(named("x"), "event.pattern", "a", "session.target", "(session.region=").rejection())
                .contains("\"(session.region=\"").contains("(session.region=eu-west-1)");
        assertThat(info(named("x"), "event.pattern", "a", "session.target", " ").rejection()).contains("blank");
    }

    @Test
    void aHandlerOfAnotherEventClassIsRejected() {
        assertThat(pattern(new OnAfterCall(), "before-call.s3").rejection()).contains("com.example.Handler5")
                .contains("com.example.handlers/1.2.3").contains("takes AfterCall").contains("\"before-call.s3\"")
                .contains("EventHandler<BeforeCall, …>");
        assertThat(pattern(new OnBeforeCall(), "before-call.s3").isBound()).isTrue();
    }

    @Test
    void oneMisfitOfSeveralPatternsRejectsTheWholeHandler() {
        HandlerDescription description = HandlerDescription.of(service(5, new OnBeforeCall(), "event.pattern",
                new String[] {"before-call.s3", "after-call.s3"}));

        assertThat(description.info().rejection()).contains("after-call.s3");
        assertThat(description.paths()).isEmpty();
    }

    @Test
    void aWildcardInFirstPlaceNeedsAHandlerOfAnyEvent() {
        assertThat(pattern(new OnBeforeCall(), "*.s3").rejection()).contains("every class")
                .contains("EventHandler<Event<Object>, Object>");
        assertThat(pattern(named("any"), "*.s3").isBound()).isTrue();
        assertThat(pattern(new OnBeforeCall(), "before-call.*").isBound()).isTrue();
    }

    @Test
    void anUnknownFirstPartStandsForGenericEvents() {
        assertThat(pattern(new OnGeneric(), "my-event").isBound()).isTrue();
        assertThat(pattern(new OnBeforeCall(), "my-event").rejection()).contains("GenericEvent");
        assertThat(pattern(new OnGeneric(), "before-call").rejection()).contains("BeforeCall");
    }

    @Test
    void aHandlerThatDoesNotTellItsEventIsAccepted() {
        assertThat(pattern((EventHandler<AfterCall, Void>) event -> null, "before-call.s3").isBound()).isTrue();
    }

    @Test
    void aStarInsideAPartIsNotedButBound() {
        HandlerInfo info = pattern(new OnBeforeCall(), new String[] {"before-call.s3.Put*", "before-call.*.PutObject"});

        assertThat(info.isBound()).isTrue();
        assertThat(info.notes()).singleElement().asString().contains("\"before-call.s3.Put*\" never matches")
                .contains("\"before-call.s3.*\"");
    }

    @Test
    void patternsThatMeetUnderOneAliasCountOnce() {
        HandlerDescription description = HandlerDescription.of(service(5, named("x"), "event.pattern",
                new String[] {"a.events", "a.eventbridge", "a.events"}));

        assertThat(description.paths()).singleElement().isEqualTo(new String[] {"a", "eventbridge"});
    }

    @Test
    void aRankingOfAnotherTypeIsZero() {
        assertThat(info(named("x"), "event.pattern", "a", "service.ranking", "9").ranking()).isZero();
    }
}

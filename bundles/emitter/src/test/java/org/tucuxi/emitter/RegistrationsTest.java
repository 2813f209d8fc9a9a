package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tucuxi.emitter.Fixture.named;
import static org.tucuxi.emitter.Fixture.order;

import org.junit.jupiter.api.Test;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.Registration;

/** Unique ids, unregistering, copies: what code may do to an emitter. */
final class RegistrationsTest {

    private final Emitter emitter = Fixture.emitter();

    @Test
    void aKnownIdIsIgnoredUnderAnyNameAndForAnyHandler() {
        emitter.register("a", named("one"), "id");
        emitter.register("a", named("two"), "id");
        emitter.registerFirst("b", named("three"), "id");

        assertThat(order(emitter, "a")).containsExactly("one");
        assertThat(order(emitter, "b")).isEmpty();
    }

    @Test
    void aCountedIdStaysUntilItsLastCountIsGivenBack() {
        emitter.register("a", named("one"), "id", true);
        emitter.register("a", named("one"), "id", true);

        emitter.unregister("a", null, "id", true);
        assertThat(order(emitter, "a")).containsExactly("one");

        emitter.unregister("a", null, "id", true);
        assertThat(order(emitter, "a")).isEmpty();
    }

    @Test
    void countingAndNotCountingDoNotMix() {
        emitter.register("a", named("one"), "plain");
        emitter.register("a", named("two"), "counted", true);

        assertThatIllegalArgumentException().isThrownBy(() -> emitter.register("a", named("x"), "plain", true))
                .withMessageContaining("plain").withMessageContaining("usesCount=false");
        assertThatIllegalArgumentException().isThrownBy(() -> emitter.register("a", named("x"), "counted", false));
        assertThatIllegalArgumentException().isThrownBy(() -> emitter.unregister("a", null, "plain", true));
        assertThatIllegalArgumentException().isThrownBy(() -> emitter.unregister("a", null, "counted", false));
        assertThat(order(emitter, "a")).containsExactly("one", "two");
    }

    @Test
    void unregisteringAnIdRemovesItsHandlerWhateverHandlerIsGiven() {
        emitter.register("a", named("one"), "id");
        Fixture.Named other = named("two");
        emitter.register("a", other);

        emitter.unregister("a", other, "id", false);

        assertThat(order(emitter, "a")).containsExactly("two");
    }

    @Test
    void anIdUnregisteredUnderAnotherNameIsForgottenButItsHandlerStays() {
        Fixture.Named one = named("one");
        emitter.register("a", one, "id");

        emitter.unregister("b", null, "id", false);
        emitter.register("a", one, "id");

        assertThat(order(emitter, "a")).containsExactly("one", "one");
    }

    @Test
    void unknownIdsNamesAndHandlersAreIgnored() {
        emitter.register("a.b", named("one"));

        emitter.unregister("a.b", null, "unknown", true);
        emitter.unregister("a.b.c", named("one"));
        emitter.unregister("a.b", named("another"));
        emitter.unregister("a.b", null);

        assertThat(order(emitter, "a.b")).containsExactly("one");
    }

    @Test
    void unregisteringFromANodeThatNeverHadHandlersDoesNothing() {
        Fixture.Named one = named("one");
        emitter.register("a.b", one, "id");

        emitter.unregister("a", one);
        emitter.unregister("a", null, "id", false);

        assertThat(order(emitter, "a.b")).containsExactly("one");
    }

    @Test
    void theFirstEqualHandlerGoesAndTheFirstSectionIsSearchedFirst() {
        record Same(String key) implements EventHandler<Event<Object>, Object> {
            @Override
            public Object handle(Event<Object> event) {
                return key;
            }
        }

        emitter.registerLast("a", new Same("k"));
        emitter.register("a", named("between"));
        emitter.registerFirst("a", new Same("k"));
        emitter.unregister("a", new Same("k"));

        assertThat(emitter.emit(Fixture.event("a"))).extracting("value").containsExactly(null, "k");
    }

    @Test
    void aStarInUnregisterIsTheWildcardNode() {
        Fixture.Named one = named("one");
        emitter.register("a.*", one);
        emitter.register("a.b", one);

        emitter.unregister("a.*", one);

        assertThat(order(emitter, "a.b")).hasSize(1);
    }

    @Test
    void aCopyHasWhatWasThereAndBothGoTheirOwnWayAfterwards() {
        Fixture.Named before = named("before");
        emitter.register("a", before);

        Emitter copy = emitter.copy();
        emitter.register("a", named("original"));
        copy.register("a", named("copy"));
        copy.unregister("a", before);

        assertThat(order(emitter, "a")).containsExactly("before", "original");
        assertThat(order(copy, "a")).containsExactly("copy");
    }

    @Test
    void countersOfUniqueIdsAreNotSharedByCopies() {
        emitter.register("a", named("one"), "id", true);
        emitter.register("a", named("one"), "id", true);
        Emitter copy = emitter.copy();

        copy.unregister("a", null, "id", true);
        copy.unregister("a", null, "id", true);
        emitter.unregister("a", null, "id", true);

        assertThat(order(copy, "a")).isEmpty();
        assertThat(order(emitter, "a")).containsExactly("one");
    }

    @Test
    void aHandlerAndANameAreRequired() {
        assertThatIllegalArgumentException().isThrownBy(() -> emitter.register("a", null)).withMessageContaining("'a'");
    }

    @Test
    void closingARegistrationTakesItBackOnce() {
        Fixture.Named one = named("one");
        Registration first = emitter.register("a", one);
        emitter.register("a", one);

        first.close();
        first.close();

        assertThat(order(emitter, "a")).containsExactly("one");
    }

    @Test
    void closingACountedRegistrationGivesOneCountBack() {
        Registration first = emitter.register("a", named("one"), "id", true);
        Registration second = emitter.register("a", named("one"), "id", true);

        first.close();
        assertThat(order(emitter, "a")).hasSize(1);

        second.close();
        assertThat(order(emitter, "a")).isEmpty();
    }

    @Test
    void closingARegistrationThatWasIgnoredLeavesTheOneThatCounts() {
        emitter.register("a", named("one"), "id");
        Registration ignored = emitter.register("b", named("two"), "id");

        ignored.close();

        emitter.register("a", named("again"), "id");
        assertThat(order(emitter, "a")).containsExactly("one");
    }

    @Test
    void closingARegistrationWhoseIdIsRegisteredInAnotherWayMeanwhileDoesNothing() {
        Registration counted = emitter.register("a", named("one"), "id", true);
        emitter.unregister("a", null, "id", true);
        emitter.register("a", named("two"), "id");

        counted.close();

        assertThat(order(emitter, "a")).containsExactly("two");
    }

    @Test
    void whatCodeRegisteredCanBeShown() {
        emitter.registerLast("b.c", named("last"));
        emitter.register("b.c", named("middle"), "id");
        emitter.registerFirst("a.*", named("first"));
        emitter.register("gone", named("gone")).close();

        assertThat(emitter.registered()).extracting(one -> one.name() + ' ' + one.section() + ' ' + one.uniqueId())
                .containsExactly("a.* FIRST null", "b.c MIDDLE id", "b.c LAST null");
        assertThat(emitter.copy().registered()).isEqualTo(emitter.registered());
    }
}

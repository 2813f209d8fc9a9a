package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucuxi.emitter.Fixture.event;

import org.junit.jupiter.api.Test;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.GenericEvent;

/** The alias table, beyond what the recorded scripts compare key by key. */
final class AliasesTest {

    @Test
    void aWholePartIsReplacedWhereverItIsButOnlyOnce() {
        assertThat(Aliases.apply("before-call.config.X")).isEqualTo("before-call.config-service.X");
        assertThat(Aliases.apply("getattr.s3.config")).isEqualTo("getattr.s3.config-service");
        assertThat(Aliases.apply("config.config")).isEqualTo("config-service.config");
        assertThat(Aliases.apply("before-call.reconfig")).isEqualTo("before-call.reconfig");
    }

    @Test
    void theFirstAliasInTableOrderWins() {
        assertThat(Aliases.apply("x.events.config")).isEqualTo("x.events.config-service");
    }

    @Test
    void aDottedKeyReplacesARunOfParts() {
        assertThat(Aliases.apply("before-call.data.iot.Publish")).isEqualTo("before-call.iot-data-plane.Publish");
    }

    @Test
    void aDottedKeyThatIsNotAlignedEndsTheScanAllTheSame() {
        assertThat(Aliases.apply("x.mydata.iot.events")).isEqualTo("x.mydata.iot.events");
        assertThat(Aliases.apply("x.events")).isEqualTo("x.eventbridge");
    }

    @Test
    void aNameWithoutAliasStaysTheSameString() {
        String name = "before-call.s3.PutObject";

        assertThat(Aliases.apply(name)).isSameAs(name);
    }

    @Test
    void theEventCarriesTheNameUnderWhichItIsEmitted() {
        Emitter emitter = Fixture.emitter();
        StringBuilder seen = new StringBuilder();
        emitter.register("x.eventbridge", (Event<Object> event) -> seen.append(event.name()) == null ? null : null);
        GenericEvent event = event("x.events");

        emitter.emit(event);

        assertThat(seen).hasToString("x.eventbridge");
        assertThat(event.name()).isEqualTo("x.eventbridge");
    }

    @Test
    void soItDoesWhenNobodyListens() {
        GenericEvent event = event("x.events");

        Fixture.emitter().emitUntilResponse(event);

        assertThat(event.name()).isEqualTo("x.eventbridge");
    }

    @Test
    void aSlotHasTheAliasedNameAndNamesThatMeetThereAreKeptApart() {
        Emitter emitter = Fixture.emitter();

        // The table is not idempotent: this name becomes the next one, which becomes a third.
        assertThat(emitter.slot("a.config.events").name()).isEqualTo("a.config-service.events");
        assertThat(emitter.slot("a.config-service.events").name()).isEqualTo("a.config-service.eventbridge");
    }
}

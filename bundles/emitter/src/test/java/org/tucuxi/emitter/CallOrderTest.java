package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucuxi.emitter.Fixture.named;
import static org.tucuxi.emitter.Fixture.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tucuxi.event.Emitter;

/** Which handlers an emission calls, and in which order. */
final class CallOrderTest {

    private final Emitter emitter = Fixture.emitter();

    private void register(String... names) {
        for (String name : names) {
            emitter.register(name, named(name));
        }
    }

    @Test
    void aRegistrationMatchesTheLeadingPartsOfAName() {
        register("before-call.s3", "before-call.sqs", "before", "before-call.s3.PutObject.more");

        assertThat(order(emitter, "before-call.s3.PutObject")).containsExactly("before-call.s3");
    }

    @Test
    void deeperRunsBeforeShallower() {
        register("a", "a.b", "a.b.c");

        assertThat(order(emitter, "a.b.c")).containsExactly("a.b.c", "a.b", "a");
    }

    @Test
    void theWholeWildcardSubtreeRunsBeforeTheWholeLiteralOneWhateverTheOrderOfRegistration() {
        List<String> expected = List.of("*.*.*", "*.*.c", "*.*", "*.b.*", "*.b.c", "*.b", "*", "a.*.*", "a.*.c", "a.*",
                "a.b.*", "a.b.c", "a.b", "a");
        List<String> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(3));
        register(shuffled.toArray(new String[0]));

        assertThat(order(emitter, "a.b.c")).isEqualTo(expected);
    }

    @Test
    void aWildcardMatchesExactlyOnePart() {
        register("a.*.*");

        assertThat(order(emitter, "a.b")).isEmpty();
        assertThat(order(emitter, "a.b.c")).hasSize(1);
        assertThat(order(emitter, "a.b.c.d")).hasSize(1);
    }

    @Test
    void aStarInsideAPartIsNoWildcard() {
        register("a.Put*");

        assertThat(order(emitter, "a.PutObject")).isEmpty();
        assertThat(order(emitter, "a.Put*")).containsExactly("a.Put*");
    }

    @Test
    void anEmittedStarTakesTheWildcardNodeTwice() {
        register("a.*");

        assertThat(order(emitter, "a.*")).containsExactly("a.*", "a.*");
    }

    @Test
    void emptyPartsAreParts() {
        register("", "a.", "a..b", ".");

        assertThat(order(emitter, "")).containsExactly("");
        assertThat(order(emitter, ".")).containsExactly(".", "");
        assertThat(order(emitter, "a..b")).containsExactly("a..b", "a.");
    }

    @Test
    void sectionsFollowEachOtherInsideANode() {
        emitter.registerLast("x", named("last 1"));
        emitter.register("x", named("middle 1"));
        emitter.registerFirst("x", named("first 1"));
        emitter.register("x", named("middle 2"));
        emitter.registerFirst("x", named("first 2"));
        emitter.registerLast("x", named("last 2"));

        assertThat(order(emitter, "x")).containsExactly("first 1", "first 2", "middle 1", "middle 2", "last 1",
                "last 2");
    }

    @Test
    void sectionsAreLocalToTheirNode() {
        emitter.registerFirst("x", named("first of x"));
        emitter.registerLast("x.y", named("last of x.y"));

        assertThat(order(emitter, "x.y")).containsExactly("last of x.y", "first of x");
    }

    @Test
    void aHandlerRunsAsOftenAsItIsRegistered() {
        register("a", "a");

        assertThat(order(emitter, "a")).containsExactly("a", "a");
    }

    @Test
    void registrationAndEmissionMeetUnderTheAlias() {
        register("before-call.events");

        assertThat(order(emitter, "before-call.eventbridge.PutEvents")).hasSize(1);
        assertThat(order(emitter, "before-call.events.PutEvents")).hasSize(1);
    }
}

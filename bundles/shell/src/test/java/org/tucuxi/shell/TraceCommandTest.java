package org.tucuxi.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucuxi.event.EmissionObserver.Step;

class TraceCommandTest {

    private final Platform platform = new Platform();
    private final FakeSession session = new FakeSession("default");
    private final Output out = new Output();
    private final TraceCommand command = new TraceCommand(platform);

    @BeforeEach
    void start() {
        platform.sessions = session;
    }

    @AfterEach
    void stop() {
        command.deactivate();
    }

    @Test
    void aTraceShowsWhoRanWhoAnsweredAndWhoFailed() {
        trace("start");
        session.events.tell("before-call.s3.HeadBucket", new Step("AddHeader", null, null, 10_000),
                new Step("Cache", new Answer(), null, 20_000), new Step("Limit", Duration.ofSeconds(1), null, 0));
        session.events.tell("needs-retry.s3.HeadBucket", new Step("Retry", null, new IllegalStateException("x"), 0));
        session.events.tell("after-call.s3.HeadBucket");

        trace("stop");

        assertThat(out.text()).isEqualTo("""
                before-call.s3.HeadBucket  1.23 ms
                    AddHeader  0.01 ms
                    Cache  0.02 ms  answered Answer
                    Limit  0.00 ms  answered PT1S
                needs-retry.s3.HeadBucket  1.23 ms
                    Retry  0.00 ms  failed: IllegalStateException
                after-call.s3.HeadBucket  1.23 ms  (nobody listens)
                """);
        assertThat(session.events.observers).isEmpty();
    }

    @Test
    void aPatternSelectsByLeadingPartsAndStars() {
        trace("start", "before-call.*.HeadBucket");
        session.events.tell("before-call.s3.HeadBucket");
        session.events.tell("before-call.s3.GetObject");
        session.events.tell("before-call.s3");

        trace("stop");

        assertThat(out.text()).isEqualTo("before-call.s3.HeadBucket  1.23 ms  (nobody listens)\n");
    }

    @Test
    void showPrintsWhatCameSinceTheLastTime() {
        trace("start");
        session.events.tell("one");
        trace("show");
        session.events.tell("two");
        trace("show");
        trace("stop");

        assertThat(out.text().lines()).satisfiesExactly(one -> assertThat(one).startsWith("one"),
                two -> assertThat(two).startsWith("two"));
    }

    @Test
    void whatNobodyLooksAtIsBoundedAndTheLatestIsKept() {
        trace("start");
        for (int i = 0; i < 1_500; i++) {
            session.events.tell("event-" + i);
        }
        trace("stop");

        assertThat(out.text()).contains("(500 emissions left out", "event-500 ", "event-1499 ")
                .doesNotContain("event-499 ");
    }

    @Test
    void withoutAVerbTheTraceRunsUntilEnter() throws IOException {
        PipedInputStream in = new PipedInputStream();
        try (PipedOutputStream keyboard = new PipedOutputStream(in)) {
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> command.trace(in, out.stream));
            while (session.events.observers.isEmpty() && !running.isDone()) {
                Thread.onSpinWait();
            }

            session.events.tell("before-call.s3.HeadBucket");
            keyboard.write('\n');
            running.orTimeout(10, TimeUnit.SECONDS).join();
        }

        assertThat(out.text()).contains("press Enter to end", "before-call.s3.HeadBucket");
        assertThat(session.events.observers).isEmpty();
    }

    @Test
    void stoppingWhatDoesNotRunIsSaid() {
        assertThatThrownBy(() -> trace("stop")).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("No trace of the session default is running");
    }

    private void trace(Object... arguments) {
        command.trace(InputStream.nullInputStream(), out.stream, arguments);
    }

    private record Answer() {
    }
}

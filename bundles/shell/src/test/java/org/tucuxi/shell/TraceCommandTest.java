package org.tucuxi.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.GenericEvent;

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
        session.events.register("before-call.s3", new Handler(null));
        session.events.register("before-call.s3", new Handler(new Answer()));
        session.events.register("needs-retry.s3", new Failing());
        trace("start");
        session.emit("before-call.s3.HeadBucket");
        assertThatThrownBy(() -> session.emit("needs-retry.s3.HeadBucket")).hasMessage("x");
        session.emit("after-call.s3.HeadBucket");

        trace("stop");

        assertThat(shown()).isEqualTo("""
                before-call.s3.HeadBucket  # ms
                    Handler  # ms
                    Handler  # ms  answered Answer
                needs-retry.s3.HeadBucket  # ms
                    Failing  # ms  failed: IllegalStateException
                after-call.s3.HeadBucket  # ms  (nobody listens)
                """);
        assertThat(session.isWatched()).isFalse();
    }

    @Test
    void aPatternSelectsByLeadingPartsAndStars() {
        trace("start", "before-call.*.HeadBucket");
        session.emit("before-call.s3.HeadBucket");
        session.emit("before-call.s3.GetObject");
        session.emit("before-call.s3");

        trace("stop");

        assertThat(shown()).isEqualTo("before-call.s3.HeadBucket  # ms  (nobody listens)\n");
    }

    @Test
    void showPrintsWhatCameSinceTheLastTime() {
        trace("start");
        session.emit("one");
        trace("show");
        session.emit("two");
        trace("show");
        trace("stop");

        assertThat(out.text().lines()).satisfiesExactly(one -> assertThat(one).startsWith("one"),
                two -> assertThat(two).startsWith("two"));
    }

    @Test
    void whatNobodyLooksAtIsBoundedAndTheLatestIsKept() {
        trace("start");
        for (int i = 0; i < 1_500; i++) {
            session.emit("event-" + i);
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
            while (!session.isWatched() && !running.isDone()) {
                Thread.onSpinWait();
            }

            session.emit("before-call.s3.HeadBucket");
            keyboard.write('\n');
            running.orTimeout(10, TimeUnit.SECONDS).join();
        }

        assertThat(out.text()).contains("press Enter to end", "before-call.s3.HeadBucket");
        assertThat(session.isWatched()).isFalse();
    }

    @Test
    void stoppingWhatDoesNotRunIsSaid() {
        assertThatThrownBy(() -> trace("stop")).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("No trace of the session default is running");
    }

    private void trace(Object... arguments) {
        command.trace(InputStream.nullInputStream(), out.stream, arguments);
    }

    /** What was printed, without what differs from run to run. */
    private String shown() {
        return out.text().replaceAll("[0-9]+\\.[0-9]{2} ms", "# ms").replace("org.tucuxi.shell.TraceCommandTest$", "");
    }

    private record Answer() {
    }

    private record Handler(Object answer) implements EventHandler<GenericEvent, Object> {

        @Override
        public Object handle(GenericEvent event) {
            return answer;
        }
    }

    private static final class Failing implements EventHandler<GenericEvent, Object> {

        @Override
        public Object handle(GenericEvent event) {
            throw new IllegalStateException("x");
        }
    }
}

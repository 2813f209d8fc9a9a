package org.tucuxi.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tucuxi.Session;

/** {@code tucuxi:trace}: the events of a session, as they are emitted. */
@Component(service = TraceCommand.class, property = {"osgi.command.scope=tucuxi", "osgi.command.function=trace"},
        // Shells hold a command only while it runs; traces must live longer.
        immediate = true)
public final class TraceCommand {

    static final String USAGE = "tucuxi:trace [start | show | stop] [-s session] [pattern]; without a verb"
            + " events are shown as they come, until Enter is pressed";

    private static final Set<String> VERBS = Set.of("start", "show", "stop");
    private static final long PATIENCE_MILLIS = 2_000;

    private final Platform platform;
    private final Map<String, Trace> running = new ConcurrentHashMap<>();

    /**
     * Made by the component runtime.
     *
     * @param platform the parts of the platform
     */
    @Activate
    public TraceCommand(@Reference Platform platform) {
        this.platform = platform;
    }

    @Deactivate
    void deactivate() {
        running.values().forEach(Trace::close);
        running.clear();
    }

    /**
     * The command; see {@link #USAGE}.
     *
     * @param arguments what was typed
     */
    public void trace(Object... arguments) {
        trace(System.in, System.out, arguments);
    }

    void trace(InputStream in, PrintStream out, Object... arguments) {
        Options options = Options.of(USAGE, Set.of("-s"), Set.of(), arguments);
        String verb = options.text(0);
        boolean spoken = verb != null && VERBS.contains(verb);
        options.atMost(spoken ? 2 : 1);
        String pattern = options.text(spoken ? 1 : 0);
        String session = options.value("-s") == null ? Session.DEFAULT_NAME : options.value("-s");
        CommandFailure.guard(false, out, () -> {
            if (!spoken) {
                follow(platform.session(session), pattern, in, out);
                return;
            }
            switch (verb) {
                case "start" -> start(platform.session(session), pattern);
                case "show" -> running(running.get(session), session).show(out);
                default -> stop(session, out);
            }
        });
    }

    private void start(Session session, String pattern) {
        // A trace that runs already is replaced: its pattern may be another.
        Trace before = running.put(session.name(), new Trace(session, pattern));
        if (before != null) {
            before.close();
        }
    }

    private void stop(String session, PrintStream out) {
        try (Trace trace = running(running.remove(session), session)) {
            trace.show(out);
        }
    }

    private Trace running(Trace trace, String session) {
        if (trace == null) {
            throw new CommandFailure("No trace of the session " + session + " is running; running are "
                    + running.keySet());
        }
        return trace;
    }

    private static void follow(Session session, String pattern, InputStream in, PrintStream out) throws IOException {
        out.println("Tracing the session " + session.name() + "; press Enter to end.");
        out.flush();
        try (Trace trace = new Trace(session, pattern)) {
            // A thread inherits the terminal of the command that starts it, for as long as the command runs.
            Thread printer = new Thread(() -> trace.follow(out), "tucuxi-trace-" + session.name());
            printer.setDaemon(true);
            printer.start();
            try {
                awaitEnter(in);
            } finally {
                end(printer);
            }
        }
    }

    private static void awaitEnter(InputStream in) throws IOException {
        // Enter is CR in a raw terminal and LF elsewhere; 3 is Ctrl-C where the terminal does not make a signal of it.
        int typed;
        do {
            typed = in.read();
        } while (typed >= 0 && typed != '\n' && typed != '\r' && typed != 3 && !Thread.currentThread().isInterrupted());
    }

    private static void end(Thread printer) {
        printer.interrupt();
        try {
            printer.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

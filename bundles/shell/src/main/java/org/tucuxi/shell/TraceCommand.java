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

    static final String USAGE = "tucuxi:trace [start | stop] [-s session] [pattern], without a verb until Enter is pressed";

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
        boolean spoken = "start".equals(verb) || "stop".equals(verb);
        options.atMost(spoken ? 2 : 1);
        String pattern = options.text(spoken ? 1 : 0);
        String session = options.value("-s") == null ? Session.DEFAULT_NAME : options.value("-s");
        CommandFailure.guard(false, out, () -> {
            if (!spoken) {
                follow(platform.session(session), pattern, in, out);
            } else if ("start".equals(verb)) {
                start(platform.session(session), pattern, out);
            } else {
                stop(session);
            }
        });
    }

    private void start(Session session, String pattern, PrintStream out) {
        // A trace that runs already is replaced: its pattern may be another.
        Trace before = running.put(session.name(), new Trace(session, pattern, out));
        if (before != null) {
            before.close();
        }
    }

    private void stop(String session) {
        Trace trace = running.remove(session);
        if (trace == null) {
            throw new CommandFailure("No trace of the session " + session + " is running; running are "
                    + running.keySet());
        }
        trace.close();
    }

    private static void follow(Session session, String pattern, InputStream in, PrintStream out) throws IOException {
        out.println("Tracing the session " + session.name() + "; press Enter to end.");
        out.flush();
        try (Trace trace = new Trace(session, pattern, out)) {
            // Enter is CR in a raw terminal and LF elsewhere; 3 is Ctrl-C where the terminal does not make a signal of it.
            int typed;
            do {
                typed = in.read();
            } while (typed >= 0 && typed != '\n' && typed != '\r' && typed != 3 && !Thread.currentThread().isInterrupted());
        }
    }
}

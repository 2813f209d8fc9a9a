package org.tucuxi.shell;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tucuxi.Client;
import org.tucuxi.Session;
import org.tucuxi.event.Registration;
import org.tucuxi.http.StreamingBody;

/** {@code tucuxi:call}: one call of one operation, JSON in and out. */
@Component(service = CallCommand.class, property = {"osgi.command.scope=tucuxi", "osgi.command.function=call"})
public final class CallCommand {

    private final Platform platform;

    /**
     * Made by the component runtime.
     *
     * @param platform the parts of the platform
     */
    @Activate
    public CallCommand(@Reference Platform platform) {
        this.platform = platform;
    }

    /**
     * The command; see {@link CallArguments#USAGE}.
     *
     * @param arguments what was typed
     */
    public void call(Object... arguments) {
        call(System.out, System.err, arguments);
    }

    void call(PrintStream out, PrintStream err, Object... arguments) {
        CallArguments parsed = CallArguments.of(arguments);
        CommandFailure.guard(parsed.verbose(), err, () -> {
            if (parsed.profile() == null) {
                call(platform.session(parsed.session()), parsed, out);
                return;
            }
            try (Session session = platform.sessions().builder().name("shell").profile(parsed.profile()).build()) {
                call(session, parsed, out);
            }
        });
    }

    private static void call(Session session, CallArguments arguments, PrintStream out) throws IOException {
        BodyFile file = arguments.out() == null ? null : new BodyFile(arguments.out());
        if (file != null) {
            // Before the call: it may change something that cannot be done twice.
            file.check();
        }
        try (Registration trace = arguments.trace() ? trace(session, out) : () -> { };
                Client client = session.client(arguments.service(), arguments.config())) {
            Map<String, Object> result = client.call(arguments.operation(), arguments.parameters());
            if (file != null) {
                save(result, file);
            }
            Json.print(result, new OutputStreamWriter(out, StandardCharsets.UTF_8));
        }
    }

    private static Registration trace(Session session, PrintStream out) {
        return session.events().observe(emission -> TraceFormat.lines(emission).forEach(out::println));
    }

    private static void save(Map<String, Object> result, BodyFile file) throws IOException {
        for (Map.Entry<String, Object> member : result.entrySet()) {
            if (member.getValue() instanceof StreamingBody body) {
                long bytes = file.write(body);
                member.setValue("(" + bytes + " bytes in " + file + ")");
                return;
            }
        }
        throw new CommandFailure("--out keeps a streaming body, but the result has none; its members are "
                + result.keySet());
    }
}

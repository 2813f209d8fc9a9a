package org.tucuxi.shell;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tucuxi.Session;
import org.tucuxi.TucuxiException;
import org.tucuxi.config.Configuration;
import org.tucuxi.event.EmitterFactory.HandlerInfo;
import org.tucuxi.model.ModelCatalog;
import org.tucuxi.model.ModelLoader;

/**
 * The commands that show what is there: services, sessions, handlers, configuration, and what is missing.
 */
@Component(service = ListCommands.class, property = {"osgi.command.scope=tucuxi", "osgi.command.function=services",
    "osgi.command.function=sessions", "osgi.command.function=handlers", "osgi.command.function=config",
    "osgi.command.function=missing"})
public final class ListCommands {

    private final Platform platform;

    /**
     * Made by the component runtime.
     *
     * @param platform the parts of the platform
     */
    @Activate
    public ListCommands(@Reference Platform platform) {
        this.platform = platform;
    }

    /**
     * {@code tucuxi:services}: service models by version, where they come from, and which cannot be used and why.
     *
     * @param arguments a text that the names must contain, or nothing
     */
    public void services(Object... arguments) {
        services(System.out, arguments);
    }

    /** {@code tucuxi:sessions}: all sessions that live, and what they miss. */
    public void sessions() {
        sessions(System.out);
    }

    /**
     * {@code tucuxi:handlers}: handler components, bound or rejected and why.
     *
     * @param arguments a text that bundle, component or pattern must contain, or nothing
     */
    public void handlers(Object... arguments) {
        handlers(System.out, arguments);
    }

    /**
     * {@code tucuxi:config}: the variables of a session and where each value came from.
     *
     * @param arguments the session's name, or nothing
     */
    public void config(Object... arguments) {
        config(System.out, arguments);
    }

    /** {@code tucuxi:missing}: the parts of the platform that are not there, and what waits for them. */
    public void missing() {
        missing(System.out);
    }

    void services(PrintStream out, Object... arguments) {
        String filter = only("tucuxi:services [text]", arguments);
        CommandFailure.guard(false, out, () -> {
            ModelLoader loader = platform.models();
            ModelCatalog catalog = loader.catalog(folders());
            Set<String> protocols = platform.protocols();
            Table table = new Table("SERVICE", "VERSION", "STATE", "SOURCE");
            for (ModelCatalog.Entry entry : catalog.entries()) {
                if (contains(filter, entry.service())) {
                    table.row(entry.service(), entry.apiVersion(), state(catalog, entry, protocols), entry.source());
                }
            }
            print(table, filter == null ? "No service models are there: install a service bundle, or set AWS_DATA_PATH"
                    : "No service has \"" + filter + "\" in its name", out);
            for (ModelLoader.Problem problem : loader.problems()) {
                out.println("Problem in " + problem.source() + ": " + problem.message());
            }
        });
    }

    private static String state(ModelCatalog catalog, ModelCatalog.Entry entry, Set<String> protocols) {
        if (entry.unavailable() != null) {
            return "unavailable: " + entry.unavailable();
        }
        if (!entry.types().contains(ModelCatalog.SERVICE)) {
            return "no model";
        }
        try {
            List<String> spoken = catalog.service(entry.service(), entry.apiVersion()).model().protocols();
            return spoken.isEmpty() || spoken.stream().anyMatch(protocols::contains) ? "ready"
                    : "protocol " + String.join(" or ", spoken) + " is missing";
        } catch (TucuxiException e) {
            return "broken: " + e.getMessage();
        }
    }

    /** The default session's folders, so that what is listed is what it can call. */
    private List<Path> folders() {
        if (platform.sessions == null || platform.sessions.sessions().isEmpty()) {
            return List.of();
        }
        Object folders = platform.sessions.sessions().get(0).configuration().get("data_path");
        if (folders == null) {
            return List.of();
        }
        String text = folders instanceof List<?> list
                ? String.join(java.io.File.pathSeparator, list.stream().map(String::valueOf).toList())
                : folders.toString();
        return List.of(text.split(java.io.File.pathSeparator)).stream().filter(folder -> !folder.isBlank())
                .map(Path::of).toList();
    }

    void sessions(PrintStream out) {
        CommandFailure.guard(false, out, () -> {
            Table table = new Table("SESSION", "PROFILE", "REGION", "SERVICES");
            for (Session session : platform.sessions().sessions()) {
                table.row(session.name(), session.profile().orElse(null), session.region().orElse(null),
                        session.availableServices().size());
            }
            print(table, "No session is there", out);
            missing(platform.sessions().missing(), out);
        });
    }

    void handlers(PrintStream out, Object... arguments) {
        String filter = only("tucuxi:handlers [text]", arguments);
        CommandFailure.guard(false, out, () -> {
            Table table = new Table("HANDLER", "BUNDLE", "PATTERNS", "ORDER", "RANKING", "SESSIONS", "STATE");
            for (HandlerInfo handler : platform.emitters().handlers()) {
                if (contains(filter, handler.component() + ' ' + handler.bundle() + ' ' + handler.patterns())) {
                    handlers(table, handler);
                }
            }
            RegisteredHandlers.of(platform.sessions == null ? List.of() : platform.sessions.sessions(), filter)
                    .forEach(row -> table.row(row));
            print(table, filter == null ? "No handler component is there"
                    : "No handler component has \"" + filter + "\" in its name, bundle or patterns", out);
        });
    }

    /** One line for each pattern: a handler with ten of them would make the table wider than any terminal. */
    private static void handlers(Table table, HandlerInfo handler) {
        List<String> patterns = handler.patterns();
        table.row(handler.component(), handler.bundleId() + " " + handler.bundle(),
                patterns.isEmpty() ? null : patterns.get(0), handler.section(), handler.ranking(),
                handler.sessionTargets().isEmpty() ? "all" : String.join(" ", handler.sessionTargets()),
                state(handler));
        for (int i = 1; i < patterns.size(); i++) {
            table.more(2, patterns.get(i));
        }
    }

    private static String state(HandlerInfo handler) {
        String state = handler.isBound() ? "bound" : "rejected: " + reason(handler);
        return handler.notes().isEmpty() ? state : state + " (" + String.join("; ", handler.notes()) + ")";
    }

    /** The row names handler and bundle already, with which the reason begins for the log. */
    private static String reason(HandlerInfo handler) {
        String known = "Handler " + handler.component() + " of bundle " + handler.bundle() + " is not bound: ";
        String reason = handler.rejection();
        return reason.startsWith(known) ? reason.substring(known.length()) : reason;
    }

    void config(PrintStream out, Object... arguments) {
        String session = only("tucuxi:config [session]", arguments);
        CommandFailure.guard(false, out, () -> {
            Table table = new Table("VARIABLE", "VALUE", "SOURCE");
            for (Configuration.Explanation line : platform.session(session).configuration().explain()) {
                table.row(line.variable(), line.value(), line.source());
            }
            print(table, "No variables are there", out);
        });
    }

    void missing(PrintStream out) {
        List<String> missing = platform.missing();
        missing(missing, out);
        if (missing.isEmpty()) {
            out.println("Nothing is missing.");
        }
    }

    private static void missing(List<String> missing, PrintStream out) {
        missing.forEach(line -> out.println("Missing: " + line));
    }

    private static void print(Table table, String otherwise, PrintStream out) {
        if (table.isEmpty()) {
            out.println(otherwise + ".");
        } else {
            table.print(out);
        }
    }

    private static String only(String usage, Object... arguments) {
        Options options = Options.of(usage, Set.of(), Set.of(), arguments);
        options.atMost(1);
        return options.text(0);
    }

    private static boolean contains(String filter, String text) {
        return filter == null || text.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
    }
}

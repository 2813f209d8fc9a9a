package org.tucuxi.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tucuxi.TucuxiException;
import org.tucuxi.model.ServicePackager;
import org.tucuxi.model.ServicePackager.Outcome;
import org.tucuxi.model.ServicePackager.ServiceBundle;
import org.tucuxi.model.ServicePackager.Source;

/** {@code tucuxi:import}: services of botocore's data, installed while everything runs. */
@Component(service = ImportCommand.class, property = {"osgi.command.scope=tucuxi", "osgi.command.function=import"})
public final class ImportCommand {

    static final String USAGE = "tucuxi:import source [service...]; the source is a path or file: URL of botocore's"
            + " folder \"data\", its wheel, or a zip of either; without services, all";

    /** More than this many lines tell nobody anything: then only what is not as usual is listed. */
    private static final int FEW = 20;

    private final Platform platform;

    /**
     * Made by the component runtime.
     *
     * @param platform the parts of the platform
     */
    @Activate
    public ImportCommand(@Reference Platform platform) {
        this.platform = platform;
    }

    /**
     * The command; see {@link #USAGE}. Gogo puts an underscore before names that Java keeps for itself.
     *
     * @param arguments what was typed
     */
    public void _import(Object... arguments) {
        run(System.out, arguments);
    }

    void run(PrintStream out, Object... arguments) {
        Options options = Options.of(USAGE, Set.of(), Set.of(), arguments);
        if (options.count() == 0) {
            throw options.wrong("The source is missing");
        }
        CommandFailure.guard(false, out, () -> {
            ServicePackager packager = platform.packager();
            try (Source source = packager.open(options.text(0))) {
                List<String> services = new ArrayList<>();
                for (int i = 1; i < options.count(); i++) {
                    services.add(options.text(i));
                }
                run(packager, source, services.isEmpty() ? source.services() : services, out);
            }
        });
    }

    private static void run(ServicePackager packager, Source source, List<String> services, PrintStream out) {
        if (services.isEmpty()) {
            throw new CommandFailure("There is no service in " + source.description());
        }
        long start = System.nanoTime();
        int[] counts = new int[Outcome.values().length];
        Table table = new Table("SERVICE", "VERSION", "RESULT");
        for (String service : services) {
            try {
                ServiceBundle bundle = source.bundle(service);
                Outcome outcome = packager.install(bundle);
                counts[outcome.ordinal()]++;
                if (services.size() <= FEW || outcome == Outcome.KEPT) {
                    table.row(service, bundle.version(), said(outcome));
                }
            } catch (TucuxiException e) {
                table.row(service, null, "broken: " + e.getMessage());
            }
        }
        if (!table.isEmpty()) {
            table.print(out);
        }
        int good = counts[0] + counts[1] + counts[2];
        out.println(source.description() + ": " + counts[Outcome.INSTALLED.ordinal()] + " installed, "
                + counts[Outcome.UPDATED.ordinal()] + " updated, " + counts[Outcome.KEPT.ordinal()] + " kept, "
                + (services.size() - good) + " broken, in " + Texts.millis(System.nanoTime() - start));
        if (good < services.size()) {
            throw new CommandFailure(services.size() - good + " of " + services.size()
                    + " services could not be imported");
        }
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case INSTALLED -> "installed";
            case UPDATED -> "updated";
            case KEPT -> "kept: the bundle that is there has handlers of its own, which would go with it";
        };
    }
}

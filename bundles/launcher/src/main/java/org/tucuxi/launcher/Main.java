package org.tucuxi.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.model.ModelException;

/** {@code java -jar tucuxi.jar}: the platform with a shell and a watched folder. */
public final class Main {

    private static final int WRONG_USAGE = 2;

    private Main() {
    }

    /**
     * Starts the platform and stays until it is stopped or the commands are done.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine line;
        try {
            line = CommandLine.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + ". --help says what can be given.");
            return WRONG_USAGE;
        }
        if (line.help()) {
            System.out.print(CommandLine.HELP);
            return 0;
        }
        useSimpleLogging();
        HeadStart.begin();
        // Jetty would start the whole management of the virtual machine, 30 ms, to learn this number.
        setUnlessGiven("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        try {
            return line.archive() == null ? run(line)
                    : new Archive(Home.ofLauncher(), line.archive(), line.commands()).make();
        } catch (UnsatisfiedException | ModelException | IOException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int run(CommandLine line) throws IOException, InterruptedException {
        boolean interactive = line.shell() && line.commands() == null && line.imports().isEmpty()
                && System.console() != null;
        // Gogo puts streams of its own in place of these as soon as it starts.
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        Tucuxi.Builder builder = Tucuxi.builder();
        if (line.imports().isEmpty()) {
            builder.deploy(line.deploy());
        }
        if (line.cache() != null) {
            builder.cache(line.cache());
        }
        if (line.shell()) {
            builder.shell();
        }
        if (!interactive) {
            // Gogo's own reading of the standard input would take the lines that are meant for us.
            builder.property("gosh.args", "--nointeractive --noshutdown");
        }
        Tucuxi tucuxi = start(builder);
        if (interactive || !line.shell()) {
            tucuxi.framework().awaitStop();
            return 0;
        }
        if (!line.imports().isEmpty()) {
            return new Import(line.deploy(), out, err).run(tucuxi.framework(), line.imports()) ? 0 : 1;
        }
        Commands commands = new Commands(tucuxi.framework(), in, out, err);
        boolean well = line.commands() == null ? commands.runLines(in) : commands.run(line.commands());
        return well ? 0 : 1;
    }

    /** A process may be told to stop while it starts: the hook waits for the start and then takes it back. */
    private static Tucuxi start(Tucuxi.Builder builder) {
        CompletableFuture<Tucuxi> started = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(
                () -> started.handle((tucuxi, failure) -> tucuxi).thenAccept(Main::close).join(), "tucuxi-stop"));
        try {
            Tucuxi tucuxi = builder.start();
            started.complete(tucuxi);
            return tucuxi;
        } catch (RuntimeException | Error e) {
            started.completeExceptionally(e);
            throw e;
        }
    }

    private static void close(Tucuxi tucuxi) {
        if (tucuxi != null) {
            tucuxi.close();
        }
    }

    /** The jar carries a backend for slf4j that only the command line uses: a program's own is not disturbed by it. */
    private static void useSimpleLogging() {
        setUnlessGiven("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        setUnlessGiven("slf4j.internal.verbosity", "WARN");
        setUnlessGiven("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        setUnlessGiven("org.slf4j.simpleLogger.showThreadName", "false");
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}

package org.tucuxi.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What {@code java -jar tucuxi.jar} was asked to do.
 *
 * @param deploy the watched folder
 * @param cache where unpacked bundles are kept, or null
 * @param archive where to make an installation that starts fast, or null
 * @param commands the commands to run, or null to read them
 * @param shell whether there is a shell
 * @param help whether only to say what can be asked
 * @param imports the source of services to import and the services, or empty
 */
record CommandLine(Path deploy, Path cache, Path archive, String commands, boolean shell, boolean help,
        List<String> imports) {

    static final String HELP = """
            java -jar tucuxi.jar [options]
            java -jar tucuxi.jar import SOURCE [SERVICE...] [--deploy DIR]

              import            make service bundles from botocore's folder "data", its wheel, or a zip of either, and
                                put them into the watched folder, so that every later start has them; without SERVICE,
                                all
              -c COMMANDS       run commands, separated by ';', and end; the status is 1 when one fails
              --deploy DIR      the watched folder, ./deploy unless given: bundles and *.cfg files dropped there
                                are installed while the platform runs
              --cache DIR       keep unpacked bundles there, so that later starts are faster
              --archive DIR     make an installation with a class-data archive in DIR, which starts fastest, and end
              --no-shell        no shell: run until the process is told to stop
              --help            this text

            With a terminal there is a shell (try tucuxi:services); without one, commands are read from the standard
            input, one a line, and the first that fails ends the run with status 1.
            Log messages go to the standard error stream, warnings and worse;
            -Dorg.slf4j.simpleLogger.defaultLogLevel=info shows more.
            """;

    private static final String IMPORT = "import";

    static CommandLine of(String... arguments) {
        Path deploy = Path.of("deploy");
        Path cache = null;
        Path archive = null;
        List<String> commands = new ArrayList<>();
        boolean shell = true;
        boolean help = false;
        boolean importing = arguments.length > 0 && arguments[0].equals(IMPORT);
        List<String> imports = new ArrayList<>();
        Iterator<String> rest = List.of(arguments).listIterator(importing ? 1 : 0);
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "-c" -> commands.add(value(option, rest));
                case "--deploy" -> deploy = Path.of(value(option, rest));
                case "--cache" -> cache = Path.of(value(option, rest));
                case "--archive" -> archive = Path.of(value(option, rest));
                case "--no-shell" -> shell = false;
                case "--help", "-h" -> help = true;
                default -> {
                    if (!importing || option.startsWith("-")) {
                        throw new IllegalArgumentException("Unknown option " + option);
                    }
                    imports.add(option);
                }
            }
        }
        if (importing && !help && (imports.isEmpty() || !shell || archive != null || !commands.isEmpty())) {
            throw new IllegalArgumentException("import takes a source, services, --deploy and --cache");
        }
        if (!shell && !commands.isEmpty()) {
            throw new IllegalArgumentException("Commands need the shell: give -c or --no-shell");
        }
        return new CommandLine(deploy, cache, archive, commands.isEmpty() ? null : String.join("; ", commands), shell,
                help, imports);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("Option " + option + " needs a value");
        }
        return rest.next();
    }
}

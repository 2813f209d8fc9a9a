package org.tucuxi.modeltool;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of {@link ModelPackager}. */
public final class Main {

    private static final String HELP = """
            Makes service bundles from botocore's data or from Smithy models.

              java -jar org.tucuxi.modeltool.jar --data DATA --service NAME --out FOLDER
              java -jar org.tucuxi.modeltool-cli.jar --smithy MODEL --out FOLDER

              --data DATA          botocore's folder "data", or its wheel or zip
              --smithy MODEL       a Smithy model (.json, .smithy, a jar of software.amazon.api.models) or a folder of
                                   those; instead of --data, may be repeated; needs the jar of the classifier cli
              --boto3 DATA         boto3's folder "data", or its wheel: adds the resources
              --service NAME       a service, for example sqs; may be repeated; "all" for all; with
                                   --smithy all are the default
              --out FOLDER         where to write; a container's deploy folder takes the bundles at once
              --source             write source folders (pom.xml and data) instead of jars
              --all-versions       all API versions of a service instead of the newest
              --source-version S   what the bundles say they are made from; default: botocore's version
              --partition-data     write endpoints.json and partitions.json
              --list               name the services and end
              --help               this text
            """;

    private Path data;
    private final List<Path> smithy = new ArrayList<>();
    private Path boto3;
    private Path out;
    private String sourceVersion;
    private boolean source;
    private boolean allVersions;
    private boolean partitionData;
    private boolean list;
    private boolean help;
    private final List<String> services = new ArrayList<>();

    private Main() {
    }

    /**
     * Runs the tool; ends the process with 0, with 1 when the data are at fault, or with 2 when the options are.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream output, PrintStream errors) {
        Main main = new Main();
        try {
            main.parse(arguments);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage() + "; --help shows the options");
            return 2;
        }
        if (main.help) {
            output.print(HELP);
            return 0;
        }
        try {
            main.work(output);
            return 0;
        } catch (PackagingException e) {
            errors.println(e.getMessage());
        } catch (UncheckedIOException e) {
            errors.println(e.getMessage() + ": " + e.getCause());
        }
        return 1;
    }

    private void parse(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--help", "-h" -> help = true;
                case "--list" -> list = true;
                case "--source" -> source = true;
                case "--all-versions" -> allVersions = true;
                case "--partition-data" -> partitionData = true;
                case "--data" -> data = Path.of(value(arguments, ++i));
                case "--smithy" -> smithy.add(Path.of(value(arguments, ++i)));
                case "--boto3" -> boto3 = Path.of(value(arguments, ++i));
                case "--out" -> out = Path.of(value(arguments, ++i));
                case "--service" -> services.add(value(arguments, ++i));
                case "--source-version" -> sourceVersion = value(arguments, ++i);
                default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
        }
        check();
    }

    private void check() {
        if (help) {
            return;
        }
        if (data == null && smithy.isEmpty()) {
            throw new IllegalArgumentException("--data is missing");
        }
        if (data != null && !smithy.isEmpty()) {
            throw new IllegalArgumentException("--data and --smithy exclude each other");
        }
        if (!list && out == null) {
            throw new IllegalArgumentException("--out is missing");
        }
        if (!list && !partitionData && services.isEmpty() && smithy.isEmpty()) {
            throw new IllegalArgumentException("--service is missing");
        }
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }

    private void work(PrintStream output) {
        if (smithy.isEmpty()) {
            pack(data, sourceVersion, output);
            return;
        }
        try (SmithyData converted = SmithyData.of(smithy)) {
            if (services.isEmpty()) {
                services.add("all");
            }
            pack(converted.folder(), sourceVersion == null ? converted.source() : sourceVersion, output);
        }
    }

    private void pack(Path folder, String version, PrintStream output) {
        try (ModelPackager packager = ModelPackager.open(folder, boto3, version, allVersions)) {
            if (list) {
                packager.services().forEach(output::println);
                return;
            }
            if (partitionData) {
                packager.writePartitionData(out).forEach(output::println);
            }
            for (String service : services.contains("all") ? packager.services() : services) {
                output.println(source ? packager.writeSource(service, out) : packager.writeBundle(service, out));
            }
        }
    }
}

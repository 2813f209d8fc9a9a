package org.tucuxi.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tucuxi.ClientConfig;

/** What {@code tucuxi:call} was asked to do. */
record CallArguments(String session, String profile, ClientConfig config, String service, String operation,
        Map<String, Object> parameters, Path out, boolean trace, boolean verbose) {

    static final String USAGE = "tucuxi:call [-s session] [-p profile] [-r region] [-e endpointUrl] [--in member=file]"
            + " [--out file] [-t] [-v] service operation ['{JSON}' | @file.json | [Name=value ...]]";

    private static final int LARGEST_FILE = 64 << 20;
    private static final Set<String> VALUED = Set.of("-s", "-p", "-r", "-e", "--in", "--out");
    private static final Set<String> FLAGS = Set.of("-t", "-v");

    static CallArguments of(Object... arguments) {
        Options options = Options.of(USAGE, VALUED, FLAGS, arguments);
        if (options.count() < 2) {
            throw options.wrong("Service and operation are needed");
        }
        options.atMost(3);
        if (options.has("-s") && options.has("-p")) {
            throw options.wrong("A session has its profile already: give -s or -p");
        }
        Map<String, Object> parameters = parameters(options.object(2));
        for (String in : options.all("--in")) {
            int equals = in.indexOf('=');
            if (equals < 1) {
                throw options.wrong("--in takes member=file, for example Body=report.pdf, not " + in);
            }
            parameters.put(in.substring(0, equals), readable(Path.of(in.substring(equals + 1))));
        }
        Path out = options.value("--out") == null ? null : Path.of(options.value("--out"));
        return new CallArguments(options.value("-s"), options.value("-p"), config(options), options.text(0),
                options.text(1), parameters, out, options.has("-t"), options.has("-v"));
    }

    private static ClientConfig config(Options options) {
        ClientConfig.Builder config = ClientConfig.builder();
        if (options.value("-r") != null) {
            config.regionName(options.value("-r"));
        }
        if (options.value("-e") != null) {
            config.endpointUrl(options.value("-e"));
        }
        return config.build();
    }

    private static Map<String, Object> parameters(Object given) {
        if (given == null) {
            return new LinkedHashMap<>();
        }
        if (given instanceof Map<?, ?> map) {
            // Gogo's own literal: [Bucket=b MaxKeys=3]
            Map<String, Object> result = new LinkedHashMap<>();
            map.forEach((name, value) -> result.put(String.valueOf(name), value));
            return result;
        }
        String text = given.toString().strip();
        return text.startsWith("@") ? Json.parseObject(read(Path.of(text.substring(1)))) : Json.parseObject(text);
    }

    private static String read(Path file) {
        readable(file);
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new CommandFailure(file + " is larger than " + LARGEST_FILE + " bytes: too large for parameters");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + file + ": " + e.getMessage());
        }
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandFailure("There is no readable file " + file.toAbsolutePath());
        }
        return file;
    }
}

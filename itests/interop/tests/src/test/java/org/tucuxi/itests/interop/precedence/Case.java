package org.tucuxi.itests.interop.precedence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One home folder, one environment, and what a program says: everything that configuration can come from. */
final class Case {

    /** The profile that most sources write into. */
    static final String PROFILE = "dev";

    private final Path home;
    final Map<String, String> environment = new TreeMap<>();
    final Map<String, Map<String, String>> config = new LinkedHashMap<>();
    final Map<String, Map<String, String>> credentials = new LinkedHashMap<>();
    final Map<String, Object> variables = new TreeMap<>();
    final Map<String, Object> clientConfig = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();
    String explicitProfile;
    String clientRegion;
    String clientEndpoint;
    List<String> explicitKeys;

    Case(Path home) {
        this.home = home;
        environment.put("HOME", home.toString());
        environment.put("PATH", System.getenv("PATH"));
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
    }

    Map<String, String> configProfile(String name) {
        return config.computeIfAbsent(name.equals("default") ? name : "profile " + name, key -> new LinkedHashMap<>());
    }

    Map<String, String> credentialsProfile(String name) {
        return credentials.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }

    /** A further file in the home folder. */
    Path file(String name, String text) {
        files.put(name, text);
        return home.resolve(name);
    }

    /** Writes all files into the home folder. */
    void write() throws IOException {
        if (!config.isEmpty()) {
            files.put(".aws/config", ini(config));
        }
        if (!credentials.isEmpty()) {
            files.put(".aws/credentials", ini(credentials));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = home.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static String ini(Map<String, Map<String, String>> sections) {
        StringBuilder text = new StringBuilder();
        sections.forEach((name, keys) -> {
            text.append('[').append(name).append("]\n");
            keys.forEach((key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        });
        return text.toString();
    }

    /** Everything, for the message of a test that fails. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("environment " + environment);
        lines.add("program: profile " + explicitProfile + ", variables " + variables + ", keys " + explicitKeys);
        lines.add("client: region " + clientRegion + ", endpoint " + clientEndpoint + ", config " + clientConfig);
        files.forEach((name, text) -> lines.add("--- " + name + "\n" + text));
        return String.join("\n", lines);
    }
}

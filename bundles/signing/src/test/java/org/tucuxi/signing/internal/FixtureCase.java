package org.tucuxi.signing.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.credentials.FrozenCredentials;

/**
 * A case of a fixture that a script in src/test/python has written: lines of a key and a text, cases parted by an empty
 * line.
 */
record FixtureCase(Map<String, List<String>> lines) {

    static List<FixtureCase> read(String resource) throws IOException {
        String fixture;
        try (var in = FixtureCase.class.getResourceAsStream(resource)) {
            fixture = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<FixtureCase> cases = new ArrayList<>();
        for (String block : fixture.split("\n\n")) {
            Map<String, List<String>> lines = new HashMap<>();
            for (String line : block.split("\n")) {
                int space = line.indexOf(' ');
                lines.computeIfAbsent(line.substring(0, space), key -> new ArrayList<>())
                        .add(line.substring(space + 1).translateEscapes());
            }
            cases.add(new FixtureCase(lines));
        }
        return cases;
    }

    String one(String key) {
        return lines.containsKey(key) ? lines.get(key).get(0) : null;
    }

    List<String> all(String key) {
        return lines.getOrDefault(key, List.of());
    }

    List<String[]> pairs(String key) {
        return all(key).stream().map(line -> line.split(":", 2)).toList();
    }

    FrozenCredentials credentials() {
        return new FrozenCredentials("AKIDEXAMPLE", Requests.SECRET, one("token"), null);
    }

    @Override
    public String toString() {
        return one("version") + ": " + one("case");
    }
}

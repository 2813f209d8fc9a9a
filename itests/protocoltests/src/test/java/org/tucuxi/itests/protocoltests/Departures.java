package org.tucuxi.itests.protocoltests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The cases that do not pass, each with its reason: lines of a name and a reason, which a colon separates. A {@code *}
 * at a name's end stands for the operations at which an error is told.
 */
final class Departures {

    private final Map<String, String> reasons = new LinkedHashMap<>();

    Departures() {
        try (var in = new BufferedReader(new InputStreamReader(
                Departures.class.getResourceAsStream("/departures.txt"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int colon = line.indexOf(": ");
                if (!line.startsWith("#") && colon > 0) {
                    reasons.put(line.substring(0, colon).strip(), line.substring(colon + 2).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a case does not pass; null when it has to. */
    String reason(String name) {
        String exact = reasons.get(name);
        return exact != null ? exact : reasons.get(name.substring(0, name.lastIndexOf('/')) + "/*");
    }

    /** The names that are listed. */
    Iterable<String> names() {
        return reasons.keySet();
    }
}

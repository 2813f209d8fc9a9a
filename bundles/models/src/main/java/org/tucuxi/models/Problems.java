package org.tucuxi.models;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.ModelLoader;

/** The models that cannot be used: the last thing that was wrong with each. */
final class Problems {

    private final Map<String, String> bySource = new ConcurrentHashMap<>();

    void add(String source, String message) {
        bySource.put(source, message);
    }

    void solved(String source) {
        bySource.remove(source);
    }

    /** Forgets everything about what a bundle or folder brought. */
    void forget(String sourcePrefix) {
        bySource.keySet().removeIf(source -> source.startsWith(sourcePrefix));
    }

    List<ModelLoader.Problem> list() {
        return new TreeMap<>(bySource).entrySet().stream()
                .map(entry -> new ModelLoader.Problem(entry.getKey(), entry.getValue())).toList();
    }
}

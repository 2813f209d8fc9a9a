package org.tucuxi.models;

import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tucuxi.model.LoadedService;
import org.tucuxi.model.ModelException;

/** What was read from one root. Models are read once; when two threads ask at once, both get the first one's result. */
final class ModelCache {

    private static final int ATTEMPTS = 5;

    private record ServiceKey(Parts model, Parts rules) {
    }

    /** A model as it was built, and the data that it was built from when a handler had changed them. */
    private record Built(LoadedService service, byte[] edited) {
    }

    /** Data that were handed out, and what they were before anybody could change them. */
    private record Data(Map<String, Object> tree, byte[] original) {
    }

    private final Problems problems;
    private final Map<ServiceKey, Built> services = new ConcurrentHashMap<>();
    private final Map<Parts, Data> data = new ConcurrentHashMap<>();

    ModelCache(Problems problems) {
        this.problems = problems;
    }

    /** The data as one mutable tree, the same one each time. */
    Map<String, Object> data(Parts parts) {
        Data known = data.get(parts);
        if (known == null) {
            known = guarded(parts, () -> {
                Map<String, Object> tree = parts.tree();
                return new Data(tree, Json.write(tree, parts.file().source()));
            });
            Data first = data.putIfAbsent(parts, known);
            known = first != null ? first : known;
        }
        return known.tree;
    }

    /**
     * The service of a model and its rules.
     *
     * @param name the service's name
     * @param version the API version
     * @param model the model's files
     * @param rules the files of the endpoint rules, or null
     * @param root where the model comes from
     */
    LoadedService service(String name, String version, Parts model, Parts rules, ModelRoot root) {
        ServiceKey key = new ServiceKey(model, rules);
        byte[] edited = edited(model);
        Built known = services.get(key);
        if (known != null && Arrays.equals(known.edited, edited)) {
            return known.service;
        }
        Built built = guarded(model, () -> build(name, version, key, edited, root));
        return services.merge(key, built,
                (old, made) -> Arrays.equals(old.edited, made.edited) ? old : made).service;
    }

    /**
     * The model as JSON when a handler of {@code service-data-loaded} has changed its tree; null when nobody has.
     * Clients made afterwards must see such changes, so the tree is compared each time, which only costs those who
     * asked for it.
     */
    private byte[] edited(Parts model) {
        Data handedOut = data.get(model);
        if (handedOut == null) {
            return null;
        }
        for (int attempt = 1;; attempt++) {
            try {
                byte[] now = Json.write(handedOut.tree, model.file().source());
                return Arrays.equals(now, handedOut.original) ? null : now;
            } catch (ConcurrentModificationException e) {
                if (attempt == ATTEMPTS) {
                    throw new ModelException(model.file().source() + " is being changed by a handler all the time", e);
                }
            }
        }
    }

    private Built build(String name, String version, ServiceKey key, byte[] edited, ModelRoot root) {
        String source = key.model.file().source();
        RawModel raw = edited == null ? RawModel.index(key.model.file().read(), source, key.model.merges())
                : RawModel.index(edited, source + " (changed by a handler)", Map.of());
        IndexedServiceModel model = new IndexedServiceModel(name, version, raw, problems);
        Supplier<Map<String, Object>> rules = key.rules == null ? null
                : () -> guarded(key.rules, () -> Trees.frozen(key.rules.tree()));
        return new Built(new LoadedModel(model, rules, root.describe(name), root.gate()), edited);
    }

    private <T> T guarded(Parts parts, Supplier<T> work) {
        String source = parts.file().source();
        try {
            T result = work.get();
            problems.solved(source);
            return result;
        } catch (ModelException e) {
            problems.add(source, e.getMessage());
            throw e;
        }
    }
}

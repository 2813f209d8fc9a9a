package org.tucuxi.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.ModelCatalog;
import org.tucuxi.model.ModelLoader;

/** The model loader without a framework: it finds models in folders. In a framework the bundles' models are added. */
public final class ModelLibrary implements ModelLoader {

    private final Problems problems;
    private final Bundles bundles;
    private final Map<Path, FolderRoot> folders = new ConcurrentHashMap<>();
    private final Map<List<Path>, ModelCatalog> catalogs = new ConcurrentHashMap<>();

    /** Makes a loader for folders only. */
    public ModelLibrary() {
        this(new Problems(), Bundles.NONE);
    }

    ModelLibrary(Problems problems, Bundles bundles) {
        this.problems = problems;
        this.bundles = bundles;
    }

    @Override
    public ModelCatalog catalog(List<Path> paths) {
        ModelCatalog known = catalogs.get(paths);
        return known != null ? known : named(paths);
    }

    private ModelCatalog named(List<Path> paths) {
        List<Path> key = paths.stream().map(path -> path.toAbsolutePath().normalize()).distinct().toList();
        ModelCatalog catalog = catalogs.computeIfAbsent(key, this::make);
        // Also by the name that was given, so that a session's next client need not make it absolute again.
        catalogs.putIfAbsent(List.copyOf(paths), catalog);
        return catalog;
    }

    private ModelCatalog make(List<Path> paths) {
        List<FolderRoot> roots = new ArrayList<>();
        for (Path path : paths) {
            roots.add(folders.computeIfAbsent(path, folder -> new FolderRoot(folder, problems)));
        }
        return new Catalog(roots, bundles);
    }

    @Override
    public List<Problem> problems() {
        return problems.list();
    }
}

package org.tucuxi.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * Bundles whose jars are on the class path: the framework sees them as bundles (OSGi's Connect), the virtual machine
 * loads their classes with the application class loader, and so a class-data archive can hold them. Everything about
 * them works as ever, but that they share one class loader: for {@code java -jar}, not for embedding.
 */
final class FlatBundles implements BundleSource, ModuleConnector {

    private static final String LOCATION = "flat:";

    private final Path folder;
    private final Map<String, FlatBundle> modules = new ConcurrentHashMap<>();

    FlatBundles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<ModuleConnector> connector() {
        return Optional.of(this);
    }

    @Override
    public List<Bundle> install(BundleContext context, Set<Group> groups) throws IOException, BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (Group group : groups) {
            for (Path jar : jars(folder.resolve(group.name().toLowerCase(Locale.ROOT)))) {
                modules.put(LOCATION + jar, new FlatBundle(jar));
                Bundle bundle = context.installBundle(LOCATION + jar);
                FlatOwners.add(jar, bundle);
                bundles.add(bundle);
            }
        }
        return bundles;
    }

    static List<Path> jars(Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            files.forEach(jars::add);
        }
        Collections.sort(jars);
        return jars;
    }

    @Override
    public void initialize(File storage, Map<String, String> configuration) {
        // The class path is known already.
    }

    /** The first time gives the content of the class path; a bundle that is updated brings its own. */
    @Override
    public Optional<ConnectModule> connect(String location) {
        return Optional.ofNullable(modules.remove(location));
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
        return Optional.empty();
    }
}

package org.tucuxi.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.connect.ModuleConnector;

/** Bundles inside the launcher's jar: installed straight from there, or by reference to files that a cache keeps. */
final class NestedBundles implements BundleSource {

    private static final String FOLDER = "bundles/";

    private final JarFile jar;
    private final Path cache;

    NestedBundles(JarFile jar, Path cache) {
        this.jar = jar;
        this.cache = cache;
    }

    @Override
    public Optional<ModuleConnector> connector() {
        return Optional.empty();
    }

    @Override
    public List<Bundle> install(BundleContext context, Set<Group> groups) throws IOException, BundleException {
        if (cache != null) {
            Files.createDirectories(cache);
        }
        List<Bundle> bundles = new ArrayList<>();
        for (Group group : groups) {
            for (JarEntry entry : entries(group)) {
                bundles.add(cache == null ? copied(context, entry) : referred(context, entry));
            }
        }
        return bundles;
    }

    List<JarEntry> entries(Group group) {
        String prefix = FOLDER + group.name().toLowerCase(Locale.ROOT) + '/';
        return jar.stream().filter(entry -> entry.getName().startsWith(prefix) && entry.getName().endsWith(".jar"))
                .sorted(Comparator.comparing(JarEntry::getName)).toList();
    }

    private Bundle copied(BundleContext context, JarEntry entry) throws IOException, BundleException {
        try (InputStream in = jar.getInputStream(entry)) {
            return context.installBundle("tucuxi:" + entry.getName(), in);
        }
    }

    private Bundle referred(BundleContext context, JarEntry entry) throws IOException, BundleException {
        String name = fileName(entry);
        // The check sum tells the builds of a snapshot apart.
        String kept = name.substring(0, name.length() - 4) + '-' + Long.toHexString(entry.getCrc()) + ".jar";
        Path file = cache.toRealPath().resolve(kept);
        if (!Files.exists(file)) {
            extract(entry, file);
        }
        return context.installBundle("reference:" + file.toUri());
    }

    static String fileName(JarEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    /** Several programs may unpack at once: each moves a whole file into place. */
    void extract(JarEntry entry, Path target) throws IOException {
        Path part = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}

package org.tucuxi.models;

import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.Bundle;

/** The names of the models in a bundle, found without reading, resolving or starting anything. */
final class BundleTree {

    /** The manifest header: folders in the bundle, separated by commas. */
    static final String HEADER = "Tucuxi-Model";

    /** Service, version, file name without its ending → path in the bundle. */
    private final SortedMap<String, SortedMap<String, SortedMap<String, String>>> services = new TreeMap<>();

    /** Lists a bundle's models; the header names the folders. */
    static BundleTree of(Bundle bundle, String header) {
        BundleTree tree = new BundleTree();
        for (String clause : header.split(",")) {
            String folder = folder(clause);
            for (String service : children(bundle, folder)) {
                for (String version : children(bundle, folder + service + '/')) {
                    tree.add(bundle, folder, service, version);
                }
            }
        }
        return tree;
    }

    private static String folder(String clause) {
        String path = clause.split(";", 2)[0].trim();
        while (path.startsWith("/")) {
            path = path.substring(1);
        }
        return path.isEmpty() || path.endsWith("/") ? path : path + '/';
    }

    private void add(Bundle bundle, String folder, String service, String version) {
        String parent = folder + service + '/' + version + '/';
        SortedMap<String, String> files = new TreeMap<>();
        for (String name : children(bundle, parent)) {
            String type = Names.typeOf(name);
            if (type != null) {
                // The plain file goes before the compressed one.
                files.merge(type, parent + name, (a, b) -> a.endsWith(".gz") ? b : a);
            }
        }
        if (!files.isEmpty()) {
            services.computeIfAbsent(service, name -> new TreeMap<>())
                    .computeIfAbsent(version, name -> new TreeMap<>()).putAll(files);
        }
    }

    /** The names directly in a folder; those that are no valid names are passed over. */
    private static List<String> children(Bundle bundle, String folder) {
        Enumeration<String> paths = bundle.getEntryPaths(folder.isEmpty() ? "/" : folder);
        if (paths == null) {
            return List.of();
        }
        return Collections.list(paths).stream().map(BundleTree::lastPart).filter(Names::isValid).toList();
    }

    private static String lastPart(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    boolean isEmpty() {
        return services.isEmpty();
    }

    Collection<String> services() {
        return services.keySet();
    }

    Collection<String> versions(String service) {
        return services.getOrDefault(service, Collections.emptySortedMap()).keySet();
    }

    /** The types of a version and the paths of their files. */
    Map<String, String> files(String service, String version) {
        return services.getOrDefault(service, Collections.emptySortedMap())
                .getOrDefault(version, Collections.emptySortedMap());
    }
}

package org.tucuxi.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tucuxi.model.DataNotFoundException;
import org.tucuxi.model.LoadedService;
import org.tucuxi.model.ModelCatalog;
import org.tucuxi.model.ServiceUnavailableException;
import org.tucuxi.model.UnknownServiceException;

/** Folders in their order, then the service bundles that are there at the moment. */
final class Catalog implements ModelCatalog {

    private static final String EXTRAS = ".sdk-extras";

    private final List<FolderRoot> folders;
    private final Bundles bundles;

    Catalog(List<FolderRoot> folders, Bundles bundles) {
        this.folders = folders;
        this.bundles = bundles;
    }

    private List<ModelRoot> roots() {
        List<ModelRoot> roots = new ArrayList<>(folders);
        roots.addAll(bundles.roots());
        return roots;
    }

    /** The roots that may have data of a service; a folder without it costs one look, not one for each kind of data. */
    private List<ModelRoot> roots(String service) {
        List<? extends ModelRoot> bundled = bundles.roots();
        List<ModelRoot> roots = new ArrayList<>(folders.size() + bundled.size());
        if (Names.isValid(service)) {
            for (FolderRoot folder : folders) {
                if (folder.has(service)) {
                    roots.add(folder);
                }
            }
        }
        roots.addAll(bundled);
        return roots;
    }

    @Override
    public List<String> availableServices(String type) {
        Collection<String> names = new TreeSet<>();
        for (ModelRoot root : roots()) {
            for (String service : root.services()) {
                if (!names.contains(service) && !versions(List.of(root), service, type).isEmpty()) {
                    names.add(service);
                }
            }
        }
        return List.copyOf(names);
    }

    @Override
    public List<String> apiVersions(String service, String type) {
        Collection<String> versions = versions(roots(), service, type);
        if (versions.isEmpty()) {
            throw unknown(service, type);
        }
        return List.copyOf(versions);
    }

    /** The versions that have data of a type, sorted; empty when the names are no names. */
    private static TreeSet<String> versions(List<ModelRoot> roots, String service, String type) {
        TreeSet<String> versions = new TreeSet<>();
        if (Names.isValid(service) && Names.isValid(type)) {
            for (ModelRoot root : roots) {
                for (String version : root.versions(service)) {
                    if (root.find(service, version, type) != null) {
                        versions.add(version);
                    }
                }
            }
        }
        return versions;
    }

    private UnknownServiceException unknown(String service, String type) {
        return new UnknownServiceException("Unknown service: '" + Names.printable(service)
                + "'. Valid service names are: " + String.join(", ", availableServices(type)));
    }

    private static String version(String service, String type, String asked, TreeSet<String> versions) {
        if (asked == null) {
            return versions.last();
        }
        if (!versions.contains(asked)) {
            throw new DataNotFoundException("Unable to load data for: " + service + '/' + Names.printable(asked) + '/'
                    + type + "; the versions that have it are " + String.join(", ", versions));
        }
        return asked;
    }

    @Override
    public LoadedService service(String service, String apiVersion) {
        for (;;) {
            long change = bundles.changes();
            Attempt attempt = attempt(service, apiVersion);
            if (attempt.found != null) {
                return attempt.found;
            }
            // A bundle that is just starting or being updated is given a moment, so that an update is no outage.
            if (!bundles.awaitChange(change, attempt.changedAt)) {
                throw new ServiceUnavailableException(attempt.missing);
            }
        }
    }

    /** A service, or why there is none now and since when. */
    private record Attempt(LoadedService found, String missing, long changedAt) {
    }

    private Attempt attempt(String service, String apiVersion) {
        List<ModelRoot> roots = roots(service);
        TreeSet<String> versions = versions(roots, service, SERVICE);
        if (versions.isEmpty() || apiVersion != null && !versions.contains(apiVersion)) {
            Bundles.Absence absence = bundles.absence(service, apiVersion);
            if (absence != null) {
                return new Attempt(null, absence.reason(), absence.changedAt());
            }
        }
        if (versions.isEmpty()) {
            throw unknown(service, SERVICE);
        }
        String version = version(service, SERVICE, apiVersion, versions);
        String missing = null;
        long changedAt = 0;
        for (ModelRoot root : roots) {
            DataFile file = root.find(service, version, SERVICE);
            String reason = file == null ? null : root.unavailable();
            if (file != null && reason == null) {
                Parts model = new Parts(file, extras(roots, service, version, SERVICE));
                Parts rules = rules(roots, service, version, apiVersion);
                return new Attempt(root.cache().service(service, version, model, rules, root), null, 0);
            }
            if (reason != null && missing == null) {
                missing = "The service " + service + " cannot be used now: " + reason;
                changedAt = root.changedAt();
            }
        }
        return new Attempt(null, missing, changedAt);
    }

    /** The rules of the model's own version; those of the newest version when no version was asked for. */
    private static Parts rules(List<ModelRoot> roots, String service, String version, String asked) {
        TreeSet<String> versions = versions(roots, service, ENDPOINT_RULES);
        String chosen = versions.contains(version) ? version : asked == null && !versions.isEmpty() ? versions.last()
                : null;
        return chosen == null ? null : parts(roots, service, chosen, ENDPOINT_RULES);
    }

    private static Parts parts(List<ModelRoot> roots, String service, String version, String type) {
        for (ModelRoot root : roots) {
            DataFile file = root.find(service, version, type);
            if (file != null) {
                return new Parts(file, extras(roots, service, version, type));
            }
        }
        return null;
    }

    /**
     * The extras of a service bundle, then those of the first folder that has some. The reference takes only the first
     * it finds; but a bundle's extras belong to its handlers, which also serve a customer's model of the service.
     */
    private static List<DataFile> extras(List<ModelRoot> roots, String service, String version, String type) {
        DataFile fromFolder = null;
        DataFile fromBundle = null;
        for (ModelRoot root : roots) {
            DataFile file = root.find(service, version, type + EXTRAS);
            if (root instanceof FolderRoot) {
                fromFolder = fromFolder == null ? file : fromFolder;
            } else {
                fromBundle = fromBundle == null ? file : fromBundle;
            }
        }
        List<DataFile> result = new ArrayList<>(2);
        if (fromBundle != null) {
            result.add(fromBundle);
        }
        if (fromFolder != null) {
            result.add(fromFolder);
        }
        return result;
    }

    @Override
    public Map<String, Object> data(String service, String type, String apiVersion) {
        List<ModelRoot> roots = roots(service);
        TreeSet<String> versions = versions(roots, service, type);
        if (versions.isEmpty()) {
            throw unknown(service, type);
        }
        String version = version(service, type, apiVersion, versions);
        for (ModelRoot root : roots) {
            DataFile file = root.find(service, version, type);
            if (file != null) {
                return root.cache().data(new Parts(file, extras(roots, service, version, type)));
            }
        }
        throw unknown(service, type);
    }

    @Override
    public List<Entry> entries() {
        TreeMap<String, Entry> entries = new TreeMap<>();
        for (ModelRoot root : roots()) {
            collect(root, root.unavailable(), entries);
        }
        bundles.absentEntries().forEach(entry -> entries.putIfAbsent(key(entry), entry));
        return List.copyOf(entries.values());
    }

    private static void collect(ModelRoot root, String unavailable, Map<String, Entry> entries) {
        for (String service : root.services()) {
            for (String version : root.versions(service)) {
                List<String> types = root.types(service, version).stream().filter(type -> !type.endsWith(EXTRAS))
                        .toList();
                if (!types.isEmpty()) {
                    Entry entry = new Entry(service, version, types, root.describe(service), unavailable);
                    entries.merge(key(entry), entry, Catalog::together);
                }
            }
        }
    }

    private static String key(Entry entry) {
        return entry.service() + '/' + entry.apiVersion();
    }

    /** Two roots have data of one version: the first one that has the model is where it comes from. */
    private static Entry together(Entry first, Entry second) {
        Entry main = first.types().contains(SERVICE) || !second.types().contains(SERVICE) ? first : second;
        TreeSet<String> types = new TreeSet<>(first.types());
        types.addAll(second.types());
        return new Entry(main.service(), main.apiVersion(), List.copyOf(types), main.source(), main.unavailable());
    }
}

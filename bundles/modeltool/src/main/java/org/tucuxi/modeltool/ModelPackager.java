package org.tucuxi.modeltool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packages services of botocore's data: each as a bundle that a running container can take at once, or as the source
 * folder of one. Made for one thread; close it when done.
 *
 * <pre>{@code
 * try (ModelPackager packager = ModelPackager.open(Path.of("botocore-1.43.67-py3-none-any.whl"))) {
 *     packager.writeBundle("sqs", Path.of("deploy"));
 * }
 * }</pre>
 */
public final class ModelPackager implements AutoCloseable {

    private static final List<String> TYPES = List.of("service-2", "endpoint-rule-set-1", "paginators-1", "waiters-2",
            "resources-1");
    private static final int MOST_SERVICES = 5_000;
    private static final List<String> ROOT_FILES = List.of("endpoints", "partitions");
    private static final Pattern VERSION = Pattern.compile("__version__\\s*=\\s*['\"]([0-9][0-9A-Za-z.]{0,30})['\"]");
    private static final Pattern FULL_NAME = Pattern.compile("\"serviceFullName\":\"([^\"\\\\]{1,200})\"");

    private final DataFiles data;
    private final DataFiles resources;
    private final String source;
    private final boolean allVersions;

    private ModelPackager(DataFiles data, DataFiles resources, String source, boolean allVersions) {
        this.data = data;
        this.resources = resources;
        this.source = source;
        this.allVersions = allVersions;
    }

    /**
     * Opens botocore's data.
     *
     * @param data botocore's folder {@code data}, its wheel, or a zip of either
     * @return the packager, which packages each service's newest API version
     * @throws PackagingException when there are no models
     */
    public static ModelPackager open(Path data) {
        return open(data, null, null, false);
    }

    /**
     * Opens botocore's data.
     *
     * @param data botocore's folder {@code data}, its wheel, or a zip of either
     * @param boto3 boto3's folder {@code data} or its wheel, for the resources; null for none
     * @param source what the bundles say they are made from, for example {@code botocore 1.43.67}; null to find out
     * @param allVersions true for all API versions of a service, false for the newest
     * @return the packager
     * @throws PackagingException when there are no models, or the data cannot be read
     */
    public static ModelPackager open(Path data, Path boto3, String source, boolean allVersions) {
        try {
            DataFiles files = DataFiles.open(data);
            return new ModelPackager(files, boto3 == null ? null : DataFiles.open(boto3),
                    source == null ? sourceOf(files) : source, allVersions);
        } catch (IOException e) {
            throw new PackagingException("Cannot read " + data + ": " + e, e);
        }
    }

    /**
     * The services that have a model.
     *
     * @return their names, sorted
     */
    public List<String> services() {
        try {
            List<String> result = new ArrayList<>();
            for (String name : data.list("")) {
                if (DataFiles.isName(name) && !versions(name).isEmpty()) {
                    result.add(name);
                }
                if (result.size() > MOST_SERVICES) {
                    throw new PackagingException(data.describe("") + " has more than " + MOST_SERVICES
                            + " services; botocore has some 400");
                }
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the data are.
     *
     * @return for example {@code botocore 1.43.67}, or {@code botocore} when its version cannot be told
     */
    public String source() {
        return source;
    }

    /**
     * Writes a service's bundle: {@code org.tucuxi.services.<name>-<version>.jar}.
     *
     * @param service the service's name, for example {@code sqs}
     * @param folder where to; it is made when it is missing
     * @return the jar
     * @throws PackagingException when there is no such service or its data are broken
     */
    public Path writeBundle(String service, Path folder) {
        return BundleJar.write(load(service), source, folder);
    }

    /**
     * Writes a service bundle's source: {@code <name>/pom.xml} and the data. What else is in the folder stays.
     *
     * @param service the service's name, for example {@code sqs}
     * @param folder the folder {@code bundles/services}
     * @return the service's folder
     * @throws PackagingException when there is no such service or its data are broken
     */
    public Path writeSource(String service, Path folder) {
        return BundleSource.write(load(service), source, folder);
    }

    /**
     * Writes what describes partitions: {@code endpoints.json} and {@code partitions.json}, stripped.
     *
     * @param folder where to; it is made when it is missing
     * @return the files
     * @throws PackagingException when they are missing or broken
     */
    public List<Path> writePartitionData(Path folder) {
        try {
            Files.createDirectories(folder);
            List<Path> written = new ArrayList<>();
            for (String name : ROOT_FILES) {
                byte[] json = data.json(name);
                if (json == null) {
                    throw new PackagingException(data.describe(name + ".json") + " is missing");
                }
                written.add(Files.write(folder.resolve(name + ".json"),
                        JsonStripper.strip(json, data.describe(name + ".json"))));
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    ServiceData load(String service) {
        try {
            List<String> versions = DataFiles.isName(service) ? versions(service) : List.of();
            if (versions.isEmpty()) {
                throw new PackagingException("There is no service " + service + " among the " + services().size()
                        + " in " + data.describe(""));
            }
            SortedMap<String, byte[]> files = new TreeMap<>();
            for (String version : allVersions ? versions : versions.subList(versions.size() - 1, versions.size())) {
                for (String type : TYPES) {
                    addType(service, version, type, files);
                }
            }
            if (files.values().stream().mapToLong(file -> file.length).sum() > Budget.FILE) {
                throw new PackagingException("The data of " + service + " in " + data.describe("")
                        + " are larger than those of any service");
            }
            return new ServiceData(service, title(service, files), files);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the data of " + service, e);
        }
    }

    private void addType(String service, String version, String type, SortedMap<String, byte[]> files)
            throws IOException {
        String path = service + '/' + version + '/' + type;
        DataFiles from = type.equals("resources-1") && resources != null ? resources : data;
        byte[] json = from.json(path);
        if (json != null) {
            files.put(version + '/' + type + ".json", JsonStripper.strip(json, from.describe(path)));
        }
        byte[] extras = from.json(path + ".sdk-extras");
        extras = extras == null ? null : JsonStripper.strip(extras, from.describe(path + ".sdk-extras"));
        extras = json == null ? extras : ServiceExtras.complete(service, type, extras);
        if (extras != null) {
            files.put(version + '/' + type + ".sdk-extras.json", extras);
        }
    }

    private List<String> versions(String service) throws IOException {
        List<String> result = new ArrayList<>();
        for (String version : data.list(service)) {
            if (DataFiles.isName(version)) {
                List<String> files = data.list(service + '/' + version);
                if (files.contains("service-2.json") || files.contains("service-2.json.gz")) {
                    result.add(version);
                }
            }
        }
        return result;
    }

    private static String title(String service, SortedMap<String, byte[]> files) {
        String newest = null;
        for (String file : files.keySet()) {
            newest = file.endsWith("/service-2.json") ? file : newest;
        }
        String start = newest == null ? "" : new String(files.get(newest), 0, Math.min(4096, files.get(newest).length),
                StandardCharsets.UTF_8);
        Matcher name = FULL_NAME.matcher(start);
        return name.find() ? name.group(1) : service.toUpperCase(Locale.ROOT);
    }

    private static String sourceOf(DataFiles files) throws IOException {
        byte[] init = files.read("../__init__.py");
        Matcher version = VERSION.matcher(init == null ? "" : new String(init, StandardCharsets.UTF_8));
        return version.find() ? "botocore " + version.group(1) : "botocore";
    }

    @Override
    public void close() {
        try {
            data.close();
            if (resources != null) {
                resources.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

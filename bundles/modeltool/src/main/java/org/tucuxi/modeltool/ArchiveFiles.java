package org.tucuxi.modeltool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A data folder in a wheel or zip, wherever in it the folder is. Entries are only looked up, never unpacked to disk.
 */
final class ArchiveFiles implements DataFiles {

    private static final int MOST_ENTRIES = 200_000;
    private static final int LONGEST_NAME = 300;

    private final Path file;
    private final ZipFile zip;
    private final String prefix;
    private final Budget budget = new Budget();
    private final NavigableSet<String> names = new TreeSet<>();

    ArchiveFiles(Path file) throws IOException {
        this.file = file;
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new PackagingException(file + " is no wheel or zip: " + e.getMessage(), e);
        }
        if (zip.size() > MOST_ENTRIES) {
            zip.close();
            throw new PackagingException(file + " has " + zip.size() + " entries; a wheel of botocore has some 2000");
        }
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> names.add(entry.getName()));
        String found = dataFolder();
        if (found == null) {
            zip.close();
            throw new PackagingException(file + " holds no model (service/version/service-2.json or .json.gz)");
        }
        this.prefix = found;
    }

    /** The folder that the first model is in: {@code botocore/data/}, or empty for a zip of the data folder itself. */
    private String dataFolder() {
        for (String ending : new String[] {"service-2.json", "service-2.json.gz", "resources-1.json"}) {
            for (String name : names) {
                String[] parts = name.split("/");
                if (parts.length >= 3 && parts[parts.length - 1].equals(ending)) {
                    int end = name.length() - parts[parts.length - 1].length() - parts[parts.length - 2].length()
                            - parts[parts.length - 3].length() - 2;
                    return name.substring(0, end);
                }
            }
        }
        return null;
    }

    @Override
    public List<String> list(String folder) {
        String start = prefix + (folder.isEmpty() ? "" : folder + "/");
        return names.tailSet(start).stream().takeWhile(name -> name.startsWith(start))
                .map(name -> name.substring(start.length()).split("/", 2)[0]).distinct().sorted().toList();
    }

    @Override
    public byte[] read(String path) throws IOException {
        // "../x" is what stands beside the data folder: botocore's own version is there.
        String name = path.startsWith("../") ? parent() + path.substring(3) : prefix + path;
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return budget.read(in, describe(path));
        }
    }

    private String parent() {
        int slash = prefix.lastIndexOf('/', prefix.length() - 2);
        return slash < 0 ? "" : prefix.substring(0, slash + 1);
    }

    @Override
    public Budget budget() {
        return budget;
    }

    @Override
    public String describe(String path) {
        String name = prefix + path;
        int length = Math.min(name.length(), LONGEST_NAME);
        StringBuilder shown = new StringBuilder(length + 1);
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            // An archive may call its folders anything; messages have one short line.
            shown.append(Character.isISOControl(c) ? '?' : c);
        }
        return file + "!/" + shown + (length < name.length() ? "…" : "");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

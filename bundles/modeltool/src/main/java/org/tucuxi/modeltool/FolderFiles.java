package org.tucuxi.modeltool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A data folder on disk. */
record FolderFiles(Path root, Budget budget) implements DataFiles {

    private static final int MOST_FILES = 100_000;

    /** The folder itself, or the data folder in the package botocore that it is or has. */
    static FolderFiles of(Path folder) throws IOException {
        for (String below : List.of("", "data", "botocore/data")) {
            FolderFiles files = new FolderFiles(folder.resolve(below), new Budget());
            if (files.hasModel()) {
                return files;
            }
        }
        return new FolderFiles(folder, new Budget());
    }

    private boolean hasModel() throws IOException {
        for (String service : list("")) {
            for (String version : list(service)) {
                String model = service + '/' + version + "/service-2.json";
                if (Files.isRegularFile(root.resolve(model)) || Files.isRegularFile(root.resolve(model + ".gz"))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public List<String> list(String folder) throws IOException {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(path)) {
            List<String> names = children.limit(MOST_FILES + 1L).map(child -> child.getFileName().toString()).sorted()
                    .toList();
            if (names.size() > MOST_FILES) {
                throw new PackagingException(path + " has more than " + MOST_FILES
                        + " files, which no data folder has");
            }
            return names;
        }
    }

    @Override
    public byte[] read(String path) throws IOException {
        Path file = root.resolve(path);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return budget.read(in, describe(path));
        }
    }

    @Override
    public String describe(String path) {
        return root.resolve(path).toString();
    }

    @Override
    public void close() {
        // a folder holds nothing open
    }
}

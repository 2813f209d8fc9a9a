package org.tucuxi.modeltool;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The files of a data folder, wherever they are kept. Paths are relative to the data folder, with slashes. */
sealed interface DataFiles extends Closeable permits FolderFiles, ArchiveFiles {

    /** The names directly in a folder, sorted; empty when there is no such folder. */
    List<String> list(String folder) throws IOException;

    /** The bytes of a file, or null when there is none. */
    byte[] read(String path) throws IOException;

    /** What may still be read. */
    Budget budget();

    /** What to call a file in messages. */
    String describe(String path);

    @Override
    void close() throws IOException;

    /** The data folder in a folder, a wheel or a zip. */
    static DataFiles open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return FolderFiles.of(path);
        }
        if (Files.isRegularFile(path)) {
            return new ArchiveFiles(path);
        }
        throw new PackagingException("There is no folder and no wheel at " + path
                + "; it takes botocore's folder \"data\", its wheel, or a zip of either");
    }

    /** The plain file, else the compressed one, unpacked; null when there is neither. */
    default byte[] json(String pathWithoutEnding) throws IOException {
        byte[] plain = read(pathWithoutEnding + ".json");
        if (plain != null) {
            return plain;
        }
        String packed = pathWithoutEnding + ".json.gz";
        byte[] bytes = read(packed);
        if (bytes == null) {
            return null;
        }
        try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(bytes), 1 << 16)) {
            return budget().read(in, describe(packed));
        } catch (IOException e) {
            throw new PackagingException(describe(packed) + " is no gzip file: " + e.getMessage(), e);
        }
    }

    /** Whether a name can be a service, a version or a type: it can never leave its folder. */
    static boolean isName(String name) {
        if (name.isEmpty() || name.length() > 100 || name.charAt(0) == '.' || name.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean allowed = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-'
                    || c == '_' || c == '.';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}

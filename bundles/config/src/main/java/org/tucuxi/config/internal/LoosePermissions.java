package org.tucuxi.config.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns, once for each file, when others than its owner may read a credentials file. */
final class LoosePermissions {

    private static final Logger LOG = LoggerFactory.getLogger(LoosePermissions.class);

    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /**
     * Looks at a file.
     *
     * @param path the credentials file
     * @return true when a warning was given now
     */
    boolean warn(String path) {
        if (!isLoose(Path.of(path)) || !warned.add(path)) {
            return false;
        }
        LOG.warn("{} may be read by others than its owner; chmod 600 keeps its secrets", path);
        return true;
    }

    private static boolean isLoose(Path file) {
        try {
            if (!Files.isRegularFile(file) || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return false;
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            return false;
        }
    }
}

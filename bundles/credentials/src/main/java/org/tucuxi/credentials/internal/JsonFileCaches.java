package org.tucuxi.credentials.internal;

import java.nio.file.Path;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.credentials.CredentialCaches;

/** Offers caches in folders. They keep nothing in memory: another process may write at any time. */
@Component
public final class JsonFileCaches implements CredentialCaches {

    @Override
    public Cache in(Path folder) {
        return new JsonFileCache(Objects.requireNonNull(folder, "folder"));
    }
}

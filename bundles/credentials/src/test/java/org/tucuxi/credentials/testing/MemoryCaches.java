package org.tucuxi.credentials.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.credentials.CredentialCaches;

/** Caches without a disk. */
public final class MemoryCaches implements CredentialCaches {

    public final Map<Path, Map<String, Object>> files = new HashMap<>();
    public boolean isReadOnly;

    @Override
    public Cache in(Path folder) {
        return new Cache() {
            @Override
            public Optional<Map<String, Object>> read(String key) {
                return Optional.ofNullable(files.get(folder.resolve(key + ".json")));
            }

            @Override
            public void write(String key, Map<String, ?> entry) {
                if (isReadOnly) {
                    throw new UncheckedIOException("read-only", new IOException("read-only"));
                }
                files.put(folder.resolve(key + ".json"), new LinkedHashMap<>(entry));
            }
        };
    }
}

package org.tucuxi.credentials;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The service that keeps credentials and tokens on disk, in the files of the AWS CLI: one JSON object a file, readable by
 * its owner alone, replaced as a whole.
 */
@ProviderType
public interface CredentialCaches {

    /**
     * A cache.
     *
     * @param folder its folder, for example {@code ~/.aws/sso/cache}; it is made when something is written
     * @return the cache
     */
    Cache in(Path folder);

    /** JSON objects by key. Safe for use by many threads and processes. */
    @ProviderType
    interface Cache {

        /**
         * Reads an entry.
         *
         * @param key the file's name without {@code .json}
         * @return the entry; empty when there is none, or none that can be read
         */
        Optional<Map<String, Object>> read(String key);

        /**
         * Writes an entry; what was there before is replaced as a whole.
         *
         * @param key the file's name without {@code .json}
         * @param entry maps, lists, texts, numbers and booleans
         * @throws java.io.UncheckedIOException when it cannot be written; the old entry stays
         */
        void write(String key, Map<String, ?> entry);
    }
}

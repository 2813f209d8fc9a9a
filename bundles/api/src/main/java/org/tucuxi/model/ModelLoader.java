package org.tucuxi.model;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The service that finds models: in service bundles, as they come and go, and in folders laid out as the reference lays
 * them out.
 */
@ProviderType
public interface ModelLoader {

    /**
     * The models that a session sees: those of the folders first, in their order, then those of service bundles.
     *
     * @param folders roots with {@code service/version/type.json[.gz]}; one that does not exist is ignored
     * @return the catalogue; equal folders give the same catalogue, so models are shared by sessions
     */
    ModelCatalog catalog(List<Path> folders);

    /**
     * Models that cannot be used, for the shell.
     *
     * @return one entry for each broken file or bundle
     */
    List<Problem> problems();

    /**
     * A model that cannot be used.
     *
     * @param source the file, or the bundle and its entry
     * @param message what is wrong, with line and column where they are known
     */
    record Problem(String source, String message) {
    }
}

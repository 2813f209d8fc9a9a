package org.tucuxi.model;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that a client uses. When it comes from a bundle, the bundle's model and handlers come and go together: calls
 * enter before their first event and leave after their last, and the bundle's handlers are unbound only when all have left.
 */
@ProviderType
public interface LoadedService {

    /**
     * The model.
     *
     * @return the model
     */
    ServiceModel model();

    /**
     * The endpoint rule set.
     *
     * @return as parsed JSON, read at the first call, unmodifiable; null when the service has none
     */
    Map<String, Object> endpointRuleSet();

    /**
     * Where the model comes from.
     *
     * @return the folder, or the bundle's symbolic name and version
     */
    String source();

    /**
     * Starts a call. Every successful enter is followed by one {@link #leave()}.
     *
     * @return false when this service is gone or was replaced: ask the catalogue again
     */
    boolean enter();

    /** Ends a call that entered. */
    void leave();
}

package org.tucuxi.launcher;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.connect.FrameworkUtilHelper;

/**
 * Tells {@link org.osgi.framework.FrameworkUtil} whose a class of the class path is: the bundle's whose jar it is in.
 */
public final class FlatOwners implements FrameworkUtilHelper {

    private static final Map<Path, Bundle> OWNERS = new ConcurrentHashMap<>();

    /** Made by the service loader. */
    public FlatOwners() {
        // Nothing to set up.
    }

    static void add(Path jar, Bundle bundle) {
        OWNERS.put(jar, bundle);
    }

    @Override
    public Optional<Bundle> getBundle(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (OWNERS.isEmpty() || source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(OWNERS.get(Path.of(source.getLocation().toURI())));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

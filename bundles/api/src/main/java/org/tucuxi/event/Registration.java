package org.tucuxi.event;

import org.osgi.annotation.versioning.ProviderType;

/** A registration that can be taken back. */
@ProviderType
@FunctionalInterface
public interface Registration extends AutoCloseable {

    /**
     * Takes the registration back, as the matching {@code unregister} would: with a counted unique id one count is given
     * back. Closing again does nothing.
     */
    @Override
    void close();
}

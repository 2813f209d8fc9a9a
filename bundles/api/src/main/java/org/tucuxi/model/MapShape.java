package org.tucuxi.model;

import org.osgi.annotation.versioning.ProviderType;

/** A map. */
@ProviderType
public interface MapShape extends Shape {

    /**
     * The shape of the keys.
     *
     * @return the key
     */
    Shape key();

    /**
     * The shape of the values.
     *
     * @return the value
     */
    Shape value();
}

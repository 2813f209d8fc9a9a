package org.tucuxi.model;

import org.osgi.annotation.versioning.ProviderType;

/** A list. */
@ProviderType
public interface ListShape extends Shape {

    /**
     * The shape of the items.
     *
     * @return the member
     */
    Shape member();
}

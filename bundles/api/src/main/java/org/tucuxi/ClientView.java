package org.tucuxi;

import org.osgi.annotation.versioning.ConsumerType;

/** Extend this in an interface for {@link Client#as(Class)} or for a mix-in, to reach the client from its default methods. */
@ConsumerType
public interface ClientView {

    /**
     * The client behind the view.
     *
     * @return the client
     */
    Client client();
}

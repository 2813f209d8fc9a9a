package org.tucuxi;

import org.osgi.annotation.versioning.ConsumerType;

/** A method of a client: an operation, or one that a {@code creating-client-class} handler added. */
@ConsumerType
@FunctionalInterface
public interface ClientMethod {

    /**
     * Runs the method.
     *
     * @param client the client it is called on
     * @param arguments what the caller passed; for an operation one map of parameters, or nothing
     * @return the result, may be null
     * @throws Exception reaches the caller; a checked one is wrapped in a {@link TucuxiException}
     */
    Object invoke(Client client, Object... arguments) throws Exception;
}

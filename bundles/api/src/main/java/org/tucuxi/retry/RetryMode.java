package org.tucuxi.retry;

import org.osgi.annotation.versioning.ConsumerType;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Registration;
import org.tucuxi.model.ServiceModel;

/** A retry mode: a service with the property {@value #RETRY_MODE}. */
@ConsumerType
public interface RetryMode {

    /** Service property (required): {@code legacy}, {@code standard}, {@code adaptive}, or a name of your own. */
    String RETRY_MODE = "retry.mode";

    /**
     * Registers the mode's handlers on a new client: {@code needs-retry.{sid}} and what else the mode needs.
     *
     * <p>A call may have a limit of its own: {@link org.tucuxi.CallOptions#maxAttempts()} of the options that its context has
     * under {@link org.tucuxi.CallOptions#CONTEXT_KEY} goes before {@code totalMaxAttempts}. A mode that puts its limit into
     * the context's {@code retries.max} lets the header {@code amz-sdk-request} and the correction of clocks know it.
     *
     * @param clientEvents the client's emitter
     * @param service the service
     * @param totalMaxAttempts how many attempts a call may make in all; 0 for the mode's default
     * @return takes the handlers back
     */
    Registration register(Emitter clientEvents, ServiceModel service, int totalMaxAttempts);
}

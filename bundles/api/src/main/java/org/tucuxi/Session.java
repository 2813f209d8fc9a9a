package org.tucuxi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialResolver;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.TokenResolver;
import org.tucuxi.event.Emitter;

/**
 * A session: configuration, credentials and events from which clients are made. Safe for use by many threads.
 *
 * <p>As a service: a default session is registered as soon as all parts of the platform are there; records of the Config Admin
 * factory PID {@value #FACTORY_PID} make more, with the service property {@code session.name}. By code:
 * {@link SessionFactory}.
 */
@ProviderType
public interface Session extends AutoCloseable {

    /** The Config Admin factory PID of sessions. */
    String FACTORY_PID = "org.tucuxi.session";

    /** The name of the session that is there without any configuration. */
    String DEFAULT_NAME = "default";

    /**
     * The session's name.
     *
     * @return what {@code session.target} of handlers may name
     */
    String name();

    /**
     * The session's emitter. Clients made later get a copy of its registrations.
     *
     * @return the emitter
     */
    Emitter events();

    /**
     * Makes a client.
     *
     * @param service the service, by the name of its model: {@code s3}
     * @return a new client; the caller closes it, or the session does
     * @see #client(String, ClientConfig)
     */
    default Client client(String service) {
        return client(service, ClientConfig.EMPTY);
    }

    /**
     * Makes a client.
     *
     * @param service the service, by the name of its model: {@code s3}
     * @param config merged over the session's default client configuration; only what was given explicitly counts
     * @return a new client; the caller closes it, or the session does
     * @throws org.tucuxi.model.UnknownServiceException when no model of that name is there; the message lists those that are
     * @throws InvalidRegionException when the region is no valid host label
     * @throws org.tucuxi.credentials.PartialCredentialsException when explicit credentials lack a part
     * @throws InvalidConfigException when an option cannot be used
     * @throws UnsatisfiedException when a part of the platform is missing
     */
    Client client(String service, ClientConfig config);

    /**
     * The session's credentials; the providers are asked at the first call and the answer is kept.
     *
     * @return the credentials, or empty when no provider has any
     * @throws TucuxiException when a provider fails
     */
    Optional<Credentials> credentials();

    /**
     * The session's chain of credential providers, to change before credentials are first asked for.
     *
     * @return the resolver
     */
    CredentialResolver credentialResolver();

    /**
     * The chain that finds the session's bearer tokens, to be changed or asked for a report.
     *
     * @return the chain, or empty when no bundle that brings one is there
     * @throws org.tucuxi.UnsatisfiedException when the platform is not complete
     */
    default Optional<TokenResolver> tokenResolver() {
        return Optional.empty();
    }

    /**
     * The session's configuration.
     *
     * @return every variable, and where it came from
     */
    Configuration configuration();

    /**
     * The services whose models are there.
     *
     * @return their names, sorted
     */
    List<String> availableServices();

    /**
     * The regions of a service in the partition {@code aws}.
     *
     * @param service the service
     * @return region names; empty for an unknown service
     */
    default List<String> availableRegions(String service) {
        return availableRegions(service, "aws");
    }

    /**
     * The regions of a service.
     *
     * @param service the service
     * @param partition for example {@code aws-cn}
     * @return region names; empty for an unknown service or partition
     */
    List<String> availableRegions(String service, String partition);

    /**
     * The raw model of a service; emits {@code service-data-loaded}.
     *
     * @param service the service
     * @return the loader's cached map: changes are seen by clients made afterwards
     */
    Map<String, Object> serviceData(String service);

    /**
     * The profile in effect.
     *
     * @return its name, or empty when none was chosen
     */
    Optional<String> profile();

    /**
     * The region of clients that are made without one.
     *
     * @return the region, or empty when none is configured
     */
    Optional<String> region();

    /** Closes the session and all its clients. */
    @Override
    void close();
}

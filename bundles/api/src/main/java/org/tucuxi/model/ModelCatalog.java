package org.tucuxi.model;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** What a session sees of models. Safe for use by many threads; what is loaded is kept and shared. */
@ProviderType
public interface ModelCatalog {

    /** The type of a service's model. */
    String SERVICE = "service-2";
    /** The type of a service's endpoint rules. */
    String ENDPOINT_RULES = "endpoint-rule-set-1";
    /** The type of a service's paginators. */
    String PAGINATORS = "paginators-1";
    /** The type of a service's waiters. */
    String WAITERS = "waiters-2";
    /** The type of a service's resources. */
    String RESOURCES = "resources-1";

    /**
     * The services that have data of a type.
     *
     * @param type for example {@link #SERVICE}
     * @return their names, sorted
     */
    List<String> availableServices(String type);

    /**
     * The API versions of a service that have data of a type.
     *
     * @param service the service's name
     * @param type for example {@link #SERVICE}
     * @return sorted, oldest first
     * @throws UnknownServiceException when the service has no data of the type; the message lists those that have
     */
    List<String> apiVersions(String service, String type);

    /**
     * A service.
     *
     * @param service the service's name
     * @param apiVersion the API version, or null for the newest
     * @return the service
     * @throws UnknownServiceException when no model of that name is there; the message lists those that are
     * @throws DataNotFoundException when there is no such version
     * @throws ServiceUnavailableException when its bundle is incomplete; the message says what is missing
     * @throws ModelException when the model is broken; the message names file and position
     */
    LoadedService service(String service, String apiVersion);

    /**
     * Data of a service as a map, with its {@code sdk-extras} merged in.
     *
     * @param service the service's name
     * @param type for example {@link #PAGINATORS}
     * @param apiVersion the API version, or null for the newest that has the type
     * @return the loader's cached map; mutable
     * @throws UnknownServiceException when the service has no data of the type
     * @throws DataNotFoundException when the version has none
     * @throws ModelException when the data are broken; the message names file and position
     */
    Map<String, Object> data(String service, String type, String apiVersion);

    /**
     * What is there, for the shell.
     *
     * @return one entry for each service and version, sorted
     */
    List<Entry> entries();

    /**
     * One version of one service.
     *
     * @param service the service's name
     * @param apiVersion the API version
     * @param types the types of data that are there
     * @param source the bundle or folder that it comes from
     * @param unavailable why it cannot be used now, or null when it can
     */
    record Entry(String service, String apiVersion, List<String> types, String source, String unavailable) {
    }
}

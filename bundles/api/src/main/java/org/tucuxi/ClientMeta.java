package org.tucuxi;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.event.Emitter;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.StructureShape;
import org.tucuxi.signing.RequestSigner;

/** What is known of a client: {@code client.meta} in boto3. */
@ProviderType
public interface ClientMeta {

    /**
     * The client's own emitter: a copy of its session's as it was when the client was made.
     *
     * @return the emitter
     */
    Emitter events();

    /**
     * The name that the client was made with.
     *
     * @return for example {@code s3}
     */
    String serviceName();

    /**
     * The model of the service.
     *
     * @return the model
     */
    ServiceModel serviceModel();

    /**
     * The endpoint by the partition data, or the configured one. The rule set may send single calls elsewhere.
     *
     * @return the URL
     */
    String endpointUrl();

    /**
     * The region: {@code region_name} in boto3.
     *
     * @return for example {@code eu-central-1}, or {@code aws-global}; may be null
     */
    String region();

    /**
     * The partition of the region.
     *
     * @return for example {@code aws}
     */
    String partition();

    /**
     * The final configuration.
     *
     * @return the configuration with what was computed
     */
    ClientConfig config();

    /**
     * The signer of this client's requests, which signs and presigns others, too.
     *
     * @return the signer as it is now; a replaced bundle replaces it
     */
    RequestSigner signer();

    /**
     * Resolves the endpoint that a call would go to: the rule set with the client's configuration and the call's parameters,
     * {@code before-endpoint-resolution} included.
     *
     * @param operation the operation's name
     * @param parameters its parameters by their API names, as a {@code before-parameter-build} handler would leave them
     * @param context the context of a call, or a new map; gets {@code auth_type}, {@code signing} and
     *                {@code endpoint_properties} of what was found
     * @return the endpoint
     * @throws AttributeNotFoundException when there is no such operation
     * @throws org.tucuxi.endpoint.EndpointResolutionException when the rules refuse the parameters
     */
    Endpoint resolveEndpoint(String operation, Map<String, ?> parameters, Map<String, Object> context);

    /**
     * What is wrong with a value of a structure, by the rules that the parameters of calls are checked by: inputs, and the
     * outputs and errors that tests make up.
     *
     * @param shape a structure of this client's model
     * @param value the value
     * @return one line for each problem, without the values of sensitive members; empty when all is well
     */
    List<String> problems(StructureShape shape, Map<String, ?> value);

    /**
     * boto3's method names and the operations they stand for.
     *
     * @return unmodifiable, {@code list_buckets} to {@code ListBuckets}
     */
    Map<String, String> methodToApiMapping();
}

package org.tucuxi;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.event.Emitter;
import org.tucuxi.model.ServiceModel;

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
     * boto3's method names and the operations they stand for.
     *
     * @return unmodifiable, {@code list_buckets} to {@code ListBuckets}
     */
    Map<String, String> methodToApiMapping();
}

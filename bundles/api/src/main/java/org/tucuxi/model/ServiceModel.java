package org.tucuxi.model;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** A service: metadata, operations and shapes. Read lazily, immutable, shared by all sessions. */
@ProviderType
public interface ServiceModel {

    /**
     * The client name: that of the model's folder.
     *
     * @return for example {@code events}
     */
    String serviceName();

    /**
     * The service id.
     *
     * @return for example {@code EventBridge}
     */
    String serviceId();

    /**
     * The service id as it is used in event names: lower case, hyphens for spaces.
     *
     * @return for example {@code elastic-load-balancing-v2}
     */
    String hyphenizedServiceId();

    /**
     * The API version.
     *
     * @return for example {@code 2006-03-01}
     */
    String apiVersion();

    /**
     * The endpoint prefix.
     *
     * @return for example {@code monitoring}
     */
    String endpointPrefix();

    /**
     * The name in the credential scope.
     *
     * @return {@code signingName}, or the endpoint prefix
     */
    String signingName();

    /**
     * The protocols that the service offers.
     *
     * @return {@code protocols} of the metadata, or the one {@code protocol}
     */
    List<String> protocols();

    /**
     * Metadata.
     *
     * @return the model's {@code metadata}, unmodifiable
     */
    Map<String, Object> metadata();

    /**
     * The parameters of clients that the endpoint rules take.
     *
     * @return the model's {@code clientContextParams}; empty when there are none
     */
    Map<String, Object> clientContextParams();

    /**
     * The operations.
     *
     * @return their names in the order of the model
     */
    List<String> operationNames();

    /**
     * One operation.
     *
     * @param name its API name
     * @return the operation, or null when there is none of that name
     * @throws ModelException when it is broken
     */
    OperationModel operation(String name);

    /**
     * One shape, without a reference's attributes.
     *
     * @param name its name
     * @return the shape, or null when there is none of that name
     * @throws ModelException when it is broken
     */
    Shape shape(String name);

    /**
     * The error that a code stands for, over all exception shapes of the service; the last in model order wins.
     *
     * @param code for example {@code NoSuchBucket}
     * @return its shape, or null
     */
    StructureShape errorShape(String code);

    /**
     * All errors.
     *
     * @return the exception shapes in the order of the model
     */
    List<StructureShape> errorShapes();

    /**
     * boto3's method names and the operations they stand for.
     *
     * @return unmodifiable, in the order of the model
     */
    Map<String, String> methodToOperation();

    /**
     * The operation that a name stands for: its API name, boto3's method name, or Java's.
     *
     * @param anyName for example {@code list_objects_v2}
     * @return the API name, or null
     */
    String resolveOperation(String anyName);
}

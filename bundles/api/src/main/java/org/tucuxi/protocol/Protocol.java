package org.tucuxi.protocol;

import org.osgi.annotation.versioning.ConsumerType;
import org.tucuxi.model.OperationModel;

/** A wire protocol: a service with the property {@value #PROTOCOL}. */
@ConsumerType
public interface Protocol {

    /** Service property (required): the protocol's name in models, for example {@code rest-xml}. */
    String PROTOCOL = "protocol";

    /**
     * Compiles the codec of an operation.
     *
     * @param operation the operation
     * @param settings what {@code creating-serializer} handlers chose
     * @return the codec: immutable and safe for use by many threads
     * @throws org.tucuxi.model.ModelException when the operation's shapes make no sense to the protocol
     */
    OperationCodec compile(OperationModel operation, CodecSettings settings);
}

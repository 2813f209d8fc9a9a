package org.tucuxi.protocol;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;

/** Serialises requests and parses responses of one operation. Immutable and safe for use by many threads. */
@ConsumerType
public interface OperationCodec {

    /**
     * Serialises parameters that were validated (unless validation is off).
     *
     * @param parameters the parameters by their API names
     * @return method, path, query, headers, body and host prefix
     * @throws org.tucuxi.ParamValidationException when a value cannot be written, or a host label is invalid
     */
    SerializedRequest serialize(Map<String, ?> parameters);

    /**
     * Parses a response: success below status 301, an error from 301 on. For an error whose code is modelled on the service, the
     * error's members are at the top level beside {@code Error}.
     *
     * @param response the response, as {@code before-parse} handlers left it
     * @return the result with {@code ResponseMetadata}; mutable, in the order of arrival; absent members are absent
     * @throws ResponseParserException when the response does not fit the protocol; names operation and place
     */
    Map<String, Object> parse(RawResponse response);
}

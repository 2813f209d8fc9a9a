package org.tucuxi.client;

import java.util.Map;
import org.tucuxi.http.HttpVersion;
import org.tucuxi.model.OperationModel;

/**
 * What the event streams of an operation ask of the transport.
 *
 * @param version the version of HTTP
 * @param isDuplex whether the response is read while the request is still being sent
 */
record EventStreamTraits(HttpVersion version, boolean isDuplex) {

    private static final EventStreamTraits NONE = new EventStreamTraits(HttpVersion.HTTP_1_1, false);

    static EventStreamTraits of(OperationModel operation) {
        boolean in = operation.hasEventStreamInput();
        boolean out = operation.hasEventStreamOutput();
        if (!in && !out) {
            return NONE;
        }
        boolean isDuplex = in && out;
        Object settings = operation.service().metadata().get("protocolSettings");
        Object h2 = settings instanceof Map<?, ?> map ? map.get("h2") : null;
        boolean isHttp2 = "eventstream".equals(h2) || "optional".equals(h2) && isDuplex;
        return new EventStreamTraits(isHttp2 ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1, isDuplex);
    }
}

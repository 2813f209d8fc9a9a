package org.tucuxi.protocols.json;

import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.rpc.RpcFormat;

/** The calls of one operation of the protocol json, in version 1.0 or 1.1. */
public final class JsonRpcFormat extends JsonBodyFormat implements RpcFormat {

    private final String target;
    private final String contentType;
    private final boolean isQueryCompatible;

    /**
     * Makes the format.
     *
     * @param operation the operation
     * @param settings the settings of its codec
     * @throws ModelException when the service names no target
     */
    public JsonRpcFormat(OperationModel operation, CodecSettings settings) {
        super(settings, false);
        Map<String, Object> metadata = operation.service().metadata();
        if (!(metadata.get("targetPrefix") instanceof String prefix)) {
            throw new ModelException("The metadata of " + operation.service().serviceId()
                    + " have no targetPrefix, which the protocol json needs");
        }
        target = prefix + '.' + operation.name();
        contentType = "application/x-amz-json-" + metadata.getOrDefault("jsonVersion", "1.0");
        isQueryCompatible = metadata.containsKey("awsQueryCompatible");
        try {
            new HttpHeaders().put("X-Amz-Target", target).put("Content-Type", contentType);
        } catch (IllegalArgumentException e) {
            throw new ModelException("Operation " + operation.name() + " of " + operation.service().serviceId()
                    + " cannot be sent by the protocol json: " + e.getMessage());
        }
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public byte[] withoutInput() {
        return EMPTY_OBJECT;
    }

    @Override
    public void address(SerializedRequest request) {
        request.headers().put("X-Amz-Target", target).put("Content-Type", contentType);
        if (isQueryCompatible) {
            request.headers().put("x-amzn-query-mode", "true");
        }
    }

    @Override
    public Map<String, Object> metadata(HttpHeaders headers) {
        return JsonError.metadata(headers);
    }
}

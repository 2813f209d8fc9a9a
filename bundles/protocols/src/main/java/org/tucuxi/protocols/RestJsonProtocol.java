package org.tucuxi.protocols;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.protocols.codec.Compilation;
import org.tucuxi.protocols.json.JsonBodyFormat;
import org.tucuxi.protocols.rest.RestCodec;

/** The protocol rest-json: more than half of all services speak it, Lambda and API Gateway among them. */
@Component(property = Protocol.PROTOCOL + "=" + RestJsonProtocol.NAME)
public final class RestJsonProtocol implements Protocol {

    /** The protocol's name in models. */
    public static final String NAME = "rest-json";

    @Override
    public OperationCodec compile(OperationModel operation, CodecSettings settings) {
        return Compilation.of(operation, () -> new RestCodec(operation, new JsonBodyFormat(settings), settings));
    }
}

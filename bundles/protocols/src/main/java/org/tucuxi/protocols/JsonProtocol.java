package org.tucuxi.protocols;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.protocols.codec.Compilation;
import org.tucuxi.protocols.json.JsonRpcFormat;
import org.tucuxi.protocols.rpc.RpcCodec;

/** The protocol json, in its versions 1.0 and 1.1: DynamoDB, SQS, KMS and Kinesis speak it. */
@Component(property = Protocol.PROTOCOL + "=" + JsonProtocol.NAME)
public final class JsonProtocol implements Protocol {

    /** The protocol's name in models. */
    public static final String NAME = "json";

    @Override
    public OperationCodec compile(OperationModel operation, CodecSettings settings) {
        return Compilation.of(operation, () -> new RpcCodec(operation, new JsonRpcFormat(operation, settings)));
    }
}

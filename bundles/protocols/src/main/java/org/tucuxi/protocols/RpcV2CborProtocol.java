package org.tucuxi.protocols;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.protocols.cbor.CborFormat;
import org.tucuxi.protocols.codec.Compilation;
import org.tucuxi.protocols.rpc.RpcCodec;

/** The protocol smithy-rpc-v2-cbor: CloudWatch speaks it beside others, Partner Central's revenue measurement alone. */
@Component(property = Protocol.PROTOCOL + "=" + RpcV2CborProtocol.NAME)
public final class RpcV2CborProtocol implements Protocol {

    /** The protocol's name in models. */
    public static final String NAME = "smithy-rpc-v2-cbor";

    /** Timestamps have one form, whatever precision the settings ask for: seconds to the millisecond. */
    @Override
    public OperationCodec compile(OperationModel operation, CodecSettings settings) {
        return Compilation.of(operation, () -> new RpcCodec(operation, new CborFormat(operation)));
    }
}

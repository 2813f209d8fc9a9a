package org.tucuxi.protocols;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.protocols.codec.Compilation;
import org.tucuxi.protocols.query.QueryFormat;
import org.tucuxi.protocols.rpc.RpcCodec;

/** The protocol query: IAM, STS, SNS, CloudFormation, RDS and a dozen others speak it. */
@Component(property = Protocol.PROTOCOL + "=" + QueryProtocol.NAME)
public final class QueryProtocol implements Protocol {

    /** The protocol's name in models. */
    public static final String NAME = "query";

    @Override
    public OperationCodec compile(OperationModel operation, CodecSettings settings) {
        return Compilation.of(operation, () -> new RpcCodec(operation, new QueryFormat(operation, settings)));
    }
}

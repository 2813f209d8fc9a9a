package org.tucuxi.protocols;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.protocols.codec.Compilation;
import org.tucuxi.protocols.query.Ec2Format;
import org.tucuxi.protocols.rpc.RpcCodec;

/** The protocol ec2, a dialect of query that EC2 alone speaks. */
@Component(property = Protocol.PROTOCOL + "=" + Ec2Protocol.NAME)
public final class Ec2Protocol implements Protocol {

    /** The protocol's name in models. */
    public static final String NAME = "ec2";

    @Override
    public OperationCodec compile(OperationModel operation, CodecSettings settings) {
        return Compilation.of(operation, () -> new RpcCodec(operation, new Ec2Format(operation, settings)));
    }
}

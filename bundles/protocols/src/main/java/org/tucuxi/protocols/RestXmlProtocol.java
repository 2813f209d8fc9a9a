package org.tucuxi.protocols;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.protocols.codec.Compilation;
import org.tucuxi.protocols.rest.RestCodec;
import org.tucuxi.protocols.xml.XmlBodyFormat;

/** The protocol rest-xml: S3, S3 Control, CloudFront and Route 53 speak it. */
@Component(property = Protocol.PROTOCOL + "=" + RestXmlProtocol.NAME)
public final class RestXmlProtocol implements Protocol {

    /** The protocol's name in models. */
    public static final String NAME = "rest-xml";

    @Override
    public OperationCodec compile(OperationModel operation, CodecSettings settings) {
        return Compilation.of(operation,
                () -> new RestCodec(operation, new XmlBodyFormat(operation, settings), settings));
    }
}

package org.tucuxi.protocols.query;

import org.tucuxi.model.OperationModel;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.xml.XmlResults;

/** The documents of one EC2 operation. */
public final class Ec2Format extends FormFormat {

    private static final String ERROR_REQUEST_ID = "RequestID";

    private final XmlResults results;

    /**
     * Makes the format.
     *
     * @param operation the operation
     * @param settings the settings of its codec
     */
    public Ec2Format(OperationModel operation, CodecSettings settings) {
        super(operation, settings, Dialect.EC2);
        results = new XmlResults(operation.service());
    }

    @Override
    public Filler fill(StructureShape output, StructureLayout layout) {
        return output != null && output.isException()
                ? results.ec2Error(output, layout)
                : results.ec2(output, layout);
    }

    @Override
    String errorRequestId() {
        return ERROR_REQUEST_ID;
    }
}

package org.tucuxi.protocols.query;

import org.tucuxi.model.OperationModel;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.xml.XmlResults;

/** The documents of one query operation. */
public final class QueryFormat extends FormFormat {

    private final String operation;
    private final XmlResults results;

    /**
     * Makes the format.
     *
     * @param operation the operation
     * @param settings the settings of its codec
     */
    public QueryFormat(OperationModel operation, CodecSettings settings) {
        super(operation, settings, Dialect.QUERY);
        this.operation = operation.name();
        results = new XmlResults(operation.service());
    }

    @Override
    public Filler fill(StructureShape output, StructureLayout layout) {
        return output != null && output.isException()
                ? results.error(output, layout)
                : results.wrapped(operation, output, layout);
    }

    @Override
    String errorRequestId() {
        return REQUEST_ID;
    }
}

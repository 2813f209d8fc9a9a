package org.tucuxi.protocols.codec;

import java.util.function.Supplier;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocols.value.ValueFault;

/**
 * The way from an operation to its codec. What a codec is compiled of are the texts of a model, so one of them that
 * cannot be written is the model's fault.
 */
public final class Compilation {

    private Compilation() {
    }

    /**
     * Compiles a codec.
     *
     * @param operation the operation
     * @param compiler compiles its codec
     * @return the codec
     * @throws ModelException when the model has what its protocol cannot write
     */
    public static OperationCodec of(OperationModel operation, Supplier<OperationCodec> compiler) {
        try {
            return compiler.get();
        } catch (ValueFault fault) {
            throw broken("Operation " + operation.name() + " of " + operation.service().serviceId(), fault);
        }
    }

    static ModelException broken(String what, ValueFault fault) {
        return new ModelException(what + " has in its model what cannot be sent: " + fault.getMessage(), fault);
    }
}

package org.tucuxi.protocols.codec;

import java.util.function.Supplier;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.value.ValueFault;

/**
 * What is compiled out of the model when it is first needed: a structure may contain itself, and most of a service is
 * never called.
 *
 * @param <T> what it is
 */
public final class Compiled<T> {

    private final StructureShape shape;
    private final Supplier<T> compiler;
    private volatile T value;

    /**
     * Makes one that is not compiled yet.
     *
     * @param shape what it is compiled of, for messages; null for nothing
     * @param compiler compiles it; may be asked again, and then gives an equal result
     */
    public Compiled(StructureShape shape, Supplier<T> compiler) {
        this.shape = shape;
        this.compiler = compiler;
    }

    /**
     * Gives it, compiled.
     *
     * @return what it is
     * @throws org.tucuxi.model.ModelException when the model has what its protocol cannot write
     */
    public T get() {
        T compiled = value;
        if (compiled == null) {
            // Two threads may compile the same: the results are equal.
            compiled = compile();
            value = compiled;
        }
        return compiled;
    }

    private T compile() {
        try {
            return compiler.get();
        } catch (ValueFault fault) {
            throw Compilation.broken(shape == null ? "An empty result" : "Shape " + shape.name(), fault);
        }
    }
}

package org.tucuxi.protocols.codec;

import java.util.function.Supplier;

/**
 * What is compiled out of the model when it is first needed: a structure may contain itself, and most of a service is
 * never called.
 *
 * @param <T> what it is
 */
public final class Compiled<T> {

    private final Supplier<T> compiler;
    private volatile T value;

    /**
     * Makes one that is not compiled yet.
     *
     * @param compiler compiles it; may be asked again, and then gives an equal result
     */
    public Compiled(Supplier<T> compiler) {
        this.compiler = compiler;
    }

    /**
     * Gives it, compiled.
     *
     * @return what it is
     */
    public T get() {
        T compiled = value;
        if (compiled == null) {
            // Two threads may compile the same: the results are equal.
            compiled = compiler.get();
            value = compiled;
        }
        return compiled;
    }
}

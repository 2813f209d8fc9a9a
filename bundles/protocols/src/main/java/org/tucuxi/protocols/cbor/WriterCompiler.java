package org.tucuxi.protocols.cbor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** Compiles shapes into writers, each structure once for an operation. */
final class WriterCompiler {

    /** Bounded by the shapes of the model. */
    private final Map<String, StructureWriter> structures = new ConcurrentHashMap<>();

    ValueWriter value(Shape shape) {
        return value(shape, 0);
    }

    private ValueWriter value(Shape shape, int nesting) {
        if (nesting > ReaderCompiler.MAX_NESTING) {
            throw new ModelException("Shape " + shape.name() + " contains itself without a structure between");
        }
        if (shape instanceof StructureShape structure) {
            return structures.computeIfAbsent(shape.name(), key -> new StructureWriter(this, structure));
        }
        if (shape instanceof ListShape list) {
            return new ValueWriter.Items(value(list.member(), nesting + 1), list.flag("sparse"));
        }
        if (shape instanceof MapShape map) {
            return new ValueWriter.Entries(value(map.value(), nesting + 1), map.flag("sparse"));
        }
        return ScalarWriters.compile(shape);
    }
}

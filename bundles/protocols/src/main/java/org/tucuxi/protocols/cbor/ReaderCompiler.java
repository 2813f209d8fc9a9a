package org.tucuxi.protocols.cbor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** Compiles shapes into readers, each structure once for an operation. */
final class ReaderCompiler {

    static final int MAX_NESTING = 32;

    /** Bounded by the shapes of the model. */
    private final Map<String, StructureReader> structures = new ConcurrentHashMap<>();

    ValueReader value(Shape shape) {
        return value(shape, 0);
    }

    private ValueReader value(Shape shape, int nesting) {
        if (nesting > MAX_NESTING) {
            throw new ModelException("Shape " + shape.name() + " contains itself without a structure between");
        }
        if (shape instanceof StructureShape structure) {
            return structures.computeIfAbsent(shape.name(), key -> new StructureReader(this, structure, null));
        }
        if (shape instanceof ListShape list) {
            return new ValueReader.Items(value(list.member(), nesting + 1));
        }
        if (shape instanceof MapShape map) {
            return new ValueReader.Entries(value(map.value(), nesting + 1), map.flag("sparse"));
        }
        return ScalarReaders.compile(shape);
    }
}

package org.tucuxi.protocols.json;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocol.CodecSettings;

/** Compiles shapes into writers, each structure once for an operation. */
final class WriterCompiler {

    /** Lists of lists: far more than any model has, far less than a stack holds. */
    static final int MAX_NESTING = 32;

    private final CodecSettings settings;
    /** Bounded by the shapes of the model. */
    private final Map<String, StructureWriter> structures = new ConcurrentHashMap<>();

    WriterCompiler(CodecSettings settings) {
        this.settings = settings;
    }

    ValueWriter compile(Shape shape) {
        return compile(shape, 0);
    }

    private ValueWriter compile(Shape shape, int nesting) {
        if (nesting > MAX_NESTING) {
            throw new ModelException("Shape " + shape.name() + " contains itself without a structure between");
        }
        if (shape instanceof StructureShape structure) {
            return structure.isDocument() ? ScalarWriters.DOCUMENT : structures.computeIfAbsent(shape.name(),
                    name -> new StructureWriter(this, structure, false));
        }
        if (shape instanceof ListShape list) {
            return new ValueWriter.Items(compile(list.member(), nesting + 1));
        }
        if (shape instanceof MapShape map) {
            return new ValueWriter.Entries(compile(map.value(), nesting + 1));
        }
        return ScalarWriters.compile(shape, settings);
    }
}

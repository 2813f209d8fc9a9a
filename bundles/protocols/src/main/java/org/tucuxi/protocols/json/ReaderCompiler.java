package org.tucuxi.protocols.json;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** Compiles shapes into readers, each structure once for an operation. */
final class ReaderCompiler {

    /** Whether scalars of a wrong type are converted, as rest-json does, or stay as they came. */
    private final boolean converts;
    /** Bounded by the shapes of the model. */
    private final Map<String, StructureReader> structures = new ConcurrentHashMap<>();

    ReaderCompiler(boolean converts) {
        this.converts = converts;
    }

    ValueReader compile(Shape shape) {
        return compile(shape, 0);
    }

    private ValueReader compile(Shape shape, int nesting) {
        if (nesting > WriterCompiler.MAX_NESTING) {
            throw new ModelException("Shape " + shape.name() + " contains itself without a structure between");
        }
        if (shape instanceof StructureShape structure) {
            return structure.isDocument() ? ScalarReaders.DOCUMENT : structures.computeIfAbsent(shape.name(),
                    name -> new StructureReader(this, structure, null));
        }
        if (shape instanceof ListShape list) {
            return new ValueReader.Items(compile(list.member(), nesting + 1));
        }
        if (shape instanceof MapShape map) {
            return new ValueReader.Entries(compile(map.value(), nesting + 1), keepsNulls(map));
        }
        return ScalarReaders.compile(shape, converts);
    }

    /**
     * A sparse map has nulls for values. In another one they are a mistake of the service; the reference gives those of
     * texts and structures to the user and fails at the rest, Smithy drops them.
     */
    private boolean keepsNulls(MapShape map) {
        if (map.flag("sparse")) {
            return true;
        }
        return switch (map.value().type()) {
            case STRING, CHARACTER, STRUCTURE -> true;
            case LIST, MAP, BLOB, TIMESTAMP -> false;
            default -> !converts;
        };
    }
}

package org.tucuxi.protocols.query;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.value.ScalarText;
import org.tucuxi.protocols.value.TimestampFormat;

/** Compiles shapes into writers, each structure once for an operation. */
final class FieldCompiler {

    /** Lists of lists: far more than any model has, far less than a stack holds. */
    private static final int MAX_NESTING = 32;

    private final Dialect dialect;
    private final CodecSettings settings;
    /** Bounded by the shapes of the model. */
    private final Map<String, FieldWriter> structures = new ConcurrentHashMap<>();

    FieldCompiler(Dialect dialect, CodecSettings settings) {
        this.dialect = dialect;
        this.settings = settings;
    }

    Dialect dialect() {
        return dialect;
    }

    FieldWriter field(Shape shape) {
        return field(shape, 0);
    }

    private FieldWriter field(Shape shape, int nesting) {
        if (nesting > MAX_NESTING) {
            throw new ModelException("Shape " + shape.name() + " contains itself without a structure between");
        }
        if (shape instanceof StructureShape structure) {
            return structures.computeIfAbsent(shape.name(),
                    key -> new FieldWriter.Structure(new MemberFields(this, structure)));
        }
        if (shape instanceof ListShape list) {
            return dialect.items(list, field(list.member(), nesting + 1));
        }
        if (shape instanceof MapShape map) {
            return new FieldWriter.Entries(map.flag("flattened") ? null : FormWriter.encode("entry"),
                    FormWriter.encode(dialect.name(map.key(), "key")), scalar(map.key()),
                    FormWriter.encode(dialect.name(map.value(), "value")), field(map.value(), nesting + 1));
        }
        return scalar(shape);
    }

    private FieldWriter scalar(Shape shape) {
        return new FieldWriter.Scalar(ScalarText.compile(shape, TimestampFormat.ISO_8601, settings));
    }
}

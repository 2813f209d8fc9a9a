package org.tucuxi.protocols.xml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.value.ScalarParser;

/** Compiles shapes into readers, each structure once for an operation. */
final class ReaderCompiler {

    private final XmlNames names;
    /** Bounded by the shapes of the model. */
    private final Map<String, StructureReader> structures = new ConcurrentHashMap<>();

    ReaderCompiler(ServiceModel service) {
        this.names = new XmlNames(service);
    }

    XmlNames names() {
        return names;
    }

    ElementReader element(Shape shape) {
        return element(shape, 0);
    }

    ElementReader.Items items(ListShape list) {
        return items(list, 0);
    }

    ElementReader.Entries entries(MapShape map) {
        return entries(map, 0);
    }

    private ElementReader element(Shape shape, int nesting) {
        if (nesting > WriterCompiler.MAX_NESTING) {
            throw new ModelException("Shape " + shape.name() + " contains itself without a structure between");
        }
        if (shape instanceof StructureShape structure) {
            return structures.computeIfAbsent(shape.name(), key -> new StructureReader(this, structure, null));
        }
        if (shape instanceof ListShape list) {
            return items(list, nesting);
        }
        if (shape instanceof MapShape map) {
            return entries(map, nesting);
        }
        return new ElementReader.Scalar(ScalarParser.compile(shape));
    }

    private ElementReader.Items items(ListShape list, int nesting) {
        return new ElementReader.Items(element(list.member(), nesting + 1));
    }

    /** Keys are scalars: maps in the keys of maps would double what is compiled at each level. */
    private ElementReader.Entries entries(MapShape map, int nesting) {
        return new ElementReader.Entries(
                name(map.key(), "key"), new ElementReader.Scalar(ScalarParser.compile(map.key())),
                name(map.value(), "value"), element(map.value(), nesting + 1));
    }

    private static byte[] name(Shape shape, String otherwise) {
        return WriterCompiler.nameOr(shape, otherwise).getBytes(StandardCharsets.UTF_8);
    }
}

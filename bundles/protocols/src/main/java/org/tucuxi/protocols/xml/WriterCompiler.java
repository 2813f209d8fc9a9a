package org.tucuxi.protocols.xml;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.value.ScalarText;
import org.tucuxi.protocols.value.TimestampFormat;

/** Compiles shapes into writers, each structure once for an operation. */
final class WriterCompiler {

    /** Lists of lists: far more than any model has, far less than a stack holds. */
    static final int MAX_NESTING = 32;

    private final XmlNames names;
    private final CodecSettings settings;
    /** Bounded by the shapes of the model. */
    private final Map<String, MemberWriters> structures = new ConcurrentHashMap<>();

    WriterCompiler(ServiceModel service, CodecSettings settings) {
        this.names = new XmlNames(service);
        this.settings = settings;
    }

    XmlNames names() {
        return names;
    }

    CodecSettings settings() {
        return settings;
    }

    /** Compiles the document of an input whose members are the body. */
    ElementWriter root(StructureShape input) {
        ElementWriter.Tag tag = ElementWriter.Tag.of(names.root(input), XmlNames.namespace(input));
        return new ElementWriter.Structure(tag, new MemberWriters(this, input, true));
    }

    /** Compiles the element of a shape at a place that names it. */
    ElementWriter element(String name, Shape shape) {
        return element(name, shape, 0);
    }

    private ElementWriter element(String name, Shape shape, int nesting) {
        if (nesting > MAX_NESTING) {
            throw new ModelException("Shape " + shape.name() + " contains itself without a structure between");
        }
        ElementWriter.Tag tag = ElementWriter.Tag.of(name, XmlNames.namespace(shape));
        if (shape instanceof StructureShape structure) {
            return new ElementWriter.Structure(tag,
                    structures.computeIfAbsent(shape.name(), key -> new MemberWriters(this, structure, false)));
        }
        if (shape instanceof ListShape list) {
            return items(name, tag, list, nesting);
        }
        if (shape instanceof MapShape map) {
            return entries(name, tag, map, nesting);
        }
        return scalar(tag, shape);
    }

    private ElementWriter scalar(ElementWriter.Tag tag, Shape shape) {
        return new ElementWriter.Scalar(tag, ScalarText.compile(shape, TimestampFormat.ISO_8601, settings));
    }

    private ElementWriter items(String name, ElementWriter.Tag tag, ListShape list, int nesting) {
        boolean flattened = list.flag("flattened");
        String item = flattened ? name : nameOr(list.member(), "member");
        return new ElementWriter.Items(flattened ? null : tag, element(item, list.member(), nesting + 1));
    }

    private ElementWriter entries(String name, ElementWriter.Tag tag, MapShape map, int nesting) {
        boolean flattened = map.flag("flattened");
        ElementWriter.Tag entry = ElementWriter.Tag.of(flattened ? name : "entry", null);
        return new ElementWriter.Entries(flattened ? null : tag, entry,
                scalar(ElementWriter.Tag.of(nameOr(map.key(), "key"), XmlNames.namespace(map.key())), map.key()),
                element(nameOr(map.value(), "value"), map.value(), nesting + 1));
    }

    static String nameOr(Shape shape, String otherwise) {
        return shape.locationName() == null ? otherwise : shape.locationName();
    }
}

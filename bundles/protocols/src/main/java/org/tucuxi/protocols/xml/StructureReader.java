package org.tucuxi.protocols.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.Compiled;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.result.Union;
import org.tucuxi.protocols.value.ValueFault;

/** Reads a structure out of an element. Compiled when it is first needed, so structures may contain themselves. */
final class StructureReader implements ElementReader {

    private final ReaderCompiler compiler;
    private final StructureShape shape;
    private final StructureLayout givenLayout;
    private final List<ElementTable.Surrounding> surroundings;
    /** Asked for each value, and a look-up in the model. */
    private final boolean isUnion;
    private final Compiled<Table> table;

    /** Makes a reader; results have the given layout, or one of their own when it is null. */
    StructureReader(ReaderCompiler compiler, StructureShape shape, StructureLayout layout) {
        this(compiler, shape, layout, List.of());
    }

    /** Makes a reader of a result that has more than its members; {@code shape} is null when it has none. */
    StructureReader(ReaderCompiler compiler, StructureShape shape, StructureLayout layout,
            List<ElementTable.Surrounding> surroundings) {
        this.compiler = compiler;
        this.shape = shape;
        this.table = new Compiled<>(shape, this::compile);
        this.givenLayout = layout;
        this.surroundings = surroundings;
        this.isUnion = shape != null && shape.isUnion();
    }

    /**
     * What is compiled.
     *
     * @param layout the layout of results
     * @param elements the members by their elements
     * @param attributes the members that are attributes
     */
    private record Table(StructureLayout layout, ElementTable elements, List<Attribute> attributes) {
    }

    private record Attribute(int index, boolean qualified, byte[] local) {
    }

    @Override
    public Object read(XmlReader in) {
        Table compiled = table.get();
        StructureMap result = new StructureMap(compiled.layout());
        if (isUnion) {
            return readUnion(in, compiled, result);
        }
        fill(in, compiled, result);
        return result;
    }

    /** Reads the members into a structure that is there already. */
    void fill(XmlReader in, StructureMap target) {
        fill(in, table.get(), target);
    }

    private static void fill(XmlReader in, Table compiled, StructureMap target) {
        readAttributes(in, compiled, target);
        while (in.toChild()) {
            ElementTable.Member member = compiled.elements().find(in);
            if (member == null) {
                in.skipElement();
            } else {
                member.read(in, target);
            }
        }
    }

    private static void readAttributes(XmlReader in, Table compiled, StructureMap target) {
        List<Attribute> attributes = compiled.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            String value = in.attribute(attribute.qualified(), attribute.local());
            if (value != null) {
                target.putAt(attribute.index(), value);
            }
        }
    }

    private Object readUnion(XmlReader in, Table compiled, StructureMap result) {
        String unknown = null;
        int others = 0;
        while (in.toChild()) {
            ElementTable.Member member = compiled.elements().find(in);
            if (member != null) {
                member.read(in, result);
                continue;
            }
            String tag = in.localName();
            others += tag.equals(unknown) ? 0 : 1;
            unknown = tag;
            in.skipElement();
        }
        String problem = Union.problem(shape.name(), result.size() + others);
        if (problem != null) {
            throw new ValueFault(problem);
        }
        return unknown == null ? result : Union.unknownMember(unknown);
    }

    private Map<String, Shape> members() {
        return shape == null ? Map.of() : shape.members();
    }

    private Table compile() {
        StructureLayout layout = givenLayout != null ? givenLayout : new StructureLayout(members().keySet());
        ElementTable elements = new ElementTable(members().size() + surroundings.size());
        List<Attribute> attributes = new ArrayList<>();
        for (Map.Entry<String, Shape> entry : members().entrySet()) {
            Shape member = entry.getValue();
            if (isElsewhere(member)) {
                continue;
            }
            int index = layout.indexOf(entry.getKey());
            String wireName = compiler.names().member(entry.getKey(), member);
            if (member.flag("xmlAttribute")) {
                attributes.add(attribute(index, wireName));
            }
            elements.add(wireName, member(entry.getKey(), index, member));
        }
        addItemNames(elements);
        surroundings.forEach(surrounding -> elements.add(surrounding.element(), surrounding));
        return new Table(layout, elements, List.copyOf(attributes));
    }

    /** A flattened list may also come under the name of its items (the reference), unless that name is taken. */
    private void addItemNames(ElementTable elements) {
        for (Map.Entry<String, Shape> entry : members().entrySet()) {
            Shape member = entry.getValue();
            if (!isElsewhere(member) && member.flag("flattened") && member instanceof ListShape list
                    && list.member().locationName() != null) {
                elements.addUnlessTaken(list.member().locationName(), compiler.names().member(entry.getKey(), member));
            }
        }
    }

    private static boolean isElsewhere(Shape member) {
        String location = member.location();
        return "header".equals(location) || "headers".equals(location) || "statusCode".equals(location)
                || member.flag("eventheader");
    }

    private static Attribute attribute(int index, String wireName) {
        int colon = wireName.indexOf(':');
        return new Attribute(index, colon >= 0, wireName.substring(colon + 1).getBytes(StandardCharsets.UTF_8));
    }

    private ElementTable.Member member(String name, int index, Shape member) {
        if (member.flag("flattened")) {
            if (member instanceof ListShape list) {
                return new ElementTable.FlatList(name, index, compiler.items(list));
            }
            if (member instanceof MapShape map) {
                return new ElementTable.FlatMap(name, index, compiler.entries(map));
            }
        }
        return new ElementTable.Single(name, index, compiler.element(member), member.flag("xmlAttribute"));
    }
}

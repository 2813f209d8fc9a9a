package org.tucuxi.protocols.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.Compiled;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.result.Union;
import org.tucuxi.protocols.value.ValueFault;

/** Reads a structure. Compiled when it is first needed, so structures may contain themselves. */
final class StructureReader implements ValueReader {

    /** Services put the name of the shape into the object; it is no member. */
    private static final String TYPE = "__type";

    private final ReaderCompiler compiler;
    private final StructureShape shape;
    private final StructureLayout givenLayout;
    /** Asked for each value, and a look-up in the model. */
    private final boolean isUnion;
    private final Compiled<Table> table;

    /** Makes a reader; results have the given layout, or one of their own when it is null. */
    StructureReader(ReaderCompiler compiler, StructureShape shape, StructureLayout layout) {
        this.compiler = compiler;
        this.shape = shape;
        this.table = new Compiled<>(shape, this::compile);
        this.givenLayout = layout;
        this.isUnion = shape.isUnion();
    }

    /**
     * What is compiled.
     *
     * @param layout the layout of results
     * @param members the members by their names in documents
     */
    private record Table(StructureLayout layout, Map<String, Member> members) {
    }

    /**
     * A member.
     *
     * @param name its name
     * @param index its place in results
     * @param reader the reader of its value
     * @param isElsewhere whether it has a location; then the document may repeat what a header has told
     */
    private record Member(String name, int index, ValueReader reader, boolean isElsewhere) {

        void read(JsonParser in, StructureMap target) {
            try {
                if (target.putAt(index, reader.read(in)) != null && !isElsewhere) {
                    throw new ValueFault("expected each name once, got it twice");
                }
            } catch (ValueFault fault) {
                throw fault.in(name);
            } catch (IOException e) {
                throw JsonDocument.fault(e).in(name);
            }
        }
    }

    @Override
    public Object read(JsonParser in) throws IOException {
        Table compiled = table.get();
        StructureMap result = new StructureMap(compiled.layout());
        if (isUnion) {
            return readUnion(in, compiled, result);
        }
        fill(in, compiled, result);
        return result;
    }

    /** Reads the members into a structure that is there already. */
    void fill(JsonParser in, StructureMap target) throws IOException {
        fill(in, table.get(), target);
    }

    private static void fill(JsonParser in, Table compiled, StructureMap target) throws IOException {
        start(in);
        Map<String, Member> members = compiled.members();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            Member member = members.get(name);
            if (in.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            if (member == null) {
                skip(in, name);
            } else {
                member.read(in, target);
            }
        }
    }

    private static void skip(JsonParser in, String name) throws IOException {
        try {
            in.skipChildren();
        } catch (IOException e) {
            throw JsonDocument.fault(e).in(name);
        }
    }

    private static void start(JsonParser in) {
        if (!in.isExpectedStartObjectToken()) {
            throw JsonDocument.unexpected("an object", in);
        }
    }

    private Object readUnion(JsonParser in, Table compiled, StructureMap result) throws IOException {
        start(in);
        String unknown = null;
        int count = 0;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            Member member = compiled.members().get(name);
            if (in.nextToken() == JsonToken.VALUE_NULL || name.equals(TYPE)) {
                skip(in, name);
                continue;
            }
            count++;
            if (member == null) {
                unknown = name;
                skip(in, name);
            } else {
                member.read(in, result);
            }
        }
        String problem = Union.problem(shape.name(), count);
        if (problem != null) {
            throw new ValueFault(problem);
        }
        return unknown == null ? result : Union.unknownMember(unknown);
    }

    private Table compile() {
        StructureLayout layout = givenLayout != null ? givenLayout : new StructureLayout(shape.members().keySet());
        Map<String, Member> members = new HashMap<>();
        for (Map.Entry<String, Shape> entry : shape.members().entrySet()) {
            Shape member = entry.getValue();
            if (member.flag("eventstream")) {
                continue;
            }
            String wireName = member.locationName() == null ? entry.getKey() : member.locationName();
            boolean isElsewhere = member.location() != null;
            if (!isElsewhere || !members.containsKey(wireName)) {
                members.put(wireName, new Member(entry.getKey(), layout.indexOf(entry.getKey()),
                        compiler.compile(member), isElsewhere));
            }
        }
        return new Table(layout, members);
    }
}

package org.tucuxi.protocols.cbor;

import java.nio.charset.StandardCharsets;
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

    /** Says what a structure is, for parsers that do not know; no member of a union. */
    private static final byte[] TYPE = "__type".getBytes(StandardCharsets.US_ASCII);

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

    private record Table(StructureLayout layout, MemberTable members) {
    }

    @Override
    public Object read(CborReader in) {
        Table compiled = table.get();
        StructureMap result = new StructureMap(compiled.layout());
        int start = in.position();
        int others = fill(in, compiled.members(), result);
        // A member that is newer than the model leaves an empty map, as in the reference.
        String problem = isUnion ? Union.problem(shape.name(), result.size() + others) : null;
        if (problem != null) {
            throw CborReader.fault(start, problem);
        }
        return result;
    }

    /** Reads the members into a structure that is there already. */
    void fill(CborReader in, StructureMap target) {
        fill(in, table.get().members(), target);
    }

    /** Returns the number of members that the model does not know. */
    private static int fill(CborReader in, MemberTable members, StructureMap target) {
        int others = 0;
        int size = in.enterMap();
        for (int i = 0; in.more(size, i); i++) {
            in.readText();
            MemberTable.Member member = members.find(in);
            if (member == null) {
                boolean counts = !in.isText(TYPE);
                if (!in.readNull()) {
                    in.skip();
                    others += counts ? 1 : 0;
                }
            } else if (!in.readNull()) {
                try {
                    target.putAt(member.index(), member.reader().read(in));
                } catch (ValueFault fault) {
                    throw fault.in(member.name());
                }
            }
        }
        return others;
    }

    private Table compile() {
        StructureLayout layout = givenLayout != null ? givenLayout : new StructureLayout(shape.members().keySet());
        MemberTable members = new MemberTable(shape.members().size());
        for (Map.Entry<String, Shape> entry : shape.members().entrySet()) {
            if (isInBody(entry.getValue())) {
                members.add(entry.getKey(), layout.indexOf(entry.getKey()), compiler.value(entry.getValue()));
            }
        }
        // The reference writes one name and reads the other; here, what was written can be read.
        for (Map.Entry<String, Shape> entry : shape.members().entrySet()) {
            String wireName = entry.getValue().locationName();
            if (wireName != null && isInBody(entry.getValue())) {
                members.addUnlessTaken(wireName, entry.getKey(), layout.indexOf(entry.getKey()),
                        compiler.value(entry.getValue()));
            }
        }
        return new Table(layout, members);
    }

    /** Events travel after the document, and some of their members in the events' headers. */
    static boolean isInBody(Shape member) {
        return !member.flag("eventstream") && !member.flag("eventheader");
    }
}

package org.tucuxi.protocols.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.Compiled;
import org.tucuxi.protocols.value.ValueFault;

/** Writes a structure, in the order of the user's map. Compiled when it is first needed. */
final class StructureWriter implements ValueWriter {

    /** Where members of a REST input go that are not in the body. */
    private static final Set<String> LOCATIONS = Set.of("uri", "querystring", "header", "headers");

    private final WriterCompiler compiler;
    private final StructureShape shape;
    /** Whether this is the input of a REST operation: members with a location are not its body's concern. */
    private final boolean hasLocations;
    private final Compiled<Map<String, Member>> members;

    StructureWriter(WriterCompiler compiler, StructureShape shape, boolean hasLocations) {
        this.compiler = compiler;
        this.shape = shape;
        this.members = new Compiled<>(shape, this::compile);
        this.hasLocations = hasLocations;
    }

    /**
     * How a member is written.
     *
     * @param name its name as it stands in the document; null when it stands elsewhere
     * @param writer the writer of its value
     */
    private record Member(byte[] name, ValueWriter writer) {
        static final Member ELSEWHERE = new Member(null, null);
    }

    @Override
    public void write(JsonWriter out, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw ValueFault.type(value, "a map");
        }
        Map<String, Member> compiled = members.get();
        out.startObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getValue() == null) {
                continue;
            }
            Member member = compiled.get(entry.getKey());
            if (member == null) {
                throw new ValueFault("expected members of the model, got "
                        + ValueFault.quoted(String.valueOf(entry.getKey())));
            }
            if (member.name() != null) {
                try {
                    out.name(member.name());
                    member.writer().write(out, entry.getValue());
                } catch (ValueFault fault) {
                    throw fault.in((String) entry.getKey());
                }
            }
        }
        out.endObject();
    }

    private Map<String, Member> compile() {
        Map<String, Member> result = new HashMap<>();
        for (Map.Entry<String, Shape> entry : shape.members().entrySet()) {
            result.put(entry.getKey(), compile(entry.getKey(), entry.getValue()));
        }
        return result;
    }

    private Member compile(String name, Shape member) {
        if (hasLocations && member.location() != null && LOCATIONS.contains(member.location())
                || member.flag("eventstream")) {
            return Member.ELSEWHERE;
        }
        String wireName = member.locationName() == null ? name : member.locationName();
        return new Member(JsonWriter.encodedName(wireName), compiler.compile(member));
    }
}

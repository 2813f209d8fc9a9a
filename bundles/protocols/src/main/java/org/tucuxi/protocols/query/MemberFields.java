package org.tucuxi.protocols.query;

import java.util.HashMap;
import java.util.Map;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.Compiled;
import org.tucuxi.protocols.value.ValueFault;

/**
 * Writes the members of a structure, in the order of the user's map. Compiled when it is first needed, so structures
 * may contain themselves.
 */
final class MemberFields {

    private final FieldCompiler compiler;
    private final StructureShape shape;
    private final Compiled<Map<String, Member>> members;

    MemberFields(FieldCompiler compiler, StructureShape shape) {
        this.compiler = compiler;
        this.shape = shape;
        this.members = new Compiled<>(shape, this::compile);
    }

    private record Member(byte[] name, FieldWriter writer) {
    }

    void write(FormWriter out, Map<?, ?> map) {
        Map<String, Member> compiled = members.get();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getValue() != null) {
                write(out, compiled, entry.getKey(), entry.getValue());
            }
        }
    }

    private void write(FormWriter out, Map<String, Member> compiled, Object name, Object value) {
        Member member = compiled.get(name);
        if (member == null) {
            throw new ValueFault("expected a member of " + shape.name()).in(String.valueOf(name));
        }
        int mark = out.mark();
        out.enter(member.name());
        try {
            member.writer().write(out, value);
        } catch (ValueFault fault) {
            throw fault.in((String) name);
        }
        out.leave(mark);
    }

    private Map<String, Member> compile() {
        Map<String, Member> result = new HashMap<>();
        for (Map.Entry<String, Shape> entry : shape.members().entrySet()) {
            byte[] name = FormWriter.encode(compiler.dialect().member(entry.getKey(), entry.getValue()));
            result.put(entry.getKey(), new Member(name, compiler.field(entry.getValue())));
        }
        return result;
    }
}

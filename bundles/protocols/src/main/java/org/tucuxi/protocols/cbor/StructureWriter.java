package org.tucuxi.protocols.cbor;

import java.util.HashMap;
import java.util.Map;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.Compiled;
import org.tucuxi.protocols.value.ValueFault;

/** Writes a structure, its members in the order of the user's map. Compiled when it is first needed. */
final class StructureWriter implements ValueWriter {

    private final WriterCompiler compiler;
    private final StructureShape shape;
    private final Compiled<Map<String, Member>> members;

    StructureWriter(WriterCompiler compiler, StructureShape shape) {
        this.compiler = compiler;
        this.shape = shape;
        this.members = new Compiled<>(shape, this::compile);
    }

    /**
     * How a member is written.
     *
     * @param key its name on the wire, encoded
     * @param value writes its value; null for a member that is not in the body
     */
    private record Member(byte[] key, ValueWriter value) {
    }

    @Override
    public void write(CborWriter out, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw ValueFault.type(value, "a map");
        }
        Map<String, Member> compiled = members.get();
        int present = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            present += isWritten(compiled, entry) ? 1 : 0;
        }
        out.enterMap(present);
        int written = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!isWritten(compiled, entry)) {
                continue;
            }
            Member member = compiled.get(entry.getKey());
            out.writeRaw(member.key());
            try {
                member.value().write(out, entry.getValue());
            } catch (ValueFault fault) {
                throw fault.in((String) entry.getKey());
            }
            written++;
        }
        ValueWriter.checkUnchanged(present, written);
        out.leave();
    }

    private static boolean isWritten(Map<String, Member> compiled, Map.Entry<?, ?> entry) {
        if (entry.getValue() == null) {
            return false;
        }
        Member member = compiled.get(entry.getKey());
        if (member == null) {
            throw new ValueFault("expected members of the model, got "
                    + ValueFault.quoted(String.valueOf(entry.getKey())));
        }
        return member.value() != null;
    }

    private Map<String, Member> compile() {
        Map<String, Member> result = new HashMap<>();
        for (Map.Entry<String, Shape> entry : shape.members().entrySet()) {
            Shape member = entry.getValue();
            CborWriter key = new CborWriter(32);
            key.writeString(member.locationName() == null ? entry.getKey() : member.locationName());
            result.put(entry.getKey(), new Member(key.toBytes(),
                    StructureReader.isInBody(member) ? compiler.value(member) : null));
        }
        return result;
    }
}

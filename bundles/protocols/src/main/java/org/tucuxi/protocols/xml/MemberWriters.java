package org.tucuxi.protocols.xml;

import java.util.HashMap;
import java.util.Map;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.Compiled;
import org.tucuxi.protocols.value.ScalarText;
import org.tucuxi.protocols.value.TimestampFormat;
import org.tucuxi.protocols.value.ValueFault;

/**
 * Writes the members of a structure into its element, in the order of the user's map. Compiled when it is first needed.
 */
final class MemberWriters {

    private final WriterCompiler compiler;
    private final StructureShape shape;
    /** The members of an input: those with a location and those that are null are not its body's concern. */
    private final boolean root;
    private final Compiled<Table> table;

    MemberWriters(WriterCompiler compiler, StructureShape shape, boolean root) {
        this.compiler = compiler;
        this.shape = shape;
        this.table = new Compiled<>(shape, this::compile);
        this.root = root;
    }

    /**
     * How a member is written.
     *
     * @param element its element, or null
     * @param attribute its attribute up to the value, or null
     * @param text the writer of the attribute
     * @param onParent the namespace that a flattened list puts on its parent (the reference does so), or null
     */
    private record Member(ElementWriter element, byte[] attribute, ScalarText text, byte[] onParent) {
    }

    private record Table(Map<String, Member> members, boolean hasAttributes) {
    }

    void write(XmlWriter out, Map<?, ?> map) {
        Table compiled = table.get();
        if (compiled.hasAttributes()) {
            writeAttributes(out, map, compiled);
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getValue() == null) {
                if (root) {
                    continue;
                }
                // Only without validation: the reference ends the structure here, too.
                return;
            }
            Member member = member(compiled, entry.getKey());
            if (member.element() != null) {
                try {
                    member.element().write(out, entry.getValue());
                } catch (ValueFault fault) {
                    throw fault.in((String) entry.getKey());
                }
            }
        }
    }

    /** Attributes come before all elements, wherever the user has put them. */
    private void writeAttributes(XmlWriter out, Map<?, ?> map, Table compiled) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getValue() == null) {
                if (root) {
                    continue;
                }
                return;
            }
            Member member = member(compiled, entry.getKey());
            if (member.attribute() != null) {
                try {
                    out.attribute(member.attribute(), member.text().of(entry.getValue()));
                } catch (ValueFault fault) {
                    throw fault.in((String) entry.getKey());
                }
            } else if (member.onParent() != null) {
                out.namespace(member.onParent());
            }
        }
    }

    private static Member member(Table compiled, Object name) {
        Member member = compiled.members().get(name);
        if (member == null) {
            throw new ValueFault("expected members of the model, got " + ValueFault.quoted(String.valueOf(name)));
        }
        return member;
    }

    private Table compile() {
        Map<String, Member> members = new HashMap<>();
        boolean hasAttributes = false;
        for (Map.Entry<String, Shape> entry : shape.members().entrySet()) {
            Member member = compile(entry.getKey(), entry.getValue());
            members.put(entry.getKey(), member);
            hasAttributes |= member.attribute() != null || member.onParent() != null;
        }
        return new Table(members, hasAttributes);
    }

    private Member compile(String name, Shape member) {
        if (root && member.location() != null) {
            return new Member(null, null, null, null);
        }
        String element = compiler.names().member(name, member);
        if (member.flag("xmlAttribute")) {
            ScalarText text = ScalarText.compile(member, TimestampFormat.ISO_8601, compiler.settings());
            return new Member(null, XmlNames.attribute(element), text, null);
        }
        byte[] namespace = member instanceof ListShape && member.flag("flattened") ? XmlNames.namespace(member) : null;
        return new Member(compiler.element(element, member), null, null, namespace);
    }
}

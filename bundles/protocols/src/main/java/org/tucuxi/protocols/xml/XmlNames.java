package org.tucuxi.protocols.xml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;

/**
 * The names of elements and their namespaces.
 *
 * <p>AWS's own models write every name where it is used, so {@code locationName} says all. Models that were generated
 * from Smithy leave two traces that must not be taken for names (Smithy's xmlName trait): a structure's own name, which
 * is that of root elements only, shows through on members; and a payload without a name repeats its member's. Both are
 * recognised by the lower-case member names of such models; AWS's XML services begin theirs with capitals.
 */
final class XmlNames {

    private final ServiceModel service;

    XmlNames(ServiceModel service) {
        this.service = service;
    }

    /** The element of a member. */
    String member(String member, Shape shape) {
        String name = shape.locationName();
        if (name == null) {
            return member;
        }
        boolean shapesOwn = isGenerated(member) && shape.type() == ShapeType.STRUCTURE && name.equals(own(shape));
        return shapesOwn ? member : checked(name);
    }

    /** The root element of an input whose members are the body. */
    String root(StructureShape input) {
        String own = own(input);
        return checked(own != null ? own : input.locationName() != null ? input.locationName() : input.name());
    }

    /** The root element of a payload. */
    String payload(String member, Shape shape) {
        String name = shape.locationName();
        if (name == null || isGenerated(member) && name.equals(member)) {
            name = own(shape) != null ? own(shape) : shape.name();
        }
        return checked(name);
    }

    private String own(Shape shape) {
        Shape itself = service.shape(shape.name());
        return itself == null ? null : itself.locationName();
    }

    private static boolean isGenerated(String member) {
        return !member.isEmpty() && Character.isLowerCase(member.charAt(0));
    }

    /** The namespace of a shape as an encoded attribute; null when it has none. */
    static byte[] namespace(Shape shape) {
        Object namespace = shape.trait("xmlNamespace");
        if (namespace instanceof Map<?, ?> map && map.get("uri") instanceof String uri) {
            String prefix = map.get("prefix") instanceof String text && !text.isEmpty() ? ':' + text : "";
            return encoded("xmlns" + prefix, uri);
        }
        return namespace instanceof String uri ? encoded("xmlns", uri) : null;
    }

    /** An attribute up to its value. */
    static byte[] attribute(String name) {
        return (' ' + checked(name) + "=\"").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] encoded(String name, String value) {
        XmlWriter out = new XmlWriter();
        out.attribute(attribute(name), value);
        return out.toBytes();
    }

    /** Names go into tags as they are, so a model must not smuggle markup in. */
    private static String checked(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c == '<' || c == '>' || c == '&' || c == '"' || c == '\'' || c == '=' || c == '/') {
                throw new ModelException("The XML name " + name + " has a character that no name can have at index "
                        + i);
            }
        }
        if (name.isEmpty()) {
            throw new ModelException("An XML name is empty");
        }
        return name;
    }
}

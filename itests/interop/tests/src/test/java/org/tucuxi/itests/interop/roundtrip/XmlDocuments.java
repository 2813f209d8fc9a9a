package org.tucuxi.itests.interop.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** XML: both ways for rest-xml, only responses for query and ec2. */
final class XmlDocuments implements Documents {

    private final String protocol;

    XmlDocuments(String protocol) {
        this.protocol = protocol;
    }

    // ---- requests

    @Override
    public void check(ModelShape shape, Object expected, byte[] body, boolean top) throws Exception {
        if (body.length == 0) {
            assertThat(bodyMembers(shape, (Map<?, ?>) expected)).as("no body").isZero();
            return;
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder().parse(new ByteArrayInputStream(body)).getDocumentElement();
        assertThat(root.getLocalName()).as("root").isEqualTo(shape.text("locationName"));
        structure(shape, (Map<?, ?>) expected, root, top, shape.name());
    }

    private static long bodyMembers(ModelShape shape, Map<?, ?> expected) {
        return shape.members().entrySet().stream()
                .filter(member -> member.getValue().location().isEmpty() && expected.containsKey(member.getKey())).count();
    }

    private void structure(ModelShape shape, Map<?, ?> expected, Element element, boolean top, String path) {
        for (Map.Entry<String, ModelShape> entry : shape.members().entrySet()) {
            ModelShape member = entry.getValue();
            Object value = expected.get(entry.getKey());
            String name = member.wireName(entry.getKey());
            String place = path + '.' + entry.getKey();
            if (value == null || top && !member.location().isEmpty()) {
                continue;
            }
            if (member.flag("xmlAttribute")) {
                assertThat(element.getAttribute(name)).as(place).isEqualTo(value);
            } else if (member.flag("flattened")) {
                flat(member, value, children(element, name), place);
            } else {
                List<Element> found = children(element, name);
                assertThat(found).as(place).hasSize(1);
                compare(member, value, found.get(0), place);
            }
        }
    }

    private void flat(ModelShape shape, Object expected, List<Element> elements, String path) {
        if (shape.type().equals("list")) {
            items(shape, (List<?>) expected, elements, path);
        } else {
            entries(shape, (Map<?, ?>) expected, elements, path);
        }
    }

    private void compare(ModelShape shape, Object expected, Element element, String path) {
        switch (shape.type()) {
            case "structure" -> structure(shape, (Map<?, ?>) expected, element, false, path);
            case "list" -> items(shape, (List<?>) expected, children(element, shape.item().wireName("member")), path);
            case "map" -> entries(shape, (Map<?, ?>) expected, children(element, "entry"), path);
            default -> assertThat(element.getTextContent()).as(path).isEqualTo(Times.scalar(shape, expected, "iso8601"));
        }
    }

    private void items(ModelShape shape, List<?> expected, List<Element> elements, String path) {
        assertThat(elements).as(path).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            compare(shape.item(), expected.get(i), elements.get(i), path + '[' + i + ']');
        }
    }

    private void entries(ModelShape shape, Map<?, ?> expected, List<Element> elements, String path) {
        assertThat(elements).as(path).hasSize(expected.size());
        for (Element entry : elements) {
            String key = children(entry, shape.key().wireName("key")).get(0).getTextContent();
            compare(shape.value(), expected.get(key), children(entry, shape.value().wireName("value")).get(0),
                    path + '.' + key);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> result = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(name)) {
                result.add(element);
            }
        }
        return result;
    }

    // ---- responses

    @Override
    public byte[] write(String operation, ModelShape shape, Object value, boolean top) {
        StringBuilder out = new StringBuilder();
        String wrapper = shape == null ? null : shape.text("resultWrapper");
        String root = protocol.equals("rest-xml") && shape != null ? shape.wireName(shape.name()) : operation + "Response";
        out.append('<').append(root).append(" xmlns=\"https://example.amazonaws.com/doc\"");
        boolean wrapped = protocol.equals("query") && wrapper != null;
        if (!wrapped && shape != null) {
            attributes(shape, (Map<?, ?>) value, out);
        }
        out.append('>').append(wrapped ? "<" + wrapper + ">" : "");
        if (shape != null) {
            members(shape, (Map<?, ?>) value, top, out);
        }
        out.append(wrapped ? "</" + wrapper + ">" : "");
        out.append(switch (protocol) {
            case "query" -> "<ResponseMetadata><RequestId>sample-request</RequestId></ResponseMetadata>";
            case "ec2" -> "<requestId>sample-request</requestId>";
            default -> "";
        });
        return out.append("</").append(root).append('>').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void attributes(ModelShape shape, Map<?, ?> value, StringBuilder out) {
        shape.members().forEach((name, member) -> {
            if (member.flag("xmlAttribute") && value.get(name) != null) {
                String attribute = member.wireName(name);
                int colon = attribute.indexOf(':');
                if (colon > 0) {
                    String prefix = attribute.substring(0, colon);
                    out.append(" xmlns:").append(prefix).append("=\"http://www.w3.org/2001/XMLSchema-instance\"");
                }
                out.append(' ').append(attribute).append("=\"").append(value.get(name)).append('"');
            }
        });
    }

    private void members(ModelShape shape, Map<?, ?> value, boolean top, StringBuilder out) {
        shape.members().forEach((name, member) -> {
            Object present = value.get(name);
            if (present == null || member.flag("xmlAttribute") || top && !member.location().isEmpty()) {
                return;
            }
            String element = member.wireName(name);
            if (member.flag("flattened") && member.type().equals("list")) {
                String item = member.item().wireName(element);
                ((List<?>) present).forEach(one -> element(member.item(), one, item, out));
            } else if (member.flag("flattened")) {
                entries(member, (Map<?, ?>) present, element, out);
            } else {
                element(member, present, element, out);
            }
        });
    }

    private void element(ModelShape shape, Object value, String name, StringBuilder out) {
        out.append('<').append(name);
        if (shape.type().equals("structure")) {
            attributes(shape, (Map<?, ?>) value, out);
        }
        out.append('>');
        switch (shape.type()) {
            case "structure" -> members(shape, (Map<?, ?>) value, false, out);
            case "list" -> ((List<?>) value).forEach(
                    item -> element(shape.item(), item, shape.item().wireName("member"), out));
            case "map" -> entries(shape, (Map<?, ?>) value, "entry", out);
            default -> out.append(Times.scalar(shape, value, "iso8601").replace("&", "&amp;").replace("<", "&lt;"));
        }
        out.append("</").append(name).append('>');
    }

    private void entries(ModelShape shape, Map<?, ?> value, String entry, StringBuilder out) {
        value.forEach((key, item) -> {
            out.append('<').append(entry).append('>');
            element(shape.key(), key, shape.key().wireName("key"), out);
            element(shape.value(), item, shape.value().wireName("value"), out);
            out.append("</").append(entry).append('>');
        });
    }
}

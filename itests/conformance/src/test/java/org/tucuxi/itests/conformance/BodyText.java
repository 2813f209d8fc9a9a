package org.tucuxi.itests.conformance;

import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;

/** Bodies in a form in which equal ones are equal text. */
final class BodyText {

    private BodyText() {
    }

    static String canonical(String body) throws Exception {
        String stripped = body.strip();
        if (stripped.startsWith("<")) {
            return xml(stripped);
        }
        return stripped.startsWith("{") || stripped.startsWith("[") ? Json.sorted(stripped) : body;
    }

    /** XML without white space between elements, its attributes in order. */
    private static String xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        StringBuilder out = new StringBuilder();
        write(factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))).getDocumentElement(), out);
        return out.toString();
    }

    private static void write(Element element, StringBuilder out) {
        out.append('<').append(element.getTagName()).append(attributes(element)).append('>');
        boolean leaf = element.getElementsByTagName("*").getLength() == 0;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                write(child, out);
            } else if (node instanceof Text text && leaf) {
                out.append(text.getData());
            }
        }
        out.append("</").append(element.getTagName()).append('>');
    }

    private static Map<String, String> attributes(Element element) {
        NamedNodeMap source = element.getAttributes();
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < source.getLength(); i++) {
            attributes.put(source.item(i).getNodeName(), source.item(i).getNodeValue());
        }
        return attributes;
    }
}

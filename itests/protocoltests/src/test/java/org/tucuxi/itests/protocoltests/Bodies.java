package org.tucuxi.itests.protocoltests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Bodies in a form in which those that mean the same are equal. */
final class Bodies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {
    }

    /** The bytes that a case gives as text: those of binary protocols are in base64. */
    static byte[] bytes(String body, String mediaType) {
        return "application/cbor".equals(mediaType) ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
    }

    static Object canonical(byte[] body, String mediaType) throws Exception {
        if (mediaType == null || body.length == 0) {
            return new String(body, UTF_8);
        }
        return switch (mediaType) {
            case "application/json" -> Values.canonical(JSON.readValue(body, Object.class));
            case "application/xml" -> xml(body);
            case "application/x-www-form-urlencoded" -> form(new String(body, UTF_8));
            case "application/cbor" -> Values.canonical(Cbor.decode(body));
            default -> new String(body, UTF_8);
        };
    }

    /** The fields, in order: white space between them is for readers of the case. */
    private static List<String> form(String body) {
        return Arrays.stream(body.split("&")).map(String::strip).sorted().toList();
    }

    private static String xml(byte[] body) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        StringBuilder out = new StringBuilder();
        write(factory.newDocumentBuilder().parse(new ByteArrayInputStream(body)).getDocumentElement(), out);
        return out.toString();
    }

    /** Elements of different names may come in any order, those of one name not. */
    private static void write(Element element, StringBuilder out) {
        out.append('<').append(element.getTagName()).append(attributes(element)).append('>');
        List<Element> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            } else if (node instanceof Text part) {
                text.append(part.getData());
            }
        }
        children.sort(Comparator.comparing(Element::getTagName));
        children.forEach(child -> write(child, out));
        out.append(children.isEmpty() ? text : "").append("</").append(element.getTagName()).append('>');
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

package org.tucuxi.services.s3;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks at an XML document without making anything of it. Every response is looked at, so the usual document is only
 * scanned for balanced tags; what is not plain enough for that is left to a real parser.
 */
final class XmlDocument {

    private static final XMLInputFactory PARSERS = parsers();

    private final byte[] xml;
    private int position;

    private XmlDocument(byte[] xml) {
        this.xml = xml;
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** The name of the root element; null when the bytes are no whole XML document. */
    static String root(byte[] xml) {
        String scanned = new XmlDocument(xml).scan();
        return scanned != null ? scanned : parse(xml);
    }

    private static String parse(byte[] xml) {
        try {
            XMLStreamReader reader = reader(xml);
            String root = null;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && root == null) {
                    root = reader.getLocalName();
                }
            }
            return root;
        } catch (XMLStreamException e) {
            return null;
        }
    }

    /**
     * The text directly in the root element, before its first child.
     *
     * @return the text, or null when there is none
     * @throws XMLStreamException when the bytes are no XML
     */
    static String rootText(byte[] xml) throws XMLStreamException {
        XMLStreamReader reader = reader(xml);
        StringBuilder text = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && text == null) {
                text = new StringBuilder();
            } else if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                break;
            } else if (text != null && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE)) {
                text.append(reader.getText());
            }
        }
        return text == null || text.length() == 0 ? null : text.toString();
    }

    private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        return PARSERS.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    /**
     * The root's name when all tags are balanced; null when they are not, or when the document has more than tags and
     * text.
     */
    private String scan() {
        if (startsWith("<?xml ")) {
            position = indexOf("?>") + 2;
        }
        int[] open = new int[32];
        int depth = 0;
        String root = null;
        while (nextTag(depth)) {
            boolean closing = at(position + 1) == '/';
            int name = position + (closing ? 2 : 1);
            int nameEnd = nameEnd(name);
            int end = tagEnd(nameEnd);
            if (nameEnd == name || end < 0 || depth == 0 && root != null) {
                return null;
            }
            root = root == null ? new String(xml, name, nameEnd - name, StandardCharsets.UTF_8) : root;
            if (closing) {
                if (depth == 0 || !sameName(open[--depth], name, nameEnd)) {
                    return null;
                }
            } else if (xml[end - 1] != '/') {
                if (depth == open.length) {
                    return null;
                }
                open[depth++] = name;
            }
            position = end + 1;
        }
        return depth == 0 && position >= xml.length ? root : null;
    }

    /** Goes to the next tag; false at the end, and where something else than text is in between. */
    private boolean nextTag(int depth) {
        while (position < xml.length && xml[position] != '<') {
            byte b = xml[position];
            boolean space = b == ' ' || b == '\n' || b == '\r' || b == '\t';
            if (depth == 0 && !space || b >= 0 && b < ' ' && !space) {
                return false;
            }
            position++;
        }
        return position < xml.length && at(position + 1) != '!' && at(position + 1) != '?';
    }

    private int nameEnd(int start) {
        int i = start;
        while (i < xml.length && (xml[i] >= 'a' && xml[i] <= 'z' || xml[i] >= 'A' && xml[i] <= 'Z'
                || xml[i] >= '0' && xml[i] <= '9' || xml[i] == ':' || xml[i] == '-' || xml[i] == '_'
                || xml[i] == '.')) {
            i++;
        }
        return i;
    }

    /** The index of the tag's closing bracket, outside of quotes; -1 when there is none. */
    private int tagEnd(int start) {
        int quote = 0;
        for (int i = start; i < xml.length; i++) {
            int b = xml[i];
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '>') {
                return i;
            } else if (b == '<') {
                return -1;
            }
        }
        return -1;
    }

    private boolean sameName(int opened, int name, int nameEnd) {
        int length = nameEnd - name;
        for (int i = 0; i < length; i++) {
            if (xml[opened + i] != xml[name + i]) {
                return false;
            }
        }
        return nameEnd(opened) == opened + length;
    }

    private int at(int index) {
        return index < xml.length ? xml[index] : -1;
    }

    private boolean startsWith(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(String text) {
        for (int i = 0; i + 1 < xml.length; i++) {
            if (xml[i] == text.charAt(0) && xml[i + 1] == text.charAt(1)) {
                return i;
            }
        }
        return xml.length;
    }
}

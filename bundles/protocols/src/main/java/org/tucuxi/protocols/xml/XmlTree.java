package org.tucuxi.protocols.xml;

import java.util.LinkedHashMap;
import java.util.Map;

/** Documents without a model: the texts of elements by their names, of several with one name the first. */
public final class XmlTree {

    private XmlTree() {
    }

    /**
     * Reads a document.
     *
     * @param document the document
     * @return what the root has: each element as its text or, when it has children, as a map of them; all mutable
     * @throws org.tucuxi.protocols.value.ValueFault when it is not well-formed
     */
    public static Map<String, Object> read(byte[] document) {
        XmlReader in = new XmlReader(document);
        in.next();
        Map<String, Object> children = children(in);
        in.next();
        return children;
    }

    /** The children of the element that has just started. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> children(XmlReader in) {
        return value(in) instanceof Map<?, ?> children ? (Map<String, Object>) children : new LinkedHashMap<>();
    }

    private static Object value(XmlReader in) {
        Map<String, Object> children = null;
        StringBuilder text = new StringBuilder();
        for (int event = in.next(); event != XmlReader.END; event = in.next()) {
            if (event == XmlReader.TEXT) {
                text.append(in.text());
            } else {
                children = children == null ? new LinkedHashMap<>() : children;
                String name = in.localName();
                children.putIfAbsent(name, value(in));
            }
        }
        return children == null ? text.toString() : children;
    }
}

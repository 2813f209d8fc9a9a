package org.tucuxi.endpoints;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An endpoint's properties: a tree of which only the texts with placeholders are evaluated; the rest is shared. */
record Properties(Node root) {

    @SuppressWarnings("unchecked")
    Map<String, Object> evaluate(Object[] variables) {
        return (Map<String, Object>) root.evaluate(variables);
    }

    /** A part of the tree. */
    sealed interface Node {

        Object evaluate(Object[] variables);

        /** Nothing below it depends on variables. */
        record Constant(Object value) implements Node {

            @Override
            public Object evaluate(Object[] variables) {
                return value;
            }
        }

        /** A text with placeholders. */
        record Text(Expression template) implements Node {

            @Override
            public Object evaluate(Object[] variables) {
                return template.evaluate(variables);
            }
        }

        /** A list with such a text somewhere below. */
        record Elements(List<Node> nodes) implements Node {

            @Override
            public Object evaluate(Object[] variables) {
                List<Object> values = new ArrayList<>(nodes.size());
                nodes.forEach(node -> values.add(node.evaluate(variables)));
                return Collections.unmodifiableList(values);
            }
        }

        /** An object with such a text somewhere below. */
        record Members(Map<String, Node> nodes) implements Node {

            @Override
            public Object evaluate(Object[] variables) {
                Map<String, Object> values = new LinkedHashMap<>();
                nodes.forEach((name, node) -> values.put(name, node.evaluate(variables)));
                return Collections.unmodifiableMap(values);
            }
        }
    }
}

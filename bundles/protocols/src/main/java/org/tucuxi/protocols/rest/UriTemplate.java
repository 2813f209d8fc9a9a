package org.tucuxi.protocols.rest;

import java.util.ArrayList;
import java.util.List;
import org.tucuxi.ParamValidationException;
import org.tucuxi.model.ModelException;

/** A request URI with labels, cut up once. A fixed query in it stays where it is: the client merges it into the URL. */
final class UriTemplate {

    private final List<Part> parts;
    private final int length;

    private UriTemplate(List<Part> parts, int length) {
        this.parts = parts;
        this.length = length;
    }

    /**
     * A piece of the URI.
     *
     * @param text literal text, or the label's name
     * @param slot the label's place among the labels of the operation, or -1 for literal text
     * @param greedy whether the label keeps its slashes
     */
    private record Part(String text, int slot, boolean greedy) {
    }

    /**
     * Cuts a template up; labels take their places in {@code labels}, where other templates of the operation find them.
     */
    static UriTemplate compile(String template, List<String> labels) {
        List<Part> parts = new ArrayList<>();
        int pos = 0;
        while (pos < template.length()) {
            int open = template.indexOf('{', pos);
            if (open < 0) {
                parts.add(new Part(template.substring(pos), -1, false));
                break;
            }
            int close = template.indexOf('}', open);
            if (close < 0) {
                throw new ModelException("The request URI " + template + " has a label that does not end");
            }
            if (open > pos) {
                parts.add(new Part(template.substring(pos, open), -1, false));
            }
            boolean greedy = template.charAt(close - 1) == '+';
            String label = template.substring(open + 1, greedy ? close - 1 : close);
            parts.add(new Part(label, slot(label, labels), greedy));
            pos = close + 1;
        }
        return new UriTemplate(List.copyOf(parts), template.length() + 64);
    }

    private static int slot(String label, List<String> labels) {
        int slot = labels.indexOf(label);
        if (slot < 0) {
            labels.add(label);
            slot = labels.size() - 1;
        }
        return slot;
    }

    /** Fills the labels in; a label that has no value is a parameter that is missing. */
    String expand(String[] values) {
        if (parts.size() == 1 && parts.get(0).slot() < 0) {
            return parts.get(0).text();
        }
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.slot() < 0) {
                out.append(part.text());
            } else if (values[part.slot()] == null) {
                throw new ParamValidationException("Missing required parameter in input: \"" + part.text() + '"');
            } else {
                PercentEncoding.append(out, values[part.slot()], part.greedy());
            }
        }
        return out.toString();
    }
}

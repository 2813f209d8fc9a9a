package org.tucuxi.protocols.rest;

import java.util.ArrayList;
import java.util.List;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.value.ScalarParser;
import org.tucuxi.protocols.value.ScalarText;
import org.tucuxi.protocols.value.ValueFault;

/** Lists in one header: items between commas, texts in quotes where they need them. */
final class HeaderList {

    private HeaderList() {
    }

    /**
     * Compiles the writer of a list. An empty one is an empty header, not none (Smithy's httpHeader; the reference
     * sends none).
     */
    static ScalarText writer(ListShape shape, CodecSettings settings) {
        ScalarText item = ScalarText.compileHeader(scalar(shape), settings);
        boolean quoted = scalar(shape).type() == ShapeType.STRING;
        return value -> join(value, item, quoted);
    }

    private static String join(Object value, ScalarText item, boolean quoted) {
        if (!(value instanceof Iterable<?> items)) {
            throw ValueFault.type(value, "a list");
        }
        StringBuilder out = new StringBuilder(64);
        boolean first = true;
        for (Object next : items) {
            if (next == null) {
                continue;
            }
            if (!first) {
                out.append(',');
            }
            first = false;
            String text = item.of(next);
            if (quoted && (text.indexOf(',') >= 0 || text.indexOf('"') >= 0)) {
                out.append('"').append(text.replace("\"", "\\\"")).append('"');
            } else {
                out.append(text);
            }
        }
        return out.toString();
    }

    /** Compiles the reader of a list. */
    static ScalarParserOfText reader(ListShape shape) {
        ScalarParser item = ScalarParser.compile(scalar(shape));
        boolean dates = scalar(shape).type() == ShapeType.TIMESTAMP;
        boolean quoted = scalar(shape).type() == ShapeType.STRING;
        return text -> split(text, item, dates, quoted);
    }

    /** Reads a header's value. */
    @FunctionalInterface
    interface ScalarParserOfText {
        Object parse(String text);
    }

    private static List<Object> split(String text, ScalarParser item, boolean dates, boolean quoted) {
        List<Object> result = new ArrayList<>(4);
        int pos = 0;
        while (pos <= text.length()) {
            pos = skipSpaces(text, pos);
            if (quoted && pos < text.length() && text.charAt(pos) == '"') {
                StringBuilder unquoted = new StringBuilder();
                pos = unquote(text, pos + 1, unquoted);
                result.add(item.parse(unquoted.toString()));
                continue;
            }
            int comma = comma(text, pos);
            // A date of RFC 822 has a comma of its own, after three letters.
            if (dates && comma - pos == 3 && Character.isLetter(text.charAt(pos)) && comma < text.length()) {
                comma = comma(text, comma + 1);
            }
            result.add(item.parse(text.substring(pos, comma).strip()));
            pos = comma + 1;
        }
        return result;
    }

    /** Reads a quoted item into {@code out} and gives the place after the comma that follows it. */
    private static int unquote(String text, int from, StringBuilder out) {
        int pos = from;
        for (; pos < text.length() && text.charAt(pos) != '"'; pos++) {
            if (text.charAt(pos) == '\\' && pos + 1 < text.length()) {
                pos++;
            }
            out.append(text.charAt(pos));
        }
        pos = skipSpaces(text, pos + 1);
        if (pos < text.length() && text.charAt(pos) != ',') {
            throw new ValueFault("expected a comma after a quoted item, got " + ValueFault.quoted(text.substring(pos)));
        }
        return pos + 1;
    }

    private static int skipSpaces(String text, int from) {
        int pos = from;
        while (pos < text.length() && (text.charAt(pos) == ' ' || text.charAt(pos) == '\t')) {
            pos++;
        }
        return pos;
    }

    private static int comma(String text, int from) {
        int comma = text.indexOf(',', from);
        return comma < 0 ? text.length() : comma;
    }

    private static Shape scalar(ListShape shape) {
        ShapeType type = shape.member().type();
        if (type == ShapeType.STRUCTURE || type == ShapeType.LIST || type == ShapeType.MAP) {
            throw new ModelException("List " + shape.name() + " is in a header, but its items are no scalars");
        }
        return shape.member();
    }
}

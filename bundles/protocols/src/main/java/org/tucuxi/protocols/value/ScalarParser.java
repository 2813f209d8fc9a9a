package org.tucuxi.protocols.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;

/** Reads scalars of one shape from text. */
@FunctionalInterface
public interface ScalarParser {

    /**
     * Reads a value.
     *
     * @param text UTF-8
     * @param from where the value begins
     * @param to where it ends
     * @return the value, never null
     * @throws ValueFault when the text is no such value
     */
    Object parse(byte[] text, int from, int to);

    /**
     * Reads a value from a header.
     *
     * @param text the header's value
     * @return the value, never null
     * @throws ValueFault when the text is no such value
     */
    default Object parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /**
     * Compiles the reader of a shape.
     *
     * @param shape a scalar
     * @return the reader
     * @throws ModelException when the shape is no scalar
     */
    static ScalarParser compile(Shape shape) {
        return switch (shape.type()) {
            case STRING, CHARACTER ->
                    shape.trait("enum") instanceof List<?> names ? new Constants(names) : ScalarParser::text;
            case BOOLEAN -> ScalarParser::truth;
            case INTEGER -> Numbers::integer;
            case LONG -> Numbers::longInteger;
            case FLOAT, DOUBLE -> Numbers::floating;
            case BIG_INTEGER -> Numbers::bigInteger;
            case BIG_DECIMAL -> Numbers::bigDecimal;
            case TIMESTAMP -> TimestampText::parse;
            case BLOB -> ScalarParser::blob;
            case STRUCTURE, LIST, MAP -> throw new ModelException("Shape " + shape.name() + " is a "
                    + shape.type().name().toLowerCase(Locale.ROOT) + " where only a scalar can be read");
        };
    }

    private static Object text(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    private static Object truth(byte[] text, int from, int to) {
        return to - from == 4
                && text[from] == 't' && text[from + 1] == 'r' && text[from + 2] == 'u' && text[from + 3] == 'e';
    }

    private static Object blob(byte[] text, int from, int to) {
        byte[] encoded = Arrays.copyOfRange(text, from, to);
        try {
            // The MIME decoder skips line breaks, which the reference does, too.
            return Base64.getMimeDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw new ValueFault("expected base64, got "
                    + ValueFault.quoted(new String(encoded, 0, Math.min(encoded.length, 200), StandardCharsets.UTF_8)));
        }
    }
}

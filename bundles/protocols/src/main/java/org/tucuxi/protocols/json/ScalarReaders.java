package org.tucuxi.protocols.json;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.protocols.value.Instants;
import org.tucuxi.protocols.value.ScalarParser;
import org.tucuxi.protocols.value.ValueFault;

/**
 * Reads what is neither structure nor list nor map, and documents. A value of another type than its shape says stays as
 * it came; rest-json converts it (the reference).
 */
final class ScalarReaders {

    /** Any JSON, at any depth. */
    static final ValueReader DOCUMENT = new Document();

    /** More names than this cost more to compare with than their text costs memory. */
    private static final int MAX_SHARED_NAMES = 24;

    private ScalarReaders() {
    }

    static ValueReader compile(Shape shape, boolean converts) {
        return switch (shape.type()) {
            case STRING, CHARACTER -> text(shape);
            case BOOLEAN -> converts ? ScalarReaders::convertedTruth : DOCUMENT;
            case INTEGER, LONG -> whole(shape, converts);
            case FLOAT, DOUBLE -> floating(ScalarParser.compile(shape), converts);
            case BIG_INTEGER, BIG_DECIMAL -> number(ScalarParser.compile(shape));
            case TIMESTAMP -> ScalarReaders::timestamp;
            default -> ScalarReaders::blob;
        };
    }

    private static ValueReader text(Shape shape) {
        if (shape.trait("enum") instanceof List<?> names && names.size() <= MAX_SHARED_NAMES) {
            return new Constants(names.stream().map(String::valueOf).toArray(String[]::new));
        }
        return ScalarReaders::text;
    }

    private static Object text(JsonParser in) throws IOException {
        return in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : DOCUMENT.read(in);
    }

    private static Object convertedTruth(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> in.getText().equalsIgnoreCase("true");
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> false;
            default -> throw JsonDocument.unexpected("a boolean", in);
        };
    }

    /** A member that is a long is always a Long; one that is an integer may be too large for its model. */
    private static ValueReader whole(Shape shape, boolean converts) {
        boolean isLong = shape.type() == ShapeType.LONG;
        ScalarParser parser = ScalarParser.compile(shape);
        return in -> {
            JsonToken token = in.currentToken();
            if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT && converts) {
                long number = in.getLongValue();
                if (!isLong && number == (int) number) {
                    return (int) number;
                }
                return number;
            }
            return token == JsonToken.VALUE_STRING && converts ? parser.parse(in.getText()) : scalar("an integer", in);
        };
    }

    private static ValueReader floating(ScalarParser parser, boolean converts) {
        return in -> {
            JsonToken token = in.currentToken();
            if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
                return in.getDoubleValue();
            }
            if (token == JsonToken.VALUE_STRING && (converts || isSpecial(in.getText()))) {
                return parser.parse(in.getText());
            }
            return scalar("a number", in);
        };
    }

    /** The numbers that JSON has no numbers for. */
    private static boolean isSpecial(String text) {
        return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }

    private static ValueReader number(ScalarParser parser) {
        return in -> switch (in.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> parser.parse(in.getText());
            default -> throw JsonDocument.unexpected("a number", in);
        };
    }

    private static Object timestamp(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_NUMBER_INT -> Instants.of(in.getLongValue());
            case VALUE_NUMBER_FLOAT -> Instants.ofDecimal(in.getText());
            case VALUE_STRING -> Instants.of(in.getText());
            default -> throw JsonDocument.unexpected("a timestamp", in);
        };
    }

    private static Object blob(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw JsonDocument.unexpected("a text in base64", in);
        }
        try {
            return in.getBinaryValue(Base64Variants.MIME_NO_LINEFEEDS);
        } catch (IOException e) {
            throw new ValueFault("expected a text in base64, got one that is none");
        }
    }

    private static Object scalar(String expected, JsonParser in) throws IOException {
        if (in.currentToken().isStructStart()) {
            throw JsonDocument.unexpected(expected, in);
        }
        return DOCUMENT.read(in);
    }

    /** A page of results repeats ACTIVE a thousand times: one String serves them all. Unknown values pass. */
    private record Constants(String[] names) implements ValueReader {

        @Override
        public Object read(JsonParser in) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return DOCUMENT.read(in);
            }
            int length = in.getTextLength();
            char[] text = in.getTextCharacters();
            int from = in.getTextOffset();
            for (String name : names) {
                if (name.length() == length && matches(name, text, from)) {
                    return name;
                }
            }
            return in.getText();
        }

        private static boolean matches(String name, char[] text, int from) {
            for (int i = 0; i < name.length(); i++) {
                if (name.charAt(i) != text[from + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final class Document implements ValueReader {

        private final ValueReader items = new Items(this);
        private final ValueReader entries = new Entries(this, true);

        @Override
        public Object read(JsonParser in) throws IOException {
            return switch (in.currentToken()) {
                case START_OBJECT -> entries.read(in);
                case START_ARRAY -> items.read(in);
                case VALUE_STRING -> in.getText();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getNumberValue();
                default -> null;
            };
        }
    }
}

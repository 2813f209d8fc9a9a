package org.tucuxi.assumerole;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tucuxi.InvalidConfigException;

/**
 * JSON exactly as Python writes it with sorted keys, of which the AWS CLI makes its cache's names: blanks after comma
 * and colon, nothing but ASCII.
 */
final class SortedJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private SortedJson() {
    }

    /** Reads a session policy. What stands in it is not repeated in errors. */
    static Object read(String policy) {
        try (JsonParser parser = FACTORY.createParser(policy)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() == null) {
                return value;
            }
        } catch (IOException e) {
            throw notJson(e.getClass().getSimpleName());
        }
        throw notJson("there is more than one value");
    }

    private static InvalidConfigException notJson(String reason) {
        return new InvalidConfigException("Policy is not JSON, though a session policy must be: " + reason);
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw notJson("it is empty");
        }
        switch (token) {
            case START_OBJECT:
                Map<String, Object> map = new TreeMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                return map;
            case START_ARRAY:
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                return list;
            case VALUE_STRING:
                return parser.getText();
            case VALUE_NUMBER_INT:
                return parser.getBigIntegerValue();
            case VALUE_NUMBER_FLOAT:
                return parser.getDoubleValue();
            default:
                return token == JsonToken.VALUE_NULL ? null : parser.getBooleanValue();
        }
    }

    static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            char before = '{';
            for (Map.Entry<?, ?> entry : new TreeMap<Object, Object>(map).entrySet()) {
                separate(before, '{', out);
                before = ',';
                quote(entry.getKey().toString(), out);
                out.append(": ");
                write(entry.getValue(), out);
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            char before = '[';
            for (Object element : list) {
                separate(before, '[', out);
                before = ',';
                write(element, out);
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Double number) {
            out.append(number(number));
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            quote(value.toString(), out);
        }
    }

    private static void separate(char before, char first, StringBuilder out) {
        out.append(before == first ? String.valueOf(first) : ", ");
    }

    /** Python's repr: plain between 0.0001 and 10^16, else with an exponent of two digits or more. */
    private static String number(double number) {
        if (number == 0 || Double.isInfinite(number)) {
            return Double.isInfinite(number) ? number > 0 ? "Infinity" : "-Infinity" : Double.toString(number);
        }
        BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = decimal.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String digits = decimal.unscaledValue().abs().toString();
        return (decimal.signum() < 0 ? "-" : "") + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int named = "\"\\\n\r\t\f\b".indexOf(c);
            if (named >= 0) {
                out.append('\\').append("\"\\nrtfb".charAt(named));
            } else if (c < ' ' || c > '~') {
                out.append("\\u").append(Character.forDigit(c >> 12, 16)).append(Character.forDigit(c >> 8 & 15, 16))
                        .append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}

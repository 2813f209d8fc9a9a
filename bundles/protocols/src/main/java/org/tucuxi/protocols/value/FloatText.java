package org.tucuxi.protocols.value;

import java.math.BigDecimal;

/** Floating numbers as the reference writes them: Java puts {@code 1.0E10} where Python puts {@code 10000000000.0}. */
final class FloatText {

    private FloatText() {
    }

    static String of(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (Double.isNaN(number)) {
                return "NaN";
            }
            if (Double.isInfinite(number)) {
                return number > 0 ? "Infinity" : "-Infinity";
            }
            return finite(value.toString());
        }
        if (value instanceof Number || value instanceof CharSequence) {
            return value.toString();
        }
        throw ValueFault.type(value, "a number");
    }

    private static String finite(String java) {
        int e = java.indexOf('E');
        if (e < 0) {
            return java;
        }
        int exponent = Integer.parseInt(java.substring(e + 1));
        if (exponent >= -4 && exponent < 16) {
            String plain = new BigDecimal(java).toPlainString();
            if (plain.indexOf('.') < 0) {
                return plain + ".0";
            }
            return plain.endsWith("0") && !plain.endsWith(".0") ? plain.substring(0, plain.length() - 1) : plain;
        }
        String mantissa = java.substring(0, e);
        int digits = Math.abs(exponent);
        return (mantissa.endsWith(".0") ? mantissa.substring(0, mantissa.length() - 2) : mantissa)
                + (exponent < 0 ? "e-" : "e+") + (digits < 10 ? "0" : "") + digits;
    }
}

package org.tucuxi.client.validation;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A number, with or without a fraction. */
final class NumberRule extends Rule {

    private static final String INTEGERS = "class java.lang.Integer, class java.lang.Long, class java.lang.Short,"
            + " class java.lang.Byte, class java.math.BigInteger";
    private static final String DECIMALS =
            "class java.lang.Double, class java.lang.Float, class java.math.BigDecimal, " + INTEGERS;

    private final boolean fraction;
    private final Number min;

    NumberRule(boolean fraction, Number min, boolean secret) {
        super(secret);
        this.fraction = fraction;
        this.min = min;
    }

    @Override
    boolean check(Object value, Report report, int depth) {
        if (!isSmallInteger(value) && !(value instanceof BigInteger) && !(fraction && isFraction(value))) {
            return wrongType(value, fraction ? DECIMALS : INTEGERS, report);
        }
        if (min == null || isLargeEnough((Number) value)) {
            return true;
        }
        if (report != null) {
            report.add("Invalid value for parameter " + report.name() + ", value: " + Report.shown(value, secret)
                    + ", valid min value: " + min);
        }
        return false;
    }

    private boolean isLargeEnough(Number value) {
        if (isSmallInteger(value) && isSmallInteger(min)) {
            return value.longValue() >= min.longValue();
        }
        if (value instanceof BigInteger || value instanceof BigDecimal) {
            return new BigDecimal(value.toString()).compareTo(new BigDecimal(min.toString())) >= 0;
        }
        return !(value.doubleValue() < min.doubleValue());
    }

    static boolean isSmallInteger(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
    }

    static boolean isFraction(Object value) {
        return value instanceof Double || value instanceof Float || value instanceof BigDecimal;
    }
}

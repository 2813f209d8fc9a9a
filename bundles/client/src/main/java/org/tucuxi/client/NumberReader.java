package org.tucuxi.client;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.tucuxi.TucuxiException;

/**
 * Makes numbers of the type that a record has, without loss but for the precision of floating numbers. Some protocols hand over
 * what the service sent: a whole number may come as a double, and {@code NaN} as a text.
 */
final class NumberReader {

    /** More digits than any service has, and few enough to be written out. */
    private static final int MOST_DIGITS = 10_000;

    private NumberReader() {
    }

    /** Reads a number; value is not null. */
    static Object read(Class<?> type, Object value, BindingPlace place) {
        try {
            return convert(type, value);
        } catch (ArithmeticException | NumberFormatException | ClassCastException e) {
            String whole = String.valueOf(value);
            String shown = whole.length() > 80 ? whole.substring(0, 80) + '…' : whole;
            throw new TucuxiException(place + ": the service answered " + shown + ", which is no "
                    + type.getSimpleName() + " or not in its range; use a wider type", e);
        }
    }

    private static Object convert(Class<?> type, Object value) {
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact(whole(value));
        }
        if (type == long.class || type == Long.class) {
            return whole(value);
        }
        if (type == double.class || type == Double.class) {
            return floating(value);
        }
        if (type == float.class || type == Float.class) {
            double wide = floating(value);
            if (Double.isFinite(wide) && Float.isInfinite((float) wide)) {
                throw new ArithmeticException("float overflow");
            }
            return (float) wide;
        }
        if (type == BigDecimal.class) {
            return decimal(value);
        }
        if (type == BigInteger.class) {
            return bigInteger(decimal(value));
        }
        return value instanceof Number ? value : (Number) floating(value);
    }

    private static long whole(Object value) {
        return value instanceof Integer || value instanceof Long ? ((Number) value).longValue()
                : decimal(value).longValueExact();
    }

    private static double floating(Object value) {
        return value instanceof String text ? Double.parseDouble(text) : ((Number) value).doubleValue();
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }

    private static BigInteger bigInteger(BigDecimal value) {
        if ((long) value.precision() - value.scale() > MOST_DIGITS) {
            throw new ArithmeticException("too many digits");
        }
        return value.toBigIntegerExact();
    }
}

package org.tucuxi.client.validation;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/** Anything that JSON can say. */
final class DocumentRule extends Rule {

    private static final String VALID_TYPES = "class java.lang.String, class java.lang.Number, class java.lang.Boolean,"
            + " interface java.util.Collection, interface java.util.Map";

    DocumentRule(boolean secret) {
        super(secret);
    }

    @Override
    boolean check(Object value, Report report, int depth) {
        if (depth > DEEPEST) {
            return tooDeep(report);
        }
        if (value instanceof Map<?, ?> map) {
            return checkMap(map, report, depth);
        }
        if (value instanceof Collection<?> items) {
            return checkItems(items, report, depth);
        }
        if (value == null || isScalar(value)) {
            return true;
        }
        if (report != null) {
            report.wrongType("document ", value, VALID_TYPES, secret);
        }
        return false;
    }

    static boolean isScalar(Object value) {
        return value instanceof CharSequence || value instanceof Boolean || NumberRule.isSmallInteger(value)
                || NumberRule.isFraction(value) || value instanceof BigInteger;
    }

    private boolean checkMap(Map<?, ?> map, Report report, int depth) {
        boolean right = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            // the path starts again at a key, as in the reference
            String old = report == null ? null : report.restart(Shown.value(entry.getKey()));
            right &= check(entry.getValue(), report, depth + 1);
            if (report != null) {
                report.restore(old);
            } else if (!right) {
                return false;
            }
        }
        return right;
    }

    private boolean checkItems(Collection<?> items, Report report, int depth) {
        boolean right = true;
        int index = 0;
        for (Object item : items) {
            int back = report == null ? 0 : report.enter(index++);
            right &= check(item, report, depth + 1);
            if (report != null) {
                report.leave(back);
            } else if (!right) {
                return false;
            }
        }
        return right;
    }
}

package org.tucuxi.client.validation;

import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import org.tucuxi.model.ListShape;

/** A collection of items of one shape. */
final class ListRule extends Rule {

    private static final String VALID_TYPES = "interface java.util.Collection";

    private final ListShape shape;
    private final Rules rules;
    private final Number min;
    private volatile Rule item;

    ListRule(ListShape shape, Rules rules, Number min, boolean secret) {
        super(secret);
        this.shape = shape;
        this.rules = rules;
        this.min = min;
    }

    @Override
    boolean check(Object value, Report report, int depth) {
        if (!(value instanceof Collection<?> items)) {
            return wrongType(value, VALID_TYPES, report);
        }
        if (depth > DEEPEST) {
            return tooDeep(report);
        }
        boolean right = min == null || items.size() >= min.doubleValue();
        if (!right) {
            if (report == null) {
                return false;
            }
            report.add("Invalid length for parameter " + report.name() + ", value: " + items.size()
                    + ", valid min length: " + min);
        }
        return (report == null ? areRight(items, depth) : explain(items, report, depth)) && right;
    }

    @Override
    boolean showsSecret() {
        return secret || Rules.holdsSecret(shape);
    }

    private boolean areRight(Collection<?> items, int depth) {
        Rule rule = item();
        if (items instanceof RandomAccess && items instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (!rule.check(list.get(i), null, depth + 1)) {
                    return false;
                }
            }
            return true;
        }
        for (Object each : items) {
            if (!rule.check(each, null, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean explain(Collection<?> items, Report report, int depth) {
        boolean right = true;
        int index = 0;
        for (Object each : items) {
            int back = report.enter(index++);
            right &= item().check(each, report, depth + 1);
            report.leave(back);
        }
        return right;
    }

    private Rule item() {
        Rule known = item;
        if (known == null) {
            known = rules.of(shape.member(), secret);
            item = known;
        }
        return known;
    }
}

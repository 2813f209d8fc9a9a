package org.tucuxi.client.validation;

import java.util.Map;
import org.tucuxi.model.MapShape;

/** A map from keys of one shape to values of another. Its size is not checked, as in the reference. */
final class MapRule extends Rule {

    private final MapShape shape;
    private final Rules rules;
    private volatile Rule key;
    private volatile Rule value;

    MapRule(MapShape shape, Rules rules, boolean secret) {
        super(secret);
        this.shape = shape;
        this.rules = rules;
    }

    @Override
    boolean check(Object given, Report report, int depth) {
        if (!(given instanceof Map<?, ?> map)) {
            return wrongType(given, StructureRule.VALID_TYPES, report);
        }
        if (depth > DEEPEST) {
            return tooDeep(report);
        }
        compile();
        return report == null ? isRight(map, depth) : explain(map, report, depth);
    }

    @Override
    boolean showsSecret() {
        return secret || Rules.holdsSecret(shape);
    }

    private boolean isRight(Map<?, ?> map, int depth) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!key.check(entry.getKey(), null, depth + 1) || !value.check(entry.getValue(), null, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean explain(Map<?, ?> map, Report report, int depth) {
        boolean right = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = Report.shown(entry.getKey(), key.secret);
            int back = report.enterKey(name);
            right &= key.check(entry.getKey(), report, depth + 1);
            report.leave(back);
            report.enter(".", name);
            right &= value.check(entry.getValue(), report, depth + 1);
            report.leave(back);
        }
        return right;
    }

    private void compile() {
        if (value == null) {
            key = rules.of(shape.key(), secret);
            value = rules.of(shape.value(), secret);
        }
    }
}

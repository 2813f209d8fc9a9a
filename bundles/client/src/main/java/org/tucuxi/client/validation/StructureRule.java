package org.tucuxi.client.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** A map whose keys are members of the structure. */
final class StructureRule extends Rule {

    static final String VALID_TYPES = "interface java.util.Map";

    private final StructureShape shape;
    private final Rules rules;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final String[] required;
    private final boolean isUnion;

    StructureRule(StructureShape shape, Rules rules, boolean secret) {
        super(secret);
        this.shape = shape;
        this.rules = rules;
        this.required = shape.required().toArray(String[]::new);
        this.isUnion = shape.isUnion();
        shape.members().forEach((name, member) -> members.put(name, new Member(member)));
    }

    @Override
    boolean check(Object value, Report report, int depth) {
        if (!(value instanceof Map<?, ?> params)) {
            return wrongType(value, VALID_TYPES, report);
        }
        if (depth > DEEPEST) {
            return tooDeep(report);
        }
        return report == null ? isRight(params, depth) : explain(params, report, depth);
    }

    @Override
    boolean showsSecret() {
        return secret || Rules.holdsSecret(shape);
    }

    private boolean isRight(Map<?, ?> params, int depth) {
        if (isUnion && params.size() != 1) {
            return false;
        }
        for (String name : required) {
            if (!has(params, name)) {
                return false;
            }
        }
        for (Map.Entry<?, ?> param : params.entrySet()) {
            Member member = members.get(param.getKey());
            if (member == null || !member.rule().check(param.getValue(), null, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean explain(Map<?, ?> params, Report report, int depth) {
        boolean right = explainUnion(params, report);
        for (String name : required) {
            if (!has(params, name)) {
                report.add("Missing required parameter in " + report.name() + ": \"" + name + '"');
                right = false;
            }
        }
        for (Object name : params.keySet()) {
            if (!members.containsKey(name)) {
                report.add("Unknown parameter in " + report.name() + ": \"" + Shown.value(name)
                        + "\", must be one of: " + String.join(", ", members.keySet()));
                right = false;
            }
        }
        for (Map.Entry<?, ?> param : params.entrySet()) {
            Member member = members.get(param.getKey());
            if (member != null) {
                int back = report.enter(".", param.getKey());
                right &= member.rule().check(param.getValue(), report, depth + 1);
                report.leave(back);
            }
        }
        return right;
    }

    private boolean explainUnion(Map<?, ?> params, Report report) {
        if (!isUnion || params.size() == 1) {
            return true;
        }
        String names = String.join(", ", members.keySet());
        report.add(params.isEmpty()
                // without a space between the words, as the reference has it
                ? "Must set one of the following keys for tagged unionstructure " + report.name() + ": " + names + '.'
                : "Invalid number of parameters set for tagged union structure " + report.name()
                        + ". Can only set one of the following keys: " + names + '.');
        return false;
    }

    /** Some maps refuse to be asked for keys of another type. */
    private static boolean has(Map<?, ?> params, String name) {
        try {
            return params.containsKey(name);
        } catch (ClassCastException e) {
            return false;
        }
    }

    /** Compiled when it is first given: most calls use few members of large structures. */
    private final class Member {
        private final Shape member;
        private volatile Rule rule;

        Member(Shape member) {
            this.member = member;
        }

        Rule rule() {
            Rule known = rule;
            if (known == null) {
                known = rules.of(member, secret);
                rule = known;
            }
            return known;
        }
    }
}

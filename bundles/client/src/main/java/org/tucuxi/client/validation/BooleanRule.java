package org.tucuxi.client.validation;

/** True or false. */
final class BooleanRule extends Rule {

    BooleanRule(boolean secret) {
        super(secret);
    }

    @Override
    boolean check(Object value, Report report, int depth) {
        return value instanceof Boolean || wrongType(value, "class java.lang.Boolean", report);
    }
}

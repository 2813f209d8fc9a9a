package org.tucuxi.client.validation;

/** What values of one shape must be like. */
abstract class Rule {

    /** How deep parameters may be nested: deeper than the reference can go, and safe on a stack of half a megabyte. */
    static final int DEEPEST = 500;

    /** Whether values are not to be shown. */
    final boolean secret;

    Rule(boolean secret) {
        this.secret = secret;
    }

    /**
     * Checks a value.
     *
     * @param value what was given
     * @param report where problems go; null when only the answer matters: then the first problem ends the check
     * @param depth how deep the value is nested
     * @return false when something is wrong
     */
    abstract boolean check(Object value, Report report, int depth);

    /** Whether the value, printed whole, could show a secret. */
    boolean showsSecret() {
        return secret;
    }

    final boolean wrongType(Object value, String validTypes, Report report) {
        if (report != null) {
            report.wrongType("", value, validTypes, showsSecret());
        }
        return false;
    }

    static boolean tooDeep(Report report) {
        if (report != null) {
            report.add("Invalid nesting of parameter " + report.name() + ": there are more than " + DEEPEST
                    + " levels; a value may contain itself");
        }
        return false;
    }
}

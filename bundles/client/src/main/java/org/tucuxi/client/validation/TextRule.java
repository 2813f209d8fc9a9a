package org.tucuxi.client.validation;

/** A text. */
final class TextRule extends Rule {

    private static final String VALID_TYPES = "class java.lang.String";

    private final Number min;

    TextRule(Number min, boolean secret) {
        super(secret);
        this.min = min;
    }

    @Override
    boolean check(Object value, Report report, int depth) {
        if (!(value instanceof CharSequence text)) {
            return wrongType(value, VALID_TYPES, report);
        }
        if (min == null || isLongEnough(text)) {
            return true;
        }
        if (report != null) {
            report.add("Invalid length for parameter " + report.name() + ", value: " + characters(text)
                    + ", valid min length: " + min);
        }
        return false;
    }

    /** Counts characters only where surrogate pairs could make a difference. */
    private boolean isLongEnough(CharSequence text) {
        double least = min.doubleValue();
        return text.length() >= 2 * least || text.length() >= least && characters(text) >= least;
    }

    private static int characters(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}

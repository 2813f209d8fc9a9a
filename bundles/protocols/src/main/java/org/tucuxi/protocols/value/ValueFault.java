package org.tucuxi.protocols.value;

/**
 * A value that cannot be written or read. It collects the path to the value on its way out, so that the codec can name
 * the place without keeping a path during every call. It has no stack trace: it never leaves the codec.
 */
public final class ValueFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_SHOWN = 60;
    /** The outer names of a path say where to look; of a longer path the inner ones are left out. */
    private static final int MAX_PATH = 600;

    private String path = "";

    /**
     * Makes a fault.
     *
     * @param problem what was wrong and what would be right
     */
    public ValueFault(String problem) {
        super(problem, null, false, false);
    }

    /**
     * Puts a member before the path.
     *
     * @param member the member that holds the value
     * @return this fault
     */
    public ValueFault in(String member) {
        String name = shown(member);
        return around(path.isEmpty() || path.charAt(0) == '[' ? name : name + '.');
    }

    /**
     * Puts a position before the path.
     *
     * @param index the position in a list
     * @return this fault
     */
    public ValueFault at(int index) {
        return around(path.isEmpty() || path.charAt(0) == '[' ? "[" + index + ']' : "[" + index + "].");
    }

    private ValueFault around(String outer) {
        path = outer + (path.length() > MAX_PATH ? path.substring(0, MAX_PATH) + '…' : path);
        return this;
    }

    /**
     * The place of the value.
     *
     * @return for example {@code Delete.Objects[3].Key}; empty for the whole. Names are shortened to some sixty
     *         characters, and paths to some hundreds
     */
    public String path() {
        return path;
    }

    /**
     * Text that is fit for a message: short, in quotes, without control characters.
     *
     * @param text any text
     * @return at most some sixty characters of it
     */
    public static String quoted(CharSequence text) {
        return '"' + shown(text) + '"';
    }

    /**
     * A name that is fit for a message: short, without control characters. A key of a map, for example, is whatever the
     * service sent.
     *
     * @param text any text
     * @return at most some sixty characters of it
     */
    public static String shown(CharSequence text) {
        int length = Math.min(text.length(), MAX_SHOWN);
        StringBuilder result = new StringBuilder(length + 1);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            result.append(Character.isISOControl(c) ? '?' : c);
        }
        return result.append(text.length() > MAX_SHOWN ? "…" : "").toString();
    }

    /**
     * The fault of a value of a wrong type.
     *
     * @param value the value
     * @param expected what would be right, for example {@code a map}
     * @return the fault
     */
    public static ValueFault type(Object value, String expected) {
        String got = value == null ? "null" : value.getClass().getName();
        return new ValueFault("expected " + expected + ", got " + got);
    }
}

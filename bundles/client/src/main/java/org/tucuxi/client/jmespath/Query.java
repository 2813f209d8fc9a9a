package org.tucuxi.client.jmespath;

import org.tucuxi.InvalidExpressionException;
import software.amazon.smithy.jmespath.JmespathException;
import software.amazon.smithy.jmespath.JmespathExceptionType;
import software.amazon.smithy.jmespath.JmespathExpression;

/** A compiled JMESPath expression. Safe for use by many threads. */
public final class Query {

    /** Longer than any model's expression by far. */
    private static final int LONGEST = 4_000;
    private static final int SHOWN = 200;

    private final String text;
    private final JmespathExpression compiled;

    private Query(String text, JmespathExpression compiled) {
        this.text = text;
        this.compiled = compiled;
    }

    /**
     * Compiles an expression.
     *
     * @param text the expression
     * @return the compiled one
     * @throws InvalidExpressionException when it cannot be read
     */
    public static Query of(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidExpressionException("Invalid expression " + shown(text) + ": it has " + text.length()
                    + " characters; at most " + LONGEST + " are read");
        }
        try {
            return new Query(text, JmespathExpression.parse(text));
        } catch (JmespathException e) {
            throw new InvalidExpressionException("Invalid expression " + shown(text) + ": " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            // The library descends; it has no state that a descent broken off could harm.
            throw new InvalidExpressionException("Invalid expression " + shown(text) + ": it is nested too deep");
        }
    }

    /**
     * What the expression finds.
     *
     * @param value a Map, a List, or a plain value
     * @return a value of the same kinds, or null
     * @throws InvalidExpressionException when a function of the expression gets what it cannot take
     */
    public Object search(Object value) {
        try {
            return compiled.evaluate(value, JavaValues.INSTANCE);
        } catch (JmespathException e) {
            String reason = e.getType() == JmespathExceptionType.INVALID_TYPE ? " (a function was given what it cannot take)" : "";
            throw misfit(e.getMessage() + reason, e);
        } catch (ArithmeticException | IllegalStateException e) {
            throw misfit(e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw misfit("it is nested too deep for this thread", new IllegalStateException("stack overflow"));
        }
    }

    private InvalidExpressionException misfit(String reason, RuntimeException cause) {
        return new InvalidExpressionException("The expression " + shown(text) + " does not fit what it is asked of: " + reason, cause);
    }

    /**
     * Whether two values are the same to JMESPath: numbers by what they are worth, blobs by their bytes.
     *
     * @param a a value
     * @param b another
     * @return true when they are
     */
    public static boolean equal(Object a, Object b) {
        return JavaValues.INSTANCE.equal(a, b);
    }

    /**
     * The expression.
     *
     * @return as it was given
     */
    public String text() {
        return text;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
    }

    @Override
    public String toString() {
        return text;
    }
}

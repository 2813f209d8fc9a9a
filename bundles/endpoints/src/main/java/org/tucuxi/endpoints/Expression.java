package org.tucuxi.endpoints;

import java.util.List;

/** A value of a rule, compiled. */
sealed interface Expression {

    /**
     * The value.
     *
     * @param variables the parameters and what was assigned so far, by slot
     * @return String, Boolean, Integer, List or {@link Attributes}; null when there is no value
     * @throws org.tucuxi.endpoint.EndpointResolutionException when a function refuses its arguments
     */
    Object evaluate(Object[] variables);

    /** Text, number or truth value of the document. */
    record Literal(Object value) implements Expression {

        @Override
        public Object evaluate(Object[] variables) {
            return value;
        }
    }

    /** {@code {"ref": name}}. */
    record Reference(int slot) implements Expression {

        @Override
        public Object evaluate(Object[] variables) {
            return variables[slot];
        }
    }

    /** {@code {"fn": name, "argv": […], "assign": variable}}; a negative slot assigns nothing. */
    record Call(Function function, List<Expression> arguments, int assignTo, Place place) implements Expression {

        @Override
        public Object evaluate(Object[] variables) {
            Object[] values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments.get(i).evaluate(variables);
            }
            Object result;
            try {
                result = function.body().apply(values);
            } catch (Function.WrongArgument e) {
                throw place.failed(function.name() + " " + e.getMessage());
            }
            if (assignTo >= 0) {
                variables[assignTo] = result;
            }
            return result;
        }
    }

    /** {@code getAttr}, its path split. */
    record GetAttribute(Expression of, List<AttributeStep> steps, int assignTo, Place place) implements Expression {

        @Override
        public Object evaluate(Object[] variables) {
            Object value = of.evaluate(variables);
            for (AttributeStep step : steps) {
                value = step.apply(value, place);
            }
            if (assignTo >= 0) {
                variables[assignTo] = value;
            }
            return value;
        }
    }

    /** Text with placeholders: a piece of text, a value, a piece of text, … */
    record Template(List<String> texts, List<Expression> values, Place place) implements Expression {

        @Override
        public Object evaluate(Object[] variables) {
            StringBuilder text = new StringBuilder(64);
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i).evaluate(variables);
                if (value == null) {
                    throw place.failed("the text has a placeholder without a value");
                }
                text.append(texts.get(i)).append(value);
            }
            return text.append(texts.get(values.size())).toString();
        }
    }
}

package org.tucuxi.client.validation;

import java.util.List;
import java.util.Map;
import org.tucuxi.ParamValidationException;
import org.tucuxi.model.StructureShape;

/** The rules for the parameters of one operation. Immutable to its users, and safe for use by many threads. */
public final class ParamValidator {

    private final Rule input;

    private ParamValidator(Rule input) {
        this.input = input;
    }

    /**
     * Compiles the rules of an input; those of its members are compiled when they are first needed.
     *
     * @param input the operation's input
     * @return its validator
     */
    public static ParamValidator of(StructureShape input) {
        return new ParamValidator(new Rules().of(input, false));
    }

    /**
     * Checks parameters.
     *
     * @param params the parameters
     * @throws ParamValidationException with all problems, when there are any
     */
    public void validate(Map<String, ?> params) {
        if (!input.check(params, null, 0)) {
            throw new ParamValidationException(problems(params));
        }
    }

    /**
     * Checks parameters.
     *
     * @param params the parameters
     * @return one line for each problem; empty when all is well
     */
    public List<String> problems(Map<String, ?> params) {
        Report report = new Report();
        input.check(params, report, 0);
        return report.lines();
    }
}

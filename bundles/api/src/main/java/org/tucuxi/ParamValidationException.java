package org.tucuxi;

import java.util.List;

/**
 * Parameters that do not fit the model: botocore's {@code ParamValidationError}. All problems are reported at once.
 */
public class ParamValidationException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /**
     * Makes the exception; its message is {@code Parameter validation failed:} and one line for each problem.
     *
     * @param problems the lines of the report, at least one
     */
    public ParamValidationException(List<String> problems) {
        super("Parameter validation failed:\n" + String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Makes the exception for one problem.
     *
     * @param problem the line of the report
     */
    public ParamValidationException(String problem) {
        this(List.of(problem));
    }

    /**
     * The lines of the report.
     *
     * @return at least one
     */
    public List<String> problems() {
        return problems;
    }
}

package org.tucuxi.itests.conformance;

import java.util.Objects;

/**
 * What became of a case.
 *
 * @param id says which case, the same in every run
 * @param outcome how it ended
 * @param detail why, unless it passed
 */
record Result(String id, Outcome outcome, String detail) {

    /** How a case ended. */
    enum Outcome {
        /** As expected. */
        PASSED,
        /** Otherwise. */
        FAILED,
        /** Not run, because what it tests is not a part of Tucuxi yet. */
        ABSENT
    }

    /** What a case does; it returns when all is as expected. */
    @FunctionalInterface
    interface Case {

        /**
         * Runs the case.
         *
         * @throws Exception when something is not as expected
         */
        void run() throws Exception;
    }

    static Result of(String id, Case test) {
        try {
            test.run();
            return new Result(id, Outcome.PASSED, "");
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            return failed(id, e instanceof Mismatch ? e.getMessage() : e.toString());
        }
    }

    static Result failed(String id, String detail) {
        return new Result(id, Outcome.FAILED, detail);
    }

    static Result absent(String id, String detail) {
        return new Result(id, Outcome.ABSENT, detail);
    }

    static void expect(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new Mismatch(what + ": expected " + expected + " but was " + actual);
        }
    }

    /** Something is not as expected. */
    static final class Mismatch extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Mismatch(String message) {
            super(message, null, false, false);
        }
    }
}

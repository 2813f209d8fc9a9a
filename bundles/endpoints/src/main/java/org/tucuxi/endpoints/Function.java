package org.tucuxi.endpoints;

/**
 * A function of the rules language.
 *
 * @param name as the documents write it
 * @param arity how many arguments it takes
 * @param body what it does
 */
record Function(String name, int arity, Body body) {

    /** What a function does. */
    @FunctionalInterface
    interface Body {

        /**
         * Computes the result.
         *
         * @param arguments as many as the function takes
         * @return the result, or null
         * @throws WrongArgument when an argument has the wrong type
         */
        Object apply(Object[] arguments) throws WrongArgument;
    }

    /** An argument of the wrong type; the caller adds the place. */
    static final class WrongArgument extends Exception {

        private static final long serialVersionUID = 1L;

        WrongArgument(String message) {
            super(message, null, false, false);
        }
    }
}

package org.tucuxi.credentials.internal.metadata;

/** A machine has nothing to say: the reason is for an operator, and for the provider to judge. */
final class NoAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    NoAnswer(String reason) {
        super(reason, null, false, false);
    }
}

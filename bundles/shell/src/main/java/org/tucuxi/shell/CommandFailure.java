package org.tucuxi.shell;

import java.io.PrintStream;
import java.io.UncheckedIOException;

/** What a command throws: the shell prints the message, a script stops. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A mistake in the command itself. */
    CommandFailure(String message) {
        super(message, null, false, false);
    }

    private CommandFailure(String message, Throwable cause) {
        // No stack of its own and no cause: shells that print traces would print two screens for a missing bucket.
        super(message, null, false, false);
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a command so that whatever goes wrong is one message with the kind of the error. */
    static void guard(boolean verbose, PrintStream err, Body body) {
        try {
            body.run();
        } catch (CommandFailure failure) {
            throw failure;
        } catch (Exception e) {
            if (verbose) {
                e.printStackTrace(err);
            }
            throw of(e);
        }
    }

    static CommandFailure of(Throwable e) {
        Throwable shown = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        String message = shown.getMessage();
        String kind = shown.getClass().getSimpleName();
        return new CommandFailure(message == null || message.isBlank() ? kind : kind + ": " + message, e);
    }

    /** What a command does. */
    @FunctionalInterface
    interface Body {
        void run() throws Exception;
    }
}

package org.tucuxi.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/**
 * Runs commands in a session of Gogo. Gogo is a bundle like any other, out of reach of the launcher's class loader, so
 * it is called by reflection: three methods.
 */
final class Commands {

    private static final String PROCESSOR = "org.apache.felix.service.command.CommandProcessor";
    private static final String SESSION = "org.apache.felix.service.command.CommandSession";
    private static final int INSPECT = 0;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Object session;
    private final Method execute;
    private final Method format;
    private final PrintStream out;
    private final PrintStream err;

    Commands(EmbeddedFramework framework, InputStream in, PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        Object processor = framework.service('(' + Constants.OBJECTCLASS + '=' + PROCESSOR + ')', Object.class,
                "command processor of Gogo", LIMIT);
        try {
            var gogo = FrameworkUtil.getBundle(processor.getClass());
            Method create = gogo.loadClass(PROCESSOR).getMethod("createSession", InputStream.class,
                    java.io.OutputStream.class, java.io.OutputStream.class);
            this.session = create.invoke(processor, in, out, err);
            this.execute = gogo.loadClass(SESSION).getMethod("execute", CharSequence.class);
            this.format = gogo.loadClass(SESSION).getMethod("format", Object.class, int.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Gogo does not fit the launcher: " + e.getMessage(), e);
        }
    }

    /** Runs one or several commands; false when one fails, after its message was printed. */
    boolean run(String commands) {
        try {
            Object result = execute.invoke(session, commands);
            if (result != null) {
                // As Gogo's own shell does: what the last command returns is shown.
                out.println(format.invoke(session, result, INSPECT));
            }
            out.flush();
            return true;
        } catch (InvocationTargetException e) {
            err.println(message(e.getCause()));
            return false;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("This Gogo does not fit the launcher: " + e.getMessage(), e);
        }
    }

    /** Runs the lines of a stream until one fails. */
    boolean runLines(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank() && !run(line)) {
                return false;
            }
        }
        return true;
    }

    private static String message(Throwable thrown) {
        Throwable failure = thrown;
        while (failure instanceof InvocationTargetException && failure.getCause() != null) {
            failure = failure.getCause();
        }
        String message = failure.getMessage();
        // The shell's own failures say their kind in the message already.
        return failure.getClass().getName().startsWith("org.tucuxi.shell.") ? message
                : failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}

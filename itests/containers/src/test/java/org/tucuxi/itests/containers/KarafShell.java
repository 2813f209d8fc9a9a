package org.tucuxi.itests.containers;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.framework.BundleContext;

/** Types commands into Karaf's shell. */
final class KarafShell {

    private KarafShell() {
    }

    /** Executes a command and gives back what it prints. */
    static String execute(BundleContext context, String command) throws Exception {
        Await.until("Karaf's shell", () -> context.getServiceReference(SessionFactory.class) != null);
        SessionFactory sessions = context.getService(context.getServiceReference(SessionFactory.class));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            Session session = sessions.create(InputStream.nullInputStream(), print, print);
            try {
                session.execute(command);
            } finally {
                session.close();
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}

package org.tucuxi.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.tucuxi.UnsatisfiedException;

/**
 * The jar that the launcher is in: its manifest exports what program and bundles share, and below {@code bundles/} it
 * carries the bundles.
 *
 * @param jar the file
 */
record Home(Path jar) {

    /** The jar that this class was loaded from. */
    static Home ofLauncher() {
        try {
            return new Home(Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException | RuntimeException e) {
            throw new UnsatisfiedException("The launcher cannot tell which jar it is in; put tucuxi.jar itself on the"
                    + " class path, not a copy of its classes", e);
        }
    }

    /** Opens the jar; the caller closes it. */
    JarFile open() {
        if (!Files.isRegularFile(jar)) {
            throw incomplete(null);
        }
        try {
            return new JarFile(jar.toFile(), false);
        } catch (IOException e) {
            throw incomplete(e);
        }
    }

    private UnsatisfiedException incomplete(IOException cause) {
        return new UnsatisfiedException("No bundles are packed in " + jar
                + "; put tucuxi.jar of the distribution on the"
                + " class path", cause);
    }

    /** The packages that the system bundle exports for the program's class loader. */
    static String sharedPackages(JarFile open) throws IOException {
        Manifest manifest = open.getManifest();
        String exports = manifest == null ? null : manifest.getMainAttributes().getValue("Export-Package");
        return exports == null ? "" : exports;
    }
}

package org.tucuxi.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.ServicePackager;
import org.tucuxi.model.ServicePackager.Outcome;
import org.tucuxi.model.ServicePackager.ServiceBundle;
import org.tucuxi.model.ServicePackager.Source;

/**
 * Puts services into the watched folder. Each is started here first: what does not start does not get there. A platform
 * that watches the folder meanwhile takes them at once, and every later start finds them.
 */
final class Import {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Path deploy;
    private final PrintStream out;
    private final PrintStream err;

    Import(Path deploy, PrintStream out, PrintStream err) {
        this.deploy = deploy;
        this.out = out;
        this.err = err;
    }

    /** Imports the services that are named after the source, or all; false when one is broken, after it was said. */
    boolean run(EmbeddedFramework framework, List<String> sourceAndServices) throws IOException {
        ServicePackager packager = framework.service(
                '(' + Constants.OBJECTCLASS + '=' + ServicePackager.class.getName() + ')', ServicePackager.class,
                "service packager of the bundle org.tucuxi.modeltool", LIMIT);
        long start = System.nanoTime();
        try (Source source = packager.open(sourceAndServices.get(0))) {
            List<String> named = sourceAndServices.subList(1, sourceAndServices.size());
            List<String> services = named.isEmpty() ? source.services() : named;
            if (services.isEmpty()) {
                throw new ModelException("There is no service in " + sourceAndServices.get(0));
            }
            Files.createDirectories(deploy);
            int added = 0;
            int broken = 0;
            for (String service : services) {
                try {
                    added += add(packager, source.bundle(service)) ? 1 : 0;
                } catch (ModelException e) {
                    broken++;
                    err.println(service + ": " + e.getMessage());
                }
            }
            out.println(source.description() + ": " + added + " of " + services.size() + " services are now in "
                    + deploy + ", in " + (System.nanoTime() - start) / 1_000_000 + " ms");
            return broken == 0;
        }
    }

    private boolean add(ServicePackager packager, ServiceBundle bundle) throws IOException {
        if (packager.install(bundle) == Outcome.KEPT) {
            out.println(bundle.service() + " stays as it is: its bundle has handlers of its own");
            return false;
        }
        String name = bundle.symbolicName() + ".jar";
        Path part = deploy.resolve(name + ".part");
        try {
            Files.write(part, bundle.jar());
            // Who watches the folder must never see half a jar.
            Files.move(part, deploy.resolve(name), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        removeOthers(bundle.symbolicName() + '-');
        return true;
    }

    /** The model tool by itself names its jars by version: those of this service are replaced too. */
    private void removeOthers(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(deploy)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(prefix) && name.substring(prefix.length()).matches("\\d+(\\.[\\w-]+)*\\.jar")) {
                    Files.delete(file);
                }
            }
        }
    }
}

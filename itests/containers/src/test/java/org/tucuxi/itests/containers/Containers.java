package org.tucuxi.itests.containers;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.tucuxi.itests.servers.S3Server;

/** The containers that the tests run in. Used outside of them. */
final class Containers {

    private static S3Server server;

    private Containers() {
    }

    /** Plain Felix with all bundles of Tucuxi. */
    static Option[] felix() {
        return options(junitBundles(), properties(), composite(bundles()));
    }

    /** What the tests need to know inside, in any container. */
    static Option properties() {
        return composite(
                systemProperty(Platform.ENDPOINT).value(s3().endpointUrl()),
                systemProperty(Platform.ACCESS_KEY).value(S3Server.ACCESS_KEY),
                systemProperty(Platform.SECRET_KEY).value(S3Server.SECRET_KEY),
                systemProperty(Platform.BUNDLES).value(System.getProperty(Platform.BUNDLES)),
                systemProperty(Platform.HOT).value(System.getProperty(Platform.HOT)),
                systemProperty(Platform.DEPLOY).value(deployFolder()),
                systemProperty("felix.fileinstall.dir").value(deployFolder()),
                systemProperty("felix.fileinstall.poll").value("200"),
                systemProperty("felix.fileinstall.log.level").value("1"),
                systemProperty("felix.fileinstall.enableConfigSave").value("false"),
                systemProperty("org.ops4j.pax.logging.DefaultServiceLog.level").value("WARN"));
    }

    private static Option[] bundles() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty(Platform.BUNDLES)))) {
            return files.sorted().map(file -> bundle(file.toUri().toString())).toArray(Option[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String deployFolder() {
        try {
            return Files.createDirectories(Path.of(System.getProperty("tucuxi.itest.target"), "deploy")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One server for all containers; it ends with the JVM. */
    static synchronized S3Server s3() {
        if (server == null) {
            try {
                server = S3Server.start();
            } catch (Exception e) {
                throw new IllegalStateException("S3Proxy does not start", e);
            }
        }
        return server;
    }
}

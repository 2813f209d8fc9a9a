package org.tucuxi.itests.containers;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFileExtend;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.features;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.tucuxi.itests.servers.S3Server;

/** The containers that the tests run in. Used outside of them. */
final class Containers {

    private static final String MAVEN = "etc/org.ops4j.pax.url.mvn.cfg";

    private static S3Server server;

    private Containers() {
    }

    /** Plain Felix with all bundles of Tucuxi. */
    static Option[] felix() {
        return options(junitBundles(), shared(), watchedFolder(), composite(bundles()),
                systemProperty("org.ops4j.pax.logging.DefaultServiceLog.level").value("WARN"));
    }

    /** Karaf with Tucuxi's features, which it starts with. */
    static Option[] karafWithFeatures() {
        Path repository = archiveContent();
        String version = System.getProperty("tucuxi.itest.version");
        Path features = repository.resolve("org/tucuxi/org.tucuxi.features/" + version
                + "/org.tucuxi.features-" + version + "-features.xml");
        return options(karaf(),
                editConfigurationFileExtend(MAVEN, "org.ops4j.pax.url.mvn.defaultRepositories",
                        repository.toUri() + "@id=tucuxi@snapshots"),
                features(url(features.toString()), "tucuxi-s3", "tucuxi-sts", "tucuxi-shell"),
                bundle(file("assertj-core")), bundle(file("byte-buddy")));
    }

    /** Karaf with the archive of Tucuxi's features in its deploy folder, from which it installs it after its start. */
    static Option[] karafWithArchive() {
        return options(karaf(), replaceConfigurationFile("deploy/tucuxi.kar", archive().toFile()));
    }

    private static Option karaf() {
        String version = System.getProperty("tucuxi.itest.karaf.version");
        return composite(
                karafDistributionConfiguration().frameworkUrl(url(System.getProperty("tucuxi.itest.karaf")))
                        .karafVersion(version).name("Karaf").unpackDirectory(target().resolve("karaf").toFile()),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                composite(vmOptions(version)),
                // What Pax Exam brings comes from where Maven put it.
                editConfigurationFilePut(MAVEN, "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("org.ops4j.pax.url.mvn.localRepository")),
                editConfigurationFilePut("etc/org.ops4j.pax.logging.cfg", "log4j2.rootLogger.level", "WARN"),
                shared());
    }

    private static Path target() {
        return Path.of(System.getProperty("tucuxi.itest.target"));
    }

    private static Path archive() {
        return Path.of(System.getProperty("tucuxi.itest.kar"));
    }

    /** The Maven repository in the archive, unpacked: so that Karaf cannot take an older bundle from elsewhere. */
    private static Path archiveContent() {
        Path folder = target().resolve("archive");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve("repository");
    }

    /** Those of Karaf's own start script for Java 9 and later. */
    private static Option[] vmOptions(String version) {
        return Stream.of("--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module=java.base=lib/endorsed/org.apache.karaf.specs.locator-" + version + ".jar",
                "--patch-module=java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + version + ".jar",
                "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.ftp=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
                "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED")
                .map(CoreOptions::vmOption).toArray(Option[]::new);
    }

    private static String file(String name) {
        return url(Path.of(System.getProperty(Platform.BUNDLES), name + ".jar").toString());
    }

    private static String url(String file) {
        return Path.of(file).toUri().toString();
    }

    /** What the tests need to know inside, in any container. */
    private static Option shared() {
        return composite(
                systemProperty(Platform.ENDPOINT).value(s3().endpointUrl()),
                systemProperty(Platform.ACCESS_KEY).value(S3Server.ACCESS_KEY),
                systemProperty(Platform.SECRET_KEY).value(S3Server.SECRET_KEY),
                systemProperty(Platform.BUNDLES).value(System.getProperty(Platform.BUNDLES)),
                systemProperty(Platform.HOT).value(System.getProperty(Platform.HOT)));
    }

    private static Option watchedFolder() {
        return composite(
                systemProperty(Platform.DEPLOY).value(deployFolder()),
                systemProperty("felix.fileinstall.dir").value(deployFolder()),
                systemProperty("felix.fileinstall.poll").value("200"),
                systemProperty("felix.fileinstall.log.level").value("1"),
                systemProperty("felix.fileinstall.enableConfigSave").value("false"));
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
            return Files.createDirectories(target().resolve("deploy")).toString();
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

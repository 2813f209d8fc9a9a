package org.tucuxi.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Makes an installation that starts fast: the bundles unpacked beside each other, a class-data archive of what a first
 * call needs, and the arguments for {@code java} in a file, to be used as {@code java @tucuxi.args}.
 *
 * <p>The virtual machine archives only what the application class loader loaded, hence {@link FlatBundles}.
 */
final class Archive {

    /** The system property that names the folder of the bundles on the class path. */
    static final String FLAT = "tucuxi.bundles";

    private static final String BUCKETS = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListAllMyBucketsResult"
            + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Owner><ID>0</ID></Owner><Buckets><Bucket>"
            + "<Name>b</Name><CreationDate>2026-01-01T00:00:00.000Z</CreationDate></Bucket></Buckets>"
            + "</ListAllMyBucketsResult>";

    private final Home home;
    private final Path folder;
    private final String commands;

    /**
     * Prepares an installation.
     *
     * @param home the jar to install
     * @param folder where
     * @param commands what to run once, so that its classes are in the archive; null for a call of S3 on this machine
     */
    Archive(Home home, Path folder, String commands) {
        this.home = home;
        this.folder = folder.toAbsolutePath().normalize();
        this.commands = commands;
    }

    int make() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path jar = folder.resolve("tucuxi.jar");
        Files.copy(home.jar(), jar, StandardCopyOption.REPLACE_EXISTING);
        List<String> options = options(jar, unpack());
        Path archive = folder.resolve("tucuxi.jsa");
        Files.deleteIfExists(archive);
        int status = train(archive, options);
        if (status != 0 || !Files.exists(archive)) {
            System.err.println("The archive was not made: the run that shows which classes are needed ended with"
                    + " status " + status);
            return 1;
        }
        Path arguments = folder.resolve("tucuxi.args");
        List<String> lines = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off"));
        lines.addAll(options);
        Files.write(arguments, lines.stream().map(Archive::quoted).toList(), StandardCharsets.UTF_8);
        System.out.println("Start with: java @" + arguments);
        return 0;
    }

    private List<Path> unpack() throws IOException {
        List<Path> bundles = new ArrayList<>();
        Folders.delete(folder.resolve("bundles"));
        try (JarFile jar = home.open()) {
            NestedBundles nested = new NestedBundles(jar, null);
            for (BundleSource.Group group : BundleSource.Group.values()) {
                Path target = Files.createDirectories(
                        folder.resolve("bundles").resolve(group.name().toLowerCase(Locale.ROOT)));
                for (JarEntry entry : nested.entries(group)) {
                    Path bundle = target.resolve(NestedBundles.fileName(entry));
                    nested.extract(entry, bundle);
                    bundles.add(bundle);
                }
            }
        }
        return bundles;
    }

    private List<String> options(Path jar, List<Path> bundles) {
        StringBuilder classPath = new StringBuilder(jar.toString());
        bundles.forEach(bundle -> classPath.append(File.pathSeparatorChar).append(bundle));
        // A short-lived process never earns back what the optimizing compiler costs.
        return List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-D" + FLAT + '=' + folder.resolve("bundles"),
                "-cp", classPath.toString(), Main.class.getName());
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\") + '"';
    }

    private int train(Path archive, List<String> options) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = BUCKETS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.start();
        Path deploy = Files.createTempDirectory("tucuxi-deploy-");
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            List<String> command = new ArrayList<>(List.of(Main.java().toString(),
                    "-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
            command.addAll(options);
            command.addAll(List.of("--deploy", deploy.toString(), "-c", commands != null ? commands
                    : "tucuxi:services; tucuxi:handlers; tucuxi:call -r us-east-1 -e " + address + " s3 ListBuckets"));
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            if (commands == null) {
                // Any credentials will do: the call stays on this machine.
                builder.environment().put("AWS_ACCESS_KEY_ID", "archive");
                builder.environment().put("AWS_SECRET_ACCESS_KEY", "archive");
            }
            return builder.start().waitFor();
        } finally {
            server.stop(0);
            Folders.delete(deploy);
        }
    }
}

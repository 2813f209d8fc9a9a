package org.tucuxi.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.distribution.dropped.AddHeader;

/** A handler that comes and goes with its jar in the watched folder, while the platform runs. */
@Timeout(120)
class DeployFolderIT {

    @TempDir
    Path folder;

    @Test
    void aDroppedHandlerIsFeltAndARemovedOneIsNot() throws Exception {
        Path bundle = bundle(folder.resolve("handler.part"));
        Path err = folder.resolve("err.txt");
        try (Buckets buckets = new Buckets()) {
            Process process = new Jar(folder).start(Redirect.PIPE, err, "-jar", Jar.FILE.toString());
            try (PrintStream shell = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
                    BufferedReader out = process.inputReader()) {
                String call = "tucuxi:call -e " + buckets.url() + " s3 ListBuckets; echo called";
                await(out, "No handler component has \"dropped\"", () -> shell.println("tucuxi:handlers dropped"));

                Files.move(bundle, folder.resolve("deploy/handler.jar"), StandardCopyOption.ATOMIC_MOVE);
                await(out, "AddHeader", () -> shell.println("tucuxi:handlers dropped"));
                shell.println(call);
                await(out, "called", () -> { });
                Files.delete(folder.resolve("deploy/handler.jar"));
                await(out, "No handler component has \"dropped\"", () -> shell.println("tucuxi:handlers dropped"));
                shell.println(call);
                await(out, "called", () -> { });
            } finally {
                process.destroy();
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(buckets.seen).containsExactly("yes", "null");
            assertThat(err).isEmptyFile();
        }
    }

    /** Reads lines until one contains the text, asking again after each answer that does not. */
    private static void await(BufferedReader out, String text, Runnable ask) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        ask.run();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(text)) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Instead of " + text + " the platform says " + line);
            }
            if (!line.startsWith("HANDLER")) {
                ask.run();
            }
        }
        throw new AssertionError("The platform ended before it said " + text);
    }

    private static Path bundle(Path file) throws IOException {
        String name = AddHeader.class.getName();
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "dropped");
        attributes.putValue("Bundle-Version", "1.0.0");
        attributes.putValue("Import-Package",
                "org.tucuxi.event;version=\"[1.0,2)\",org.tucuxi.http;version=\"[1.0,2)\"");
        attributes.putValue("Service-Component", "OSGI-INF/handler.xml");
        String path = name.replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry("OSGI-INF/handler.xml"));
            jar.write(("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"" + name + "\">"
                    + "<implementation class=\"" + name
                    + "\"/><property name=\"event.pattern\" value=\"before-call.s3\"/>"
                    + "<service><provide interface=\"org.tucuxi.event.EventHandler\"/></service></scr:component>")
                    .getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
            jar.putNextEntry(new JarEntry(path));
            try (var in = AddHeader.class.getClassLoader().getResourceAsStream(path)) {
                in.transferTo(jar);
            }
            jar.closeEntry();
        }
        return file;
    }
}

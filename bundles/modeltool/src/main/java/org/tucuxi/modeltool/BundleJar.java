package org.tucuxi.modeltool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Writes a service's data as a bundle. The same data give the same bytes. */
final class BundleJar {

    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private BundleJar() {
    }

    static Path write(ServiceData service, String source, Path folder) {
        Path jar = folder.resolve(symbolicName(service) + '-' + bundleVersion(source) + ".jar");
        Path part = folder.resolve(jar.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(part)) {
                write(service, source, out);
            }
            // A container that watches the folder must never see half a jar.
            return Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + jar, e);
        }
    }

    static void write(ServiceData service, String source, OutputStream out) throws IOException {
        try (JarOutputStream entries = new JarOutputStream(out)) {
            add(entries, JarFile.MANIFEST_NAME, manifest(service, source, bundleVersion(source)));
            add(entries, "META-INF/LICENSE", resource("LICENSE"));
            add(entries, "META-INF/NOTICE", notice(service, source).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : service.files().entrySet()) {
                add(entries, "models/" + service.name() + '/' + file.getKey(), file.getValue());
            }
        }
    }

    static String symbolicName(ServiceData service) {
        return "org.tucuxi.services." + service.name();
    }

    private static Attributes headers(ServiceData service, String source, String version) {
        Attributes headers = new Attributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", symbolicName(service));
        headers.putValue("Bundle-Version", version);
        headers.putValue("Bundle-Name", "Tucuxi :: Services :: " + service.title());
        headers.putValue("Bundle-License", "Apache-2.0");
        headers.putValue("Tucuxi-Model", "models/");
        headers.putValue("Tucuxi-Model-Source", source);
        headers.putValue("Provide-Capability", "tucuxi.service;tucuxi.service=\"" + service.name() + '"');
        headers.putValue("Require-Capability", "osgi.extender;effective:=active;"
                + "filter:=\"(&(osgi.extender=tucuxi.models)"
                + "(version>=1.0.0)(!(version>=2.0.0)))\"");
        return headers;
    }

    private static byte[] manifest(ServiceData service, String source, String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putAll(headers(service, source, version));
        var bytes = new java.io.ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    static String notice(ServiceData service, String source) {
        boolean smithy = source.startsWith("smithy");
        return "Tucuxi service bundle: " + service.title() + "\n\n"
                + "The model, endpoint rules, paginators, waiters and resources in this bundle are facts about AWS's\n"
                + "public interface. They are made by org.tucuxi.modeltool, without documentation texts, from\n"
                + (smithy ? "AWS's Smithy models: " : "the data of the Python package ") + source + ".\n\n"
                + (smithy ? "    AWS API models\n" : "    botocore\n")
                + "    Copyright 2012-2026 Amazon.com, Inc. or its affiliates. All Rights Reserved.\n"
                + "    Licensed under the Apache License, Version 2.0 (see LICENSE).\n";
    }

    /** botocore's version, so that a newer model replaces an older one; 0.1.0 when it is unknown. */
    static String bundleVersion(String source) {
        String version = source.substring(source.lastIndexOf(' ') + 1);
        return version.matches("\\d{1,9}(\\.\\d{1,9}){0,2}(\\.[0-9A-Za-z_-]{1,20})?") ? version : "0.1.0";
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = BundleJar.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new PackagingException("The tool's own file " + name + " is missing: its jar is incomplete");
            }
            return in.readAllBytes();
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        jar.putNextEntry(entry);
        jar.write(bytes);
        jar.closeEntry();
    }
}

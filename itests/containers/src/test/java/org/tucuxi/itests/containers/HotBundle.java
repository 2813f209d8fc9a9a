package org.tucuxi.itests.containers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.event.EventHandler;
import org.tucuxi.itests.containers.deployed.CountCalls;
import org.tucuxi.itests.containers.deployed.ProvideKeys;

/** Packs a component into a bundle, as bnd would. */
final class HotBundle {

    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s">
              <implementation class="%s"/>
            %s%s  <service><provide interface="%s"/></service>
            </scr:component>
            """;
    private static final String BOARD = """
              <reference name="board" interface="java.util.concurrent.ConcurrentMap" target="(%s=true)" bind="board"/>
            """.formatted(Board.PROPERTY);

    private HotBundle() {
    }

    /** A handler that counts on the board under the name of the bundle; properties are those of its service. */
    static byte[] counting(String name, Map<String, String> properties) {
        return jar(name, CountCalls.class, EventHandler.class, properties, BOARD);
    }

    /** A provider of the keys that S3Proxy knows. */
    static byte[] keys(String name) {
        return keys(name, Map.of());
    }

    /** Likewise, with properties of its service. */
    static byte[] keys(String name, Map<String, String> properties) {
        return jar(name, ProvideKeys.class, CredentialProvider.class, properties, "");
    }

    private static byte[] jar(String name, Class<?> component, Class<?> service, Map<String, String> properties,
            String references) {
        StringBuilder lines = new StringBuilder();
        properties.forEach((key, value) -> lines.append("  <property name=\"").append(key).append("\" value=\"")
                .append(value.replace("&", "&amp;").replace("<", "&lt;")).append("\"/>\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String classFile = component.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest(name));
                InputStream code = component.getClassLoader().getResourceAsStream(classFile)) {
            jar.putNextEntry(new JarEntry("OSGI-INF/component.xml"));
            jar.write(COMPONENT.formatted(name, component.getName(), lines, references, service.getName())
                    .getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(classFile));
            jar.write(code.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("Bundle " + name + " cannot be packed", e);
        }
        return bytes.toByteArray();
    }

    private static Manifest manifest(String name) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Service-Component", "OSGI-INF/component.xml");
        main.putValue("Import-Package", "org.tucuxi.event,org.tucuxi.credentials,org.tucuxi.config");
        return manifest;
    }
}

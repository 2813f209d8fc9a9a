package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.eclipse.jetty.alpn.client.ALPNClientConnectionFactory;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http2.HTTP2Session;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.ClientConnectionFactoryOverHTTP2;
import org.eclipse.jetty.http2.hpack.HpackEncoder;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.ComponentContext;
import org.osgi.util.function.Consumer;
import org.osgi.util.promise.Promise;
import org.tucuxi.http.HttpTransport;

/**
 * The bundle in a real framework, beside the five bundles of Jetty that it needs and no other; and with the four more
 * that HTTP/2 needs.
 */
class OsgiTest extends TransportTesting {

    private static final String SLF4J = "org.slf4j;version=2.0.17,org.slf4j.event;version=2.0.17,"
            + "org.slf4j.helpers;version=2.0.17,org.slf4j.spi;version=2.0.17";

    @TempDir
    Path folder;

    private Framework framework;

    @BeforeEach
    void startFramework() throws Exception {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString());
        configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SLF4J);
        framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(configuration);
        framework.start();
    }

    @AfterEach
    void stopFramework() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void itResolvesSendsAndLeavesNothing() throws Exception {
        long before = threads();
        BundleContext context = framework.getBundleContext();
        Bundle bundle = start(context, List.of());

        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(context.getBundles()).extracting(Bundle::getSymbolicName)
                .filteredOn(name -> name.startsWith("org.eclipse.jetty")).hasSize(5);
        try (RawServer server = RawServer.answering(c -> c.ok("from a bundle"))) {
            assertThat(sendInside(transport(context), server.url("/x"), false)).isEqualTo("from a bundle");
            assertThat(threads()).isGreaterThan(before);

            bundle.stop();

            until("the threads are gone", () -> threads() <= before);
            until("the sockets are gone", () -> server.openConnections() == 0);
            bundle.start();
            assertThat(sendInside(transport(context), server.url("/y"), false)).isEqualTo("from a bundle");
        }
    }

    @Test
    void stoppingAtOnceWaitsForTheClassesThatAreLoadedAhead() throws Exception {
        BundleContext context = framework.getBundleContext();
        Bundle bundle = start(context, List.of());
        transport(context);

        bundle.stop();

        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().equals("tucuxi-prelude"));
    }

    @Test
    void withoutItsBundlesHttp2IsRefusedAndHttp1IsNot() throws Exception {
        BundleContext context = framework.getBundleContext();
        start(context, List.of());
        try (RawServer server = RawServer.answering(c -> c.ok("from a bundle"))) {
            Object transport = transport(context);

            assertThatThrownBy(() -> sendInside(transport, server.url("/x"), true)).cause()
                    .hasMessageContaining("HTTP/2").hasMessageContaining("org.eclipse.jetty.http2.client.http");
            assertThat(sendInside(transport, server.url("/x"), false)).isEqualTo("from a bundle");
        }
    }

    @Test
    void withItsBundlesHttp2IsSpokenAlsoOverTls() throws Exception {
        long before = threads();
        Certificates certificates = new Certificates(folder);
        BundleContext context = framework.getBundleContext();
        Bundle bundle = start(context, List.of(HTTP2Session.class, HpackEncoder.class, HTTP2Client.class,
                ClientConnectionFactoryOverHTTP2.class));
        try (Http2Server clear = Http2Server.inClear(call -> call.head(200, false).end("in clear"));
                Http2Server secure = Http2Server.overTls(certificates, false,
                        call -> call.head(200, false).end("over TLS"))) {
            Object transport = transport(context);

            assertThat(sendInside(transport, clear.url("/"), true)).isEqualTo("in clear");
            assertThat(sendInside(transport, secure.secureUrl("/"), true)).isEqualTo("over TLS");
            assertThat(sendInside(transport, secure.secureUrl("/"), false)).isEqualTo("HTTP/1.1");

            bundle.stop();

            until("the threads are gone", () -> threads() <= before);
            until("the sockets are gone", () -> clear.openConnections() == 0 && secure.openConnections() == 0);
        }
    }

    private Bundle start(BundleContext context, List<Class<?>> more) throws Exception {
        for (Class<?> inside : more) {
            install(context, inside);
        }
        for (Class<?> inside : List.of(HttpClient.class, HttpField.class, EndPoint.class, Callback.class,
                ALPNClientConnectionFactory.class, Promise.class, Consumer.class, HttpTransport.class)) {
            install(context, inside);
        }
        install(context, ComponentContext.class);
        install(context, Class.forName("org.apache.felix.scr.component.ExtComponentContext", false,
                getClass().getClassLoader()));
        Bundle bundle = install(context, JettyTransport.class);
        for (Bundle installed : context.getBundles()) {
            installed.start();
        }
        return bundle;
    }

    /** Any class space: to the framework's own bundle the interface is that of the test. */
    private static Object transport(BundleContext context) throws Exception {
        ServiceReference<?>[] references = context.getAllServiceReferences(HttpTransport.class.getName(), null);
        assertThat(references).hasSize(1);
        return context.getService(references[0]);
    }

    /** The classes of the framework are not ours: everything goes by reflection. */
    private static String sendInside(Object transport, String url, boolean http2) throws Exception {
        ClassLoader loader = FrameworkUtil.getBundle(transport.getClass()).adapt(BundleWiring.class).getClassLoader();
        Class<?> settings = loader.loadClass("org.tucuxi.http.HttpSettings");
        Class<?> headers = loader.loadClass("org.tucuxi.http.HttpHeaders");
        Class<?> body = loader.loadClass("org.tucuxi.http.HttpBody");
        Class<?> version = loader.loadClass("org.tucuxi.http.HttpVersion");
        Class<?> request = loader.loadClass("org.tucuxi.http.HttpRequest");
        Class<?> transportType = loader.loadClass("org.tucuxi.http.HttpTransport");
        Class<?> sessionType = loader.loadClass("org.tucuxi.http.HttpSession");
        Object trusting = settings.getConstructors()[0].newInstance(LONG, LONG, 10, false, false, null, List.of(),
                Map.of(), List.of(), null, false, 64 * 1024, 1_000_000L);
        Object session = transportType.getMethod("open", settings).invoke(transport, trusting);
        Object asked = version.getField(http2 ? "HTTP_2" : "HTTP_1_1").get(null);
        Object post = request.getConstructor(String.class, String.class, headers, body, boolean.class, version,
                boolean.class).newInstance("POST", url, headers.getConstructor().newInstance(),
                body.getField("EMPTY").get(null), http2, asked, http2);
        Object response = sessionType.getMethod("send", request).invoke(session, post);
        return new String((byte[]) response.getClass().getMethod("content").invoke(response));
    }

    private Bundle install(BundleContext context, Class<?> inside) throws Exception {
        return context.installBundle(at(inside).toUri().toString());
    }

    /** The jar that a class comes from; a folder of classes is packed into one. */
    private Path at(Class<?> inside) throws URISyntaxException, IOException {
        Path place = Path.of(URI.create(inside.getProtectionDomain().getCodeSource().getLocation().toString()));
        return Files.isDirectory(place) ? pack(place) : place;
    }

    private Path pack(Path classes) throws IOException {
        Path jar = Files.createTempFile(folder, "bundle", ".jar");
        Path manifestFile = classes.resolve("META-INF/MANIFEST.MF");
        try (InputStream in = Files.newInputStream(manifestFile); OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, new Manifest(in));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.equals(manifestFile)).toList()) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }
}

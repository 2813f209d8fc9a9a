package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSession;
import org.tucuxi.http.HttpSettings;

/** A transport for each test, and short words for what tests say often. */
abstract class TransportTesting {

    static final Duration LONG = Duration.ofSeconds(20);
    static final HttpSettings DEFAULTS = settings(LONG, LONG, 10);

    final JettyTransport transport = new JettyTransport(Duration.ofMillis(300));

    @AfterEach
    void stopTransport() {
        transport.deactivate();
    }

    static HttpSettings settings(Duration connect, Duration read, int pool) {
        return new HttpSettings(connect, read, pool, false, true, null, List.of(), Map.of(), List.of(), null, false,
                64 * 1024, 64L * 1024 * 1024);
    }

    static HttpSettings tls(boolean verify, Path caBundle, List<Path> clientCertificate) {
        return new HttpSettings(LONG, LONG, 10, true, verify, caBundle, clientCertificate, Map.of(), List.of(), null,
                false,
                64 * 1024, 64L * 1024 * 1024);
    }

    static HttpSettings limits(int headerBytes, long bodyBytes) {
        return new HttpSettings(LONG, LONG, 10, false, true, null, List.of(), Map.of(), List.of(), null, false,
                headerBytes,
                bodyBytes);
    }

    static HttpSettings proxied(Map<String, String> proxies, List<String> noProxy, boolean forwardHttps) {
        return new HttpSettings(LONG, LONG, 10, false, false, null, List.of(), proxies, noProxy, null, forwardHttps,
                64 * 1024, 64L * 1024 * 1024);
    }

    HttpResponse send(HttpRequest request) {
        return send(DEFAULTS, request);
    }

    HttpResponse send(HttpSettings settings, HttpRequest request) {
        return transport.open(settings).send(request);
    }

    HttpSession open(HttpSettings settings) {
        return transport.open(settings);
    }

    static HttpRequest get(String url) {
        return new HttpRequest("GET", url, new HttpHeaders(), HttpBody.EMPTY, false);
    }

    static HttpRequest stream(String url) {
        return new HttpRequest("GET", url, new HttpHeaders(), HttpBody.EMPTY, true);
    }

    static HttpRequest put(String url, HttpBody body, String... headers) {
        HttpHeaders all = new HttpHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        return new HttpRequest("PUT", url, all, body, false);
    }

    static String text(HttpResponse response) throws Exception {
        return new String(response.content(), StandardCharsets.UTF_8);
    }

    static byte[] bytes(int count) {
        byte[] result = new byte[count];
        for (int i = 0; i < count; i++) {
            result[i] = (byte) (i * 31 + (i >> 8));
        }
        return result;
    }

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting until " + what).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(t ->
                t.getName().startsWith(Engine.THREAD_NAME)).count();
    }
}

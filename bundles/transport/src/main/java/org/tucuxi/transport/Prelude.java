package org.tucuxi.transport;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads Jetty's classes in the background, once, while whoever wants the transport is still busy with other things: the
 * first request is some 50 ms faster. Nothing is started or opened.
 */
final class Prelude implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Prelude.class);
    private static final List<Class<?>> USED = List.of(HttpGenerator.class, HttpParser.class, ArrayByteBufferPool.class);
    private static final long PATIENCE_MILLIS = 5_000;
    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static volatile Thread thread;

    private Prelude() {
    }

    static void begin() {
        if (!BEGUN.getAndSet(true)) {
            Thread begun = new Thread(new Prelude(), "tucuxi-prelude");
            begun.setDaemon(true);
            begun.start();
            thread = begun;
        }
    }

    /** Waits for the end of the loading: a bundle that stops meanwhile would leave Jetty without its resources. */
    static void end() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            running.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public void run() {
        try {
            ClassLoader loader = Prelude.class.getClassLoader();
            for (Class<?> type : USED) {
                Class.forName(type.getName(), true, loader);
            }
            new HttpClient(new HttpClientTransportOverHTTP());
        } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
            // The bundle may be stopped meanwhile; who really sends will say what is wrong.
            LOG.debug("Jetty was not loaded ahead", e);
        }
    }
}

package org.tucuxi.transport;

import java.time.Duration;
import org.eclipse.jetty.client.AbstractConnectionPool;
import org.eclipse.jetty.client.BasicAuthentication;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.ContentDecoder;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Invocable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.http.HttpSettings;

/** Jetty's client with everything turned off that would change a signed request or a response. */
final class WireClient extends HttpClient {

    private static final Logger LOG = LoggerFactory.getLogger(WireClient.class);

    /** Below the minute after which AWS load balancers close idle connections, so that we close them first. */
    static final long POOL_IDLE_MILLIS = 50_000;
    /** Every bucket is a host of its own: forget those that are no longer used. */
    private static final long HOST_IDLE_MILLIS = 600_000;
    private static final int MAX_QUEUED = 1_000_000;
    private static final int REQUEST_HEADER_BYTES = 8 * 1024;
    private static final int MAX_REQUEST_HEADER_BYTES = 256 * 1024;
    private static final int RESPONSE_BUFFER_BYTES = 64 * 1024;

    private final Tls tls;
    private final Proxies proxies;

    private WireClient(HttpSettings settings, Engine engine, Proxies proxies, HttpClientTransport transport) {
        super(transport);
        this.tls = new Tls(settings, settings.caBundle());
        this.proxies = proxies;
        engine.equip(this);
        setName(Engine.THREAD_NAME);
        setSslContextFactory(tls);
        setConnectTimeout(millis(settings.connectTimeout()));
        setAddressResolutionTimeout(millis(settings.connectTimeout()));
        setIdleTimeout(POOL_IDLE_MILLIS);
        setDestinationIdleTimeout(HOST_IDLE_MILLIS);
        setMaxConnectionsPerDestination(settings.maxPoolConnections());
        setMaxRequestsQueuedPerDestination(MAX_QUEUED);
        setRequestBufferSize(REQUEST_HEADER_BYTES);
        setMaxRequestHeadersSize(MAX_REQUEST_HEADER_BYTES);
        setResponseBufferSize(RESPONSE_BUFFER_BYTES);
        setMaxResponseHeadersSize(settings.maxResponseHeaderBytes());
        setFollowRedirects(false);
        setUserAgentField(null);
        setDefaultRequestContentType(null);
        setHttpCookieStore(new HttpCookieStore.Empty());
        // Any decoder keeps Jetty from looking for decoders, whose bundle is not there; it goes when the client has
        // started.
        getContentDecoderFactories().put(new NoDecoder());
        for (ProxyAddress proxy : proxies.all()) {
            addProxy(settings, proxy);
        }
    }

    /** A client that speaks HTTP/1.1 only. */
    static WireClient http1(HttpSettings settings, Engine engine, Proxies proxies) {
        WireConnector connector = new WireConnector(settings.tcpKeepalive(), connection -> false);
        HttpClientTransportOverHTTP transport = new HttpClientTransportOverHTTP(connector);
        // Our listeners never block, so the selector thread may run them itself.
        transport.setInvocationType(Invocable.InvocationType.NON_BLOCKING);
        return new WireClient(settings, engine, proxies, transport);
    }

    /**
     * A client that prefers HTTP/2.
     *
     * @throws LinkageError when Jetty's bundles for HTTP/2 are not there
     */
    static WireClient http2(HttpSettings settings, Engine engine, Proxies proxies) {
        return new WireClient(settings, engine, proxies, Http2Transport.of(settings));
    }

    private void addProxy(HttpSettings settings, ProxyAddress proxy) {
        Tls proxyTls = proxy.secure() ? new Tls(settings, settings.proxyCaBundle()) : null;
        ProxyRoute route = new ProxyRoute(proxy, proxyTls, proxies);
        if (proxyTls != null) {
            addBean(proxyTls);
        }
        getProxyConfiguration().addProxy(route);
        if (proxy.user() != null) {
            getAuthenticationStore().addAuthenticationResult(new BasicAuthentication.BasicResult(route.getURI(),
                    HttpHeader.PROXY_AUTHORIZATION, proxy.user(), proxy.password()));
        }
    }

    void afterStart() {
        getContentDecoderFactories().clear();
        getProtocolHandlers().clear();
        getProtocolHandlers().put(new InterimResponses());
    }

    /** Sets TLS up when it was not yet; in the calling thread, so that a bad file is reported as such. */
    void startTls(boolean secure, ProxyAddress proxy) {
        if (secure) {
            tls.load();
        }
        if (proxy != null && proxy.secure()) {
            for (Tls proxyTls : getBeans(Tls.class)) {
                proxyTls.load();
            }
        }
    }

    /** Lets a connection go as soon as its streams end; it does not answer, so nobody else should try it. */
    void retire(Connection connection) {
        for (Destination destination : getDestinations()) {
            destination.getConnectionPool().remove(connection);
        }
    }

    int connections() {
        int count = 0;
        for (Destination destination : getDestinations()) {
            count += ((AbstractConnectionPool) destination.getConnectionPool()).getConnectionCount();
        }
        return count;
    }

    void stopQuietly() {
        // Jetty waits while it stops; an interrupted thread could not.
        boolean interrupted = Thread.interrupted();
        try {
            stop();
        } catch (Exception e) {
            LOG.warn("The HTTP client did not stop cleanly", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static long millis(Duration duration) {
        return Math.max(0, duration.toMillis());
    }

    private static final class NoDecoder extends ContentDecoder.Factory {

        NoDecoder() {
            super("none");
        }

        @Override
        public Content.Source newDecoderContentSource(Content.Source source) {
            return source;
        }
    }
}

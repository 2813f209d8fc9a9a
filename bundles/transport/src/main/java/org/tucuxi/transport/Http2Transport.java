package org.tucuxi.transport;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.eclipse.jetty.alpn.client.ALPNClientConnection;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.client.MultiplexConnectionPool;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientConnectionFactory;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.http2.HTTP2Session;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.ClientConnectionFactoryOverHTTP2;
import org.eclipse.jetty.http2.frames.Frame;
import org.eclipse.jetty.http2.frames.FrameType;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.Transport;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.util.ConcurrentPool;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;
import org.tucuxi.http.HttpSettings;

/**
 * HTTP/2: agreed upon by ALPN over TLS, with HTTP/1.1 for a server that does not agree, and by prior knowledge without
 * TLS. The only class that knows Jetty's bundles for HTTP/2, which may be absent.
 *
 * <p>ALPN is the JDK's own. Jetty would look for a processor by ServiceLoader, which finds none in a framework.
 */
final class Http2Transport extends HttpClientTransportDynamic {

    private static final String HTTP_1 = "http/1.1";
    private static final List<String> OVER_TLS = List.of("h2", HTTP_1);
    private static final List<String> IN_CLEAR = List.of("h2c");
    /** What a server may send of a stream that nobody reads. */
    private static final int STREAM_WINDOW = 512 * 1024;
    /** Far more than all streams together: one that nobody reads must not stop the others. */
    private static final int CONNECTION_WINDOW = 1 << 30;
    /** How many requests wait for a connection that is being opened, before there is a second one. */
    private static final int EXPECTED_STREAMS = 100;

    private final long connectMillis;

    private Http2Transport(WireConnector connector, HTTP2Client client, long connectMillis) {
        super(connector, new ClientConnectionFactoryOverHTTP2.HTTP2(client), new HttpClientConnectionFactory.HTTP11());
        this.connectMillis = connectMillis;
        // Our listeners never block, so the selector thread may run them itself.
        setInvocationType(Invocable.InvocationType.NON_BLOCKING);
        setConnectionPoolFactory(Connections::new);
    }

    static HttpClientTransport of(HttpSettings settings) {
        WireConnector connector = new WireConnector(settings.tcpKeepalive(), Http2Transport::hasStreams);
        HTTP2Client client = new HTTP2Client(connector);
        client.setInitialStreamRecvWindow(STREAM_WINDOW);
        client.setInitialSessionRecvWindow(CONNECTION_WINDOW);
        client.setMaxConcurrentPushedStreams(0);
        client.addEventListener(new Greeting());
        return new Http2Transport(connector, client, WireClient.millis(settings.connectTimeout()));
    }

    /** Streams whose users pause are no reason to close a connection. */
    private static boolean hasStreams(Connection outer) {
        Connection connection = outer;
        while (connection instanceof SslConnection tls) {
            connection = tls.getSslEndPoint().getConnection();
        }
        return connection instanceof HTTP2Connection http2 && !http2.getSession().getStreams().isEmpty();
    }

    @Override
    public Origin newOrigin(Request request) {
        request.transport(Transport.TCP_IP);
        List<String> protocols = HttpScheme.isSecure(request.getScheme()) ? OVER_TLS : IN_CLEAR;
        // Said to be not negotiable, so that Jetty leaves the negotiation to us.
        return getHttpClient().createOrigin(request, new Origin.Protocol(protocols, false));
    }

    @Override
    public Connection newConnection(EndPoint endPoint, Map<String, Object> context) throws IOException {
        List<String> protocols = protocols(context);
        if (protocols.equals(OVER_TLS) && endPoint instanceof SslConnection.SslEndPoint tls) {
            greet(endPoint);
            return negotiate(tls, context);
        }
        if (protocols.equals(IN_CLEAR)) {
            greet(endPoint);
        }
        return super.newConnection(endPoint, context);
    }

    private static List<String> protocols(Map<String, Object> context) {
        Destination destination = (Destination) context.get(Destination.CONTEXT_KEY);
        return destination.getOrigin().getProtocol().getProtocols();
    }

    /** Shaking hands is a part of connecting. */
    private void greet(EndPoint endPoint) {
        if (connectMillis > 0) {
            endPoint.setIdleTimeout(connectMillis);
        }
    }

    private Connection negotiate(SslConnection.SslEndPoint endPoint, Map<String, Object> context) {
        SSLEngine engine = (SSLEngine) context.get(SSLEngine.class.getName());
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(OVER_TLS.toArray(new String[0]));
        engine.setSSLParameters(parameters);
        Negotiation negotiation = new Negotiation(endPoint, engine, context);
        endPoint.getSslConnection().addHandshakeListener(negotiation);
        return negotiation;
    }

    private Connection agreed(EndPoint endPoint, Map<String, Object> context) throws IOException {
        if (HTTP_1.equals(context.get(ClientConnector.APPLICATION_PROTOCOL_CONTEXT_KEY))) {
            endPoint.setIdleTimeout(WireClient.POOL_IDLE_MILLIS);
        }
        return super.newConnection(endPoint, context);
    }

    /** Waits for what the server chooses; one that knows nothing of ALPN speaks HTTP/1.1. */
    private final class Negotiation extends ALPNClientConnection implements SslHandshakeListener {

        Negotiation(EndPoint endPoint, SSLEngine engine, Map<String, Object> context) {
            super(endPoint, getClientConnector().getExecutor(), Http2Transport.this::agreed, engine, context, OVER_TLS);
        }

        @Override
        public void handshakeSucceeded(Event event) {
            String protocol = getSSLEngine().getApplicationProtocol();
            selected(protocol == null || protocol.isEmpty() ? HTTP_1 : protocol);
        }

        /** Says the reason first: whoever reads from the closed connection would take it for the server's doing. */
        @Override
        public boolean onIdleExpired(TimeoutException timeout) {
            ((Promise<?>) getContext().get(ClientConnector.CONNECTION_PROMISE_CONTEXT_KEY)).failed(timeout);
            getEndPoint().close(timeout);
            return false;
        }
    }

    /** The server's settings are the end of connecting. */
    private static final class Greeting implements HTTP2Session.FrameListener {

        @Override
        public void onIncomingFrame(Session session, Frame frame) {
            if (frame.getType() == FrameType.SETTINGS) {
                ((HTTP2Session) session).getEndPoint().setIdleTimeout(WireClient.POOL_IDLE_MILLIS);
            }
        }
    }

    /** Expects many streams of a connection that is being opened, but gives HTTP/1.1 one request at a time. */
    private static final class Connections extends MultiplexConnectionPool {

        Connections(Destination destination) {
            super(destination, () -> new ConcurrentPool<>(ConcurrentPool.StrategyType.FIRST,
                    destination.getHttpClient().getMaxConnectionsPerDestination(), newMaxMultiplexer(1)),
                    EXPECTED_STREAMS);
        }
    }
}

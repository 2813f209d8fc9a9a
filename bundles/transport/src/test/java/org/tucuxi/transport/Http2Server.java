package org.tucuxi.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.HTTP2Stream;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.api.server.ServerSessionListener;
import org.eclipse.jetty.http2.frames.DataFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.http2.server.RawHTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A server on loopback that does frame by frame what a test tells it to, in a thread for each stream. */
final class Http2Server implements AutoCloseable {

    /** What a server does with one stream. */
    interface Script {
        void run(Call call) throws Exception;
    }

    private final Server server = new Server();
    private final ServerConnector connector;
    private final Script script;
    /** Connections by HTTP/2 that were opened. */
    final AtomicInteger sessions = new AtomicInteger();
    /** The error codes of streams that the client reset. */
    final List<Integer> resets = new CopyOnWriteArrayList<>();
    final List<Throwable> errors = new CopyOnWriteArrayList<>();

    private Http2Server(Script script, SSLContext tls, boolean wantsClient) throws Exception {
        this.script = script;
        HttpConfiguration configuration = new HttpConfiguration();
        if (tls == null) {
            connector = new ServerConnector(server, raw(configuration, "h2c"));
        } else {
            SslContextFactory.Server context = new SslContextFactory.Server();
            context.setSslContext(tls);
            context.setNeedClientAuth(wantsClient);
            ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
            alpn.setDefaultProtocol("http/1.1");
            connector = new ServerConnector(server, new SslConnectionFactory(context, alpn.getProtocol()), alpn,
                    raw(configuration, "h2"), new HttpConnectionFactory(configuration));
        }
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(60_000);
        server.addConnector(connector);
        server.setHandler(new OneAnswer());
        server.start();
    }

    /** HTTP/2 by prior knowledge. */
    static Http2Server inClear(Script script) throws Exception {
        return new Http2Server(script, null, false);
    }

    /** HTTP/2 by agreement; HTTP/1.1 is answered with the text HTTP/1.1. */
    static Http2Server overTls(Certificates certificates, boolean wantsClient, Script script) throws Exception {
        return new Http2Server(script, certificates.serverContext(), wantsClient);
    }

    private RawHTTP2ServerConnectionFactory raw(HttpConfiguration configuration, String protocol) {
        RawHTTP2ServerConnectionFactory factory = new RawHTTP2ServerConnectionFactory(configuration, new Streams(),
                protocol);
        factory.setMaxConcurrentStreams(200);
        return factory;
    }

    int openConnections() {
        return connector.getConnectedEndPoints().size();
    }

    int port() {
        return connector.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    String secureUrl(String path) {
        return "https://localhost:" + port() + path;
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** What speaks HTTP/1.1. */
    private static final class OneAnswer extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.write(true, StandardCharsets.US_ASCII.encode("HTTP/1.1"), callback);
            return true;
        }
    }

    private final class Streams implements ServerSessionListener {

        @Override
        public Map<Integer, Integer> onPreface(Session session) {
            sessions.incrementAndGet();
            return Map.of();
        }

        @Override
        public Stream.Listener onNewStream(Stream stream, HeadersFrame frame) {
            Call call = new Call(stream, (MetaData.Request) frame.getMetaData());
            Thread thread = new Thread(() -> serve(call), "http2-server");
            thread.setDaemon(true);
            thread.start();
            return call;
        }
    }

    private void serve(Call call) {
        try {
            script.run(call);
        } catch (Throwable e) {
            errors.add(e);
        }
    }

    /** One stream. */
    final class Call implements Stream.Listener {

        final Stream stream;
        final MetaData.Request request;
        private final Semaphore events = new Semaphore(0);
        private volatile boolean gone;
        private boolean ended;

        Call(Stream stream, MetaData.Request request) {
            this.stream = stream;
            this.request = request;
        }

        @Override
        public void onDataAvailable(Stream source) {
            events.release();
        }

        @Override
        public void onReset(Stream source, ResetFrame frame, Callback callback) {
            resets.add(frame.getError());
            gone = true;
            events.release();
            callback.succeeded();
        }

        @Override
        public void onFailure(Stream source, int error, String reason, Throwable failure, Callback callback) {
            gone = true;
            events.release();
            callback.succeeded();
        }

        /** The next piece of the body, or null at its end. */
        String read() throws IOException, InterruptedException {
            while (!ended) {
                if (gone) {
                    throw new IOException("The stream is gone");
                }
                Stream.Data data = stream.readData();
                if (data == null) {
                    stream.demand();
                    if (!events.tryAcquire(20, TimeUnit.SECONDS)) {
                        throw new IOException("Nothing came");
                    }
                    continue;
                }
                String text = StandardCharsets.ISO_8859_1.decode(data.frame().getByteBuffer()).toString();
                ended = data.frame().isEndStream();
                data.release();
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return null;
        }

        /** Waits until the client gives the stream up. */
        void awaitReset() throws InterruptedException {
            while (!gone) {
                events.acquire();
            }
        }

        Call head(int status, boolean last) throws Exception {
            MetaData.Response response = new MetaData.Response(status, null, HttpVersion.HTTP_2, HttpFields.EMPTY);
            stream.headers(new HeadersFrame(stream.getId(), response, null, last)).get(20, TimeUnit.SECONDS);
            return this;
        }

        Call write(String text) throws Exception {
            return write(text.getBytes(StandardCharsets.ISO_8859_1), false);
        }

        /** Returns when the bytes are on their way, as flow control allows. */
        Call write(byte[] bytes, boolean last) throws Exception {
            stream.data(new DataFrame(stream.getId(), ByteBuffer.wrap(bytes), last)).get(20, TimeUnit.SECONDS);
            return this;
        }

        void end(String text) throws Exception {
            write(text.getBytes(StandardCharsets.ISO_8859_1), true);
        }

        void reset(int error) {
            stream.reset(new ResetFrame(stream.getId(), error), Callback.NOOP);
        }

        void cutConnection() {
            ((HTTP2Stream) stream).getSession().getEndPoint().close();
        }

        /** What the client still allows us to send. */
        int sendWindow() {
            return ((HTTP2Stream) stream).updateSendWindow(0);
        }
    }
}

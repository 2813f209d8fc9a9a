package org.tucuxi.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.tucuxi.http.HttpRequest;

/**
 * How far an {@link Exchange} has come. The listener methods belong to Jetty's threads, and only store what happened
 * and wake the caller; the caller asks the others.
 */
final class Progress implements Response.Listener, Request.Listener {

    /** How long the server may think about {@code Expect: 100-continue}; the reference's value. */
    private static final long CONTINUE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MAX_INTERIM = 100;
    /** Up to which length a body that is there already, is taken at once, although its user asked for a stream. */
    private static final int SMALL = 16 * 1024;

    private final Exchange exchange;
    private final SharedClient client;
    private final HttpRequest request;
    private WireRequest wire;
    private OutgoingBody body;

    private volatile WireEndPoint endPoint;
    private volatile long beganAt;
    private long receivedBefore;
    private volatile boolean began;
    private volatile long committedAt;
    private volatile boolean committed;
    private volatile boolean sent;
    private volatile boolean continued;
    private volatile long answeredAt;
    private volatile boolean answered;
    private volatile boolean complete;
    private volatile Throwable failure;
    private volatile Response response;
    private volatile Content.Source streamed;
    private volatile BodyCollector collected;
    /** Written before what is volatile: a whole small body, or how a streamed one begins. */
    private byte[] small;
    private Content.Chunk first;
    private int interim;

    Progress(Exchange exchange, SharedClient client, HttpRequest request) {
        this.exchange = exchange;
        this.client = client;
        this.request = request;
    }

    /** Called before the request is sent; {@code outgoing} is null for none. */
    void prepare(WireRequest prepared, OutgoingBody outgoing) {
        wire = prepared;
        body = outgoing;
        prepared.onRequestListener(this);
    }

    // For the caller

    /** Whether the request has a connection. */
    boolean isBegun() {
        return began;
    }

    /** Since when the server may be silent. */
    long beganAt() {
        return beganAt;
    }

    /** Called when the user's stream gave a piece: the time that it took is not the silence of the server. */
    void bodyFed() {
        if (began) {
            beganAt = System.nanoTime();
        }
    }

    /** Whether the whole request is on its way. */
    boolean isSent() {
        return sent;
    }

    /** Whether nothing more will happen. */
    boolean isComplete() {
        return complete;
    }

    /** Why there is no response, or null. */
    Throwable failure() {
        return failure;
    }

    /** The head of the response, or null. */
    Response response() {
        return response;
    }

    /** The body that the user is to read, or null. */
    Content.Source streamed() {
        return streamed;
    }

    /** How the body that the user is to read begins; null when nothing of it was taken. */
    Content.Chunk first() {
        return first;
    }

    /** The body that was read into memory. */
    byte[] bytes() {
        return small != null ? small : collected.bytes();
    }

    /** How many bytes have come for this request. */
    long received() {
        return WireEndPoint.received(wire.getConnection()) - receivedBefore;
    }

    /** Whether the server answered without the whole body, and does not want the rest. */
    boolean isDecidedEarly() {
        return answered && !sent && body != null && (response.getStatus() >= 300 || body.isHeld());
    }

    long sinceAnswer(long now) {
        return now - answeredAt;
    }

    /** How much longer a body that is held back has to wait, in nanoseconds. */
    long holdLeft(long now) {
        if (continued) {
            return 0;
        }
        return committed ? committedAt + CONTINUE_NANOS - now : Long.MAX_VALUE;
    }

    /** How long the server has been silent, when somebody has been waiting since then. */
    long silence(long now, long since) {
        // Who sends while it reads has not been waiting for longer than since it last sent something.
        long silent = now - (request.isDuplex() ? Math.max(since, beganAt) : since);
        WireEndPoint socket = endPoint;
        return socket == null ? silent : Math.min(silent, socket.getIdleFor() * 1_000_000);
    }

    // Either side

    void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
        complete = true;
        exchange.wake();
    }

    void leaveSocket() {
        WireEndPoint socket = endPoint;
        if (socket != null) {
            socket.leave(exchange);
        }
    }

    // Jetty's side

    @Override
    public void onBegin(Request begun) {
        WireEndPoint socket = WireEndPoint.of(begun.getConnection());
        if (socket != null) {
            socket.use(exchange);
            endPoint = socket;
            receivedBefore = WireEndPoint.received(begun.getConnection());
        }
        if (begun.getVersion() == HttpVersion.HTTP_2) {
            wire.becomeHttp2();
        }
        beganAt = System.nanoTime();
        began = true;
    }

    @Override
    public void onCommit(Request written) {
        committedAt = System.nanoTime();
        committed = true;
        OutgoingBody out = body;
        if (out == null) {
            return;
        }
        out.start();
        if (out.isHeld()) {
            exchange.wake();
        }
    }

    @Override
    public void onContent(Request written, ByteBuffer content) {
        if (request.isDuplex()) {
            beganAt = System.nanoTime();
        }
    }

    @Override
    public void onSuccess(Request written) {
        if (body != null) {
            body.sent();
        }
        sent = true;
        if (streamed != null) {
            exchange.wake();
        }
    }

    /** Takes note of a 1xx response. */
    void onInterim(int status) {
        if (status == 100) {
            continued = true;
            OutgoingBody out = body;
            if (out != null && out.isHeld() && !out.isFedByCaller()) {
                // To wake the caller for this would cost more than to write it on this thread.
                afterParsing(out::letGo);
            } else {
                exchange.wake();
            }
        }
        if (++interim > MAX_INTERIM) {
            // At once: the parser would go on for as long as they come.
            exchange.abortWire(new IOException("The server sends one interim response after another"));
        }
    }

    @Override
    public void onContentSource(Response answer, Content.Source source) {
        response = answer;
        afterParsing(() -> {
            try {
                begin(answer, source);
            } catch (RuntimeException | Error e) {
                fail(e);
                exchange.abortWire(e);
            }
        });
    }

    /** Runs a task that reads, or may fail; the parser of HTTP/2 does not mind being at work meanwhile. */
    private void afterParsing(Runnable task) {
        if (wire.isHttp2()) {
            task.run();
        } else {
            Receiving.afterwards(task);
        }
    }

    private void begin(Response answer, Content.Source source) {
        long length = answer.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        if (request.streamOutput() && answer.getStatus() < 300) {
            if (!takeSmall(source, length)) {
                streamed = source;
                exchange.wake();
            }
        } else {
            BodyCollector collector =
                    new BodyCollector(source, client.settings().maxBufferedBodyBytes(), exchange.failures());
            collected = collector;
            collector.start("HEAD".equals(request.method()) ? 0 : length);
        }
    }

    /**
     * Takes a small body that came with the head, without waiting for any of it. Left to the user, who reads it on another
     * thread, its end would have to wake this one again.
     *
     * @return whether that was all of it
     */
    private boolean takeSmall(Content.Source source, long length) {
        // Who still sends, wants to read meanwhile.
        boolean isSending = body != null && !sent;
        if (isSending || length <= 0 || length > SMALL) {
            return false;
        }
        synchronized (exchange.reading()) {
            return takeWhatIsThere(source, length);
        }
    }

    private boolean takeWhatIsThere(Content.Source source, long length) {
        Content.Chunk piece = source.read();
        if (piece == null || Content.Chunk.isFailure(piece)) {
            // A failure is there to stay: whoever reads, learns of it.
            return false;
        }
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes, 0, bytes.length);
        boolean ended = piece.isLast();
        piece.release();
        // Before the end is read: whatever ends the exchange may run at once.
        small = bytes.length == length ? bytes : null;
        if (!ended && small != null) {
            Content.Chunk end = source.read();
            ended = end != null && end.isLast() && !Content.Chunk.isFailure(end);
        }
        if (ended && small != null) {
            return true;
        }
        small = null;
        first = Content.Chunk.from(ByteBuffer.wrap(bytes), ended);
        return false;
    }

    @Override
    public void onSuccess(Response answer) {
        answeredAt = System.nanoTime();
        answered = true;
        if (!sent) {
            exchange.wake();
        }
    }

    @Override
    public void onComplete(Result result) {
        leaveSocket();
        if (!answered && result.isFailed() && failure == null) {
            failure = result.getFailure();
        }
        complete = true;
        if (streamed != null) {
            client.ended(exchange);
        }
        OutgoingBody out = body;
        if (out != null) {
            out.closeSoon();
        }
        exchange.wake();
    }
}

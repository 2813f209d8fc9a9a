package org.tucuxi.transport;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.channels.AsynchronousCloseException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.TucuxiException;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;

/**
 * One request and its response. {@link #run()} belongs to the calling thread, which feeds the body and waits; what
 * Jetty's threads have to tell is in its {@link Progress}.
 */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    /** How often a caller without a connection looks around; also the most that a read timeout may be late by. */
    private static final long QUEUE_CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** How long the last bytes of a body may still be on their way when the answer is there. */
    private static final long WRITE_GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** More than giving a connection back ever takes. */
    private static final long RELEASE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final PooledSession session;
    private final SharedClient client;
    private final WireClient jetty;
    private final HttpRequest request;
    private final Target target;
    private final Failures failures;
    private final long readTimeoutNanos;
    private final Progress progress;
    /** Held by who reads the body outside of Jetty's callbacks, and by who ends the exchange; see {@link #abortWire}. */
    private final Object reading = new Object();
    private volatile Thread caller = Thread.currentThread();
    private final WireRequest wire;
    private OutgoingBody body;
    /** Only held, so that it is there when the stream is not. */
    private volatile Reference<?> watch;
    private volatile boolean beingRead;
    private volatile long bodyRead;
    private long queuedAt;
    private PoolPatience patience;

    Exchange(PooledSession session, SharedClient client, WireClient jetty, HttpRequest request, Target target, ProxyAddress proxy) {
        this.session = session;
        this.client = client;
        this.jetty = jetty;
        this.request = request;
        this.target = target;
        this.failures = new Failures(target, proxy, client.settings().maxResponseHeaderBytes());
        this.readTimeoutNanos = client.settings().readTimeout().toNanos();
        this.progress = new Progress(this, client, request);
        boolean forwarded = proxy != null && client.proxies().forwards(target.secure());
        this.wire = new WireRequest(jetty, progress, request.method(), target, forwarded);
    }

    // The caller's side

    HttpResponse run() {
        boolean keep = false;
        try {
            prepare();
            client.began(this);
            queuedAt = System.nanoTime();
            if (body != null && !body.isHeld()) {
                pump();
            }
            wire.send(progress);
            HttpResponse result = await();
            keep = progress.streamed() != null;
            return result;
        } finally {
            if (!keep) {
                client.ended(this);
            }
            if (body != null && !(keep && request.isDuplex())) {
                body.close();
            }
        }
    }

    private void prepare() {
        HttpHeaders headers = request.headers();
        wire.headers(headers, request.body().length() == 0);
        if (!headers.contains("Host")) {
            wire.addHeader(new HttpField(HttpHeader.HOST, target.authority()));
        }
        body = OutgoingBody.of(request, failures, this);
        wire.body(body);
        progress.prepare(wire, body);
    }

    private HttpResponse await() {
        while (true) {
            if (progress.isComplete() || isReadable()) {
                return result();
            }
            if (caller.isInterrupted()) {
                throw interrupted();
            }
            long now = System.nanoTime();
            long wait = silenceLeft(now);
            if (progress.isDecidedEarly()) {
                if (!body.isDrained() || progress.sinceAnswer(now) > WRITE_GRACE_NANOS) {
                    // What is left of the body must not become the next request on this connection.
                    abortWire(new AsynchronousCloseException());
                    return result();
                }
                wait = Math.min(wait, WRITE_GRACE_NANOS);
            }
            if (wait <= 0) {
                TimeoutException timeout = new TimeoutException("no data for " + readTimeoutNanos / 1_000_000 + " ms");
                timeOut(timeout);
                throw failures.of(timeout, true);
            }
            if (body != null && body.isHeld()) {
                wait = Math.min(wait, holdLeft(now));
            } else if (body != null && pump()) {
                continue;
            }
            LockSupport.parkNanos(this, wait);
        }
    }

    /** Whether there is a body for the user to read, and the caller need not stay to feed the one that goes out. */
    private boolean isReadable() {
        return progress.streamed() != null
                && (body == null || progress.isSent() || body.isHeld() || request.isDuplex());
    }

    /** Feeds the body; the time that the user's stream takes is not the server's silence. */
    private boolean pump() {
        try {
            boolean done = body.pump();
            if (done) {
                progress.bodyFed();
            }
            return done;
        } catch (IOException e) {
            if (caller.isInterrupted()) {
                throw interrupted();
            }
            abort(e);
            throw failures.ofBody(e);
        } catch (RuntimeException | Error e) {
            abort(e);
            throw e;
        }
    }

    /** Until when the body is held back, in nanoseconds from now; lets it go when that time has come. */
    private long holdLeft(long now) {
        long left = progress.holdLeft(now);
        if (left <= 0) {
            body.letGo();
            return 1;
        }
        return left;
    }

    private long silenceLeft(long now) {
        if (progress.isBegun()) {
            return silenceLeft(now, progress.beganAt());
        }
        if (patience == null) {
            patience = new PoolPatience(client, target, failures, queuedAt);
        }
        TucuxiException exhausted = patience.look(now);
        if (exhausted != null) {
            abort(exhausted);
            throw exhausted;
        }
        return QUEUE_CHECK_NANOS;
    }

    /** How much longer the server may be silent, when we have been waiting since then. */
    long silenceLeft(long now, long since) {
        return readTimeoutNanos <= 0 ? Long.MAX_VALUE : readTimeoutNanos - progress.silence(now, since);
    }

    HttpClientException interrupted() {
        abort(new AsynchronousCloseException());
        return new HttpClientException("Interrupted while waiting for " + target.display());
    }

    private HttpResponse result() {
        Throwable cause = progress.failure();
        if (cause != null) {
            throw mapped(cause);
        }
        Response answer = progress.response();
        HttpHeaders headers = headers(answer);
        Content.Source source = progress.streamed();
        int status = answer.getStatus();
        if (source != null) {
            long length = answer.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
            ResponseStream stream = new ResponseStream(this, source, progress.first(), length);
            watch = client.reclaimer().watch(stream, this);
            return new HttpResponse(request.url(), status, headers, stream);
        }
        return new HttpResponse(request.url(), status, headers, progress.bytes());
    }

    private TucuxiException mapped(Throwable cause) {
        if (caller.isInterrupted()) {
            return interrupted();
        }
        if (Failures.isRefusedByAssertion(cause)
                && progress.received() > client.settings().maxResponseHeaderBytes()) {
            return failures.headersTooLarge(cause);
        }
        return failures.of(cause, progress.isBegun());
    }

    private HttpHeaders headers(Response answer) {
        HttpHeaders headers = new HttpHeaders(answer.getHeaders().size());
        try {
            for (HttpField field : answer.getHeaders()) {
                headers.add(field.getName(), field.getValue() == null ? "" : field.getValue());
            }
        } catch (IllegalArgumentException e) {
            abort(e);
            throw failures.of(new IOException("the response has an invalid header", e), true);
        }
        return headers;
    }

    // Either side

    PooledSession session() {
        return session;
    }

    /** Whether its user has a streaming body that is not at its end. */
    boolean hasBody() {
        return watch != null;
    }

    /** Likewise, from one host. */
    boolean hasBodyFrom(Target host) {
        return hasBody() && target.port() == host.port() && target.host().equals(host.host());
    }

    void bodyRead(long bytes) {
        bodyRead = bytes;
    }

    long bodyRead() {
        return bodyRead;
    }

    void beingRead(boolean reading) {
        beingRead = reading;
    }

    boolean isBeingRead() {
        return beingRead;
    }

    /** The streaming body was dropped: nobody can close it any more. */
    void forgotten() {
        if (client.isActive(this)) {
            String purpose = request.purpose().isEmpty() ? "" : request.purpose() + ' ';
            LOG.warn("The streaming body of {}{} {} was neither closed nor read to its end; its connection is closed now."
                    + " Close such bodies, for example by try-with-resources", purpose, request.method(),
                    target.display());
            abort(new AsynchronousCloseException());
        }
    }

    Failures failures() {
        return failures;
    }

    /** Gives up the exchange, and its connection or, with HTTP/2, its stream. */
    void abort(Throwable cause) {
        abortWire(cause);
        client.ended(this);
        forgetBody();
        progress.leaveSocket();
        endDuplexBody();
    }

    /**
     * Jetty's receiver lets go of what it has read when a request is aborted, no matter whether somebody is just taking it:
     * both would give the same buffer back.
     */
    void abortWire(Throwable cause) {
        synchronized (reading) {
            wire.abort(cause);
        }
    }

    Object reading() {
        return reading;
    }

    private void forgetBody() {
        Reference<?> watching = watch;
        if (watching != null) {
            watching.clear();
        }
    }

    /** Gives up the exchange because the server is silent; the next request should not try the same connection. */
    void timeOut(TimeoutException cause) {
        Connection connection = wire.getConnection();
        abort(cause);
        if (connection != null && wire.isHttp2()) {
            jetty.retire(connection);
        }
    }

    private void endDuplexBody() {
        if (request.isDuplex() && body != null) {
            body.close();
        }
    }

    Executor threads() {
        return client.threads();
    }

    Pieces pieces() {
        return client.pieces();
    }

    /** Called by the thread that reads a duplex body. */
    void bodyBroken(Throwable cause) {
        abortWire(cause);
    }

    /** Fails the exchange because its client is stopped. */
    void stop(String reason) {
        IOException cause = new Stopped(reason);
        progress.fail(cause);
        abortWire(cause);
        endDuplexBody();
    }

    void wake() {
        LockSupport.unpark(caller);
    }

    /**
     * Called when a streaming body was read to its end. Another thread may still be giving the connection back: whoever
     * sends the next request at once should find it.
     */
    void finished() {
        client.ended(this);
        forgetBody();
        progress.leaveSocket();
        caller = Thread.currentThread();
        if (!progress.isSent() && (body == null || body.isDrained())) {
            park(progress::isSent, WRITE_GRACE_NANOS);
        }
        if (!progress.isSent()) {
            // The rest of the body is not wanted; the connection or, with HTTP/2, the stream cannot be used again.
            abortWire(new AsynchronousCloseException());
            endDuplexBody();
            return;
        }
        park(progress::isComplete, RELEASE_NANOS);
    }

    private void park(BooleanSupplier done, long nanos) {
        long end = System.nanoTime() + nanos;
        while (!done.getAsBoolean() && !caller.isInterrupted() && System.nanoTime() < end) {
            LockSupport.parkNanos(this, nanos);
        }
    }
}

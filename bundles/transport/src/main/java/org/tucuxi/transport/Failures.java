package org.tucuxi.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.RetryableRequestException;
import org.eclipse.jetty.http.HttpException;
import org.tucuxi.TucuxiException;
import org.tucuxi.http.ConnectTimeoutException;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.IncompleteReadException;
import org.tucuxi.http.ProxyConnectionException;
import org.tucuxi.http.ReadTimeoutException;
import org.tucuxi.http.ResponseStreamingException;
import org.tucuxi.http.ResponseTooLargeException;
import org.tucuxi.http.SslException;

/**
 * Turns what went wrong into the exceptions of the contract. Messages name the URL without its query, which may hold a
 * signature, and the proxy without its credentials.
 */
final class Failures {

    private static final int MAX_DEPTH = 10;
    /** Jetty's parser has no other sign for it: the code is that of the response. */
    private static final String HEADERS_TOO_LARGE = "Response Header Bytes Too Large";

    private final Target target;
    private final ProxyAddress proxy;
    private final int maxHeaderBytes;

    Failures(Target target, ProxyAddress proxy, int maxHeaderBytes) {
        this.target = target;
        this.proxy = proxy;
        this.maxHeaderBytes = maxHeaderBytes;
    }

    /**
     * Maps a failure.
     *
     * @param cause what Jetty reported
     * @param connected whether the request had a connection
     */
    TucuxiException of(Throwable cause, boolean connected) {
        TucuxiException own = find(cause, TucuxiException.class);
        if (own != null) {
            return own;
        }
        if (find(cause, Stopped.class) != null) {
            return closed(cause);
        }
        BodyFailure body = find(cause, BodyFailure.class);
        if (body != null) {
            return ofBody(body);
        }
        return connected ? ofConnected(cause) : ofConnecting(cause);
    }

    private TucuxiException ofConnecting(Throwable cause) {
        if (proxy != null && (proxy.secure() || !isTls(cause))) {
            return new ProxyConnectionException("Failed to connect to proxy URL: \"" + proxy.display()
                    + '"' + reason(cause),
                    cause);
        }
        if (isTls(cause)) {
            return ssl(cause);
        }
        if (find(cause, TimeoutException.class) != null || find(cause, SocketTimeoutException.class) != null) {
            return new ConnectTimeoutException("Connect timeout on endpoint URL: " + quoted(), cause);
        }
        if (find(cause, IOException.class) != null || find(cause, UnresolvedAddressException.class) != null) {
            return new EndpointConnectionException("Could not connect to the endpoint URL: " + quoted()
                    + reason(cause), cause);
        }
        return other(cause);
    }

    /** All connections are held by streaming bodies that nobody goes on reading. */
    ConnectTimeoutException poolExhausted(int bodies, int connections, long millis) {
        return new ConnectTimeoutException("Connect timeout on endpoint URL: " + quoted() + ": " + bodies
                + " streaming bodies are open and hold all " + connections + " connections to " + target.host()
                + ", and nobody has read one of them for " + millis + " ms. Close them, read them to their end, or raise"
                + " max_pool_connections", null);
    }

    private TucuxiException ofConnected(Throwable cause) {
        if (isTls(cause)) {
            return ssl(cause);
        }
        if (find(cause, TimeoutException.class) != null) {
            return new ReadTimeoutException("Read timeout on endpoint URL: " + quoted(), cause);
        }
        if (cause instanceof HttpResponseException || isRefusedByAssertion(cause)) {
            return ofBadResponse(cause);
        }
        if (find(cause, IOException.class) != null || cause instanceof RetryableRequestException) {
            return closed(cause);
        }
        return other(cause);
    }

    private TucuxiException ofBadResponse(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof HttpException bad && HEADERS_TOO_LARGE.equals(bad.getReason())) {
                return headersTooLarge(cause);
            }
        }
        return closed(cause);
    }

    ResponseTooLargeException headersTooLarge(Throwable cause) {
        return new ResponseTooLargeException("The response headers from endpoint URL: " + quoted()
                + " are larger than " + maxHeaderBytes + " bytes, the limit that the client's option"
                + " max_response_header_bytes sets", cause);
    }

    /** With assertions on, Jetty stumbles over the status of a malformed 2xx response instead of reporting it. */
    static boolean isRefusedByAssertion(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause instanceof AssertionError && trace.length > 0
                && trace[0].getClassName().startsWith(HttpException.class.getName());
    }

    private ConnectionClosedException closed(Throwable cause) {
        return new ConnectionClosedException("Connection was closed before we received a valid response"
                + " from endpoint URL: "
                + quoted() + reason(cause), cause);
    }

    private SslException ssl(Throwable cause) {
        return new SslException("SSL validation failed for " + target.display() + reason(cause), cause);
    }

    private HttpClientException other(Throwable cause) {
        return new HttpClientException("An HTTP client failed for endpoint URL: " + quoted() + reason(cause), cause);
    }

    /** The user's body could not be read, or has another length than it said. */
    HttpClientException ofBody(IOException cause) {
        return new HttpClientException("The request body for " + target.display() + " could not be sent: "
                + cause.getMessage(), cause);
    }

    ResponseTooLargeException bodyTooLarge(long limit) {
        return new ResponseTooLargeException("The response body from endpoint URL: " + quoted() + " is larger than "
                + limit + " bytes, the limit for bodies in memory that the client's option max_buffered_body_bytes"
                + " sets");
    }

    /** What reading a streaming body throws. */
    IOException ofStream(Throwable cause, long count, long contentLength) {
        if (contentLength > count && find(cause, EOFException.class) != null) {
            return new IncompleteReadException(count, contentLength);
        }
        if (find(cause, BodyFailure.class) != null) {
            return new IOException(of(cause, true));
        }
        return new IOException(new ResponseStreamingException("The response body from endpoint URL: " + quoted()
                + " broke after " + count + " bytes" + reason(cause), cause));
    }

    private String quoted() {
        return '"' + target.display() + '"';
    }

    private static boolean isTls(Throwable cause) {
        return find(cause, SSLException.class) != null || find(cause, CertificateException.class) != null;
    }

    private static <T> T find(Throwable cause, Class<T> type) {
        int depth = 0;
        for (Throwable t = cause; t != null && depth < MAX_DEPTH; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
            depth++;
        }
        return null;
    }

    /** A short reason; Jetty's own messages show its objects, and may show the whole URL. */
    private static String reason(Throwable cause) {
        String text;
        if (cause instanceof Stopped) {
            text = cause.getMessage();
        } else if (cause instanceof HttpResponseException bad) {
            Throwable inner = bad.getCause();
            text = inner instanceof HttpException http ? "invalid response: " + http.getReason()
                    : "it answered with status " + bad.getResponse().getStatus();
        } else if (isRefusedByAssertion(cause)) {
            text = "invalid response";
        } else if (cause instanceof EOFException) {
            text = "the server closed the connection";
        } else if (cause instanceof ClosedChannelException) {
            text = "the connection is closed";
        } else if (cause instanceof RetryableRequestException) {
            text = "the server is going away and did not process the request";
        } else if (cause instanceof RejectedExecutionException) {
            text = "the HTTP client is stopping or overloaded";
        } else {
            text = cause.getMessage() == null ? cause.getClass().getSimpleName()
                    : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        }
        return " (" + text + ')';
    }
}

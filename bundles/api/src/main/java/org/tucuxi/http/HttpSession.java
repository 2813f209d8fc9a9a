package org.tucuxi.http;

import org.osgi.annotation.versioning.ConsumerType;

/** Sends requests over pooled connections. Safe for use by many threads. */
@ConsumerType
public interface HttpSession extends AutoCloseable {

    /**
     * Sends a request and waits for the response: for its headers when {@link HttpRequest#streamOutput()}, else for the whole
     * body. Redirects are not followed, content is not decoded, nothing is retried.
     *
     * @param request the finished request
     * @return the response; a streaming one must be closed or read to its end
     * @throws ConnectionException when no connection could be made: {@link EndpointConnectionException}, {@link SslException},
     *         {@link ConnectTimeoutException}, {@link ProxyConnectionException}
     * @throws HttpClientException when the exchange failed: {@link ReadTimeoutException}, {@link ConnectionClosedException},
     *         {@link ResponseTooLargeException}, or another cause
     */
    HttpResponse send(HttpRequest request);

    /** Closes the session. Connections that it shares with nobody are closed. */
    @Override
    void close();
}

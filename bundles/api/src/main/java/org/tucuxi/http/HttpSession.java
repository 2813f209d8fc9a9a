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

    /**
     * Lets no request begin any more, and closes the session when the responses that are still being read have come to their
     * end: for who makes place for another session.
     */
    default void retire() {
        close();
    }

    /**
     * Closes the session. What is in flight fails, bodies that are still being read included. Connections that it shares with
     * nobody are closed.
     */
    @Override
    void close();
}

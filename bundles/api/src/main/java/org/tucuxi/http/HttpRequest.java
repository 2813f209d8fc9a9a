package org.tucuxi.http;

import java.util.Objects;

/**
 * A finished request, ready for the wire: what {@code before-send} handlers see and what a transport sends. What is signed
 * should stay as it is.
 */
public final class HttpRequest {

    private final String method;
    private final String url;
    private final HttpHeaders headers;
    private final HttpBody body;
    private final boolean streamOutput;
    private final HttpVersion version;
    private final boolean duplex;
    private final String purpose;

    /**
     * Makes a request.
     *
     * @param method the HTTP method in capitals
     * @param url the absolute URL, encoded, with its query
     * @param headers the headers, those for length or chunks included
     * @param body the body
     * @param streamOutput whether the response body is handed out as a stream
     */
    public HttpRequest(String method, String url, HttpHeaders headers, HttpBody body, boolean streamOutput) {
        this(method, url, headers, body, streamOutput, HttpVersion.HTTP_1_1, false);
    }

    /**
     * Makes a request.
     *
     * @param method the HTTP method in capitals
     * @param url the absolute URL, encoded, with its query
     * @param headers the headers, those for length or chunks included
     * @param body the body
     * @param streamOutput whether the response body is handed out as a stream
     * @param version the version of HTTP to ask for
     * @param duplex whether the response is read while the body is still being sent; it needs {@code streamOutput}
     */
    public HttpRequest(String method, String url, HttpHeaders headers, HttpBody body, boolean streamOutput,
            HttpVersion version, boolean duplex) {
        this(method, url, headers, body, streamOutput, version, duplex, "");
    }

    /**
     * Makes a request.
     *
     * @param method the HTTP method in capitals
     * @param url the absolute URL, encoded, with its query
     * @param headers the headers, those for length or chunks included
     * @param body the body
     * @param streamOutput whether the response body is handed out as a stream
     * @param version the version of HTTP to ask for
     * @param duplex whether the response is read while the body is still being sent; it needs {@code streamOutput}
     * @param purpose what it is for, to be named in messages: {@code s3.GetObject}
     */
    public HttpRequest(String method, String url, HttpHeaders headers, HttpBody body, boolean streamOutput,
            HttpVersion version, boolean duplex, String purpose) {
        this.purpose = Objects.requireNonNull(purpose, "purpose");
        this.method = Objects.requireNonNull(method, "method");
        this.url = Objects.requireNonNull(url, "url");
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
        this.streamOutput = streamOutput;
        this.version = Objects.requireNonNull(version, "version");
        this.duplex = duplex;
    }

    /**
     * The HTTP method.
     *
     * @return in capitals
     */
    public String method() {
        return method;
    }

    /**
     * The URL.
     *
     * @return absolute and encoded, with its query
     */
    public String url() {
        return url;
    }

    /**
     * The headers.
     *
     * @return live
     */
    public HttpHeaders headers() {
        return headers;
    }

    /**
     * The body.
     *
     * @return never null; {@link HttpBody#EMPTY} for none
     */
    public HttpBody body() {
        return body;
    }

    /**
     * Whether the response body is handed out as a stream; otherwise it is read completely before send returns.
     *
     * @return true for a streaming or event-stream output
     */
    public boolean streamOutput() {
        return streamOutput;
    }

    /**
     * The version of HTTP to ask for.
     *
     * @return {@link HttpVersion#HTTP_1_1} unless the operation asks for more
     */
    public HttpVersion version() {
        return version;
    }

    /**
     * Whether the response is handed out as soon as it begins, while the body is still being sent. Its end or its closing
     * ends the body, too.
     *
     * @return true for an operation with event streams in both directions
     */
    public boolean isDuplex() {
        return duplex;
    }

    /**
     * What the request is for, to be named in messages.
     *
     * @return service and operation, for example {@code s3.GetObject}; empty when nobody said
     */
    public String purpose() {
        return purpose;
    }

    /** Shows method, URL without query, and headers without secrets. */
    @Override
    public String toString() {
        int query = url.indexOf('?');
        return method + ' ' + (query < 0 ? url : url.substring(0, query) + "?…") + ' ' + headers;
    }
}

package org.tucuxi.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A request while it is being made and signed: what {@code request-created} and {@code before-sign} handlers change.
 * Belongs to the thread of its call.
 */
public final class AwsRequest {

    private String method;
    private String url;
    private final HttpHeaders headers;
    private HttpBody body;
    private final Map<String, String> params = new LinkedHashMap<>(4);
    private String authPath;
    private final boolean streamOutput;
    private final Map<String, Object> context;

    /**
     * Makes a request.
     *
     * @param method the HTTP method in capitals
     * @param url the absolute URL, encoded, with its query
     * @param headers the headers; used as they are, not copied
     * @param body the body
     * @param authPath the path to sign instead of the URL's, or null
     * @param streamOutput whether the response body is handed out as a stream
     * @param context the context of the call
     */
    public AwsRequest(String method, String url, HttpHeaders headers, HttpBody body, String authPath,
            boolean streamOutput, Map<String, Object> context) {
        this.method = Objects.requireNonNull(method, "method");
        this.url = Objects.requireNonNull(url, "url");
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
        this.authPath = authPath;
        this.streamOutput = streamOutput;
        this.context = Objects.requireNonNull(context, "context");
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
     * Sets the HTTP method.
     *
     * @param newMethod in capitals
     */
    public void method(String newMethod) {
        this.method = Objects.requireNonNull(newMethod, "method");
    }

    /**
     * The URL.
     *
     * @return absolute and encoded, with its query, without {@link #params()}
     */
    public String url() {
        return url;
    }

    /**
     * Sets the URL.
     *
     * @param newUrl absolute and encoded
     */
    public void url(String newUrl) {
        this.url = Objects.requireNonNull(newUrl, "url");
    }

    /**
     * The headers.
     *
     * @return live: changes are sent, and signed when made before signing
     */
    public HttpHeaders headers() {
        return headers;
    }

    /**
     * The body: {@code data} in boto3.
     *
     * @return never null; {@link HttpBody#EMPTY} for none
     */
    public HttpBody body() {
        return body;
    }

    /**
     * Sets the body.
     *
     * @param newBody {@link HttpBody#EMPTY} for none
     */
    public void body(HttpBody newBody) {
        this.body = Objects.requireNonNull(newBody, "body");
    }

    /**
     * Further query parameters: form-encoded onto the URL when the request is prepared.
     *
     * @return live and mutable; usually empty
     */
    public Map<String, String> params() {
        return params;
    }

    /**
     * The path to sign instead of the URL's.
     *
     * @return the path, or null
     */
    public String authPath() {
        return authPath;
    }

    /**
     * Sets the path to sign.
     *
     * @param newAuthPath the path, or null
     */
    public void authPath(String newAuthPath) {
        this.authPath = newAuthPath;
    }

    /**
     * Whether the response body is handed out as a stream.
     *
     * @return true for a streaming or event-stream output
     */
    public boolean streamOutput() {
        return streamOutput;
    }

    /**
     * The context of the call.
     *
     * @return the same map for all steps and attempts of a call
     */
    public Map<String, Object> context() {
        return context;
    }

    /** Shows method, URL without query, and headers without secrets. */
    @Override
    public String toString() {
        int query = url.indexOf('?');
        return method + ' ' + (query < 0 ? url : url.substring(0, query) + "?…") + ' ' + headers;
    }
}

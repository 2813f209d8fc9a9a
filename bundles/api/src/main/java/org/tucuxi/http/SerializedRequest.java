package org.tucuxi.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A serialised request, not yet an HTTP request: what {@code before-call} handlers see as {@code params}. Every attempt is
 * made from it. Belongs to the thread of its call.
 */
public final class SerializedRequest {

    private String method = "POST";
    private String urlPath = "/";
    private String url;
    private final Map<String, Object> queryString = new LinkedHashMap<>(4);
    private final HttpHeaders headers = new HttpHeaders();
    private HttpBody body = HttpBody.EMPTY;
    private String hostPrefix;
    private String authPath;
    private Map<String, Object> context = Map.of();

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
     * @return this request
     */
    public SerializedRequest method(String newMethod) {
        this.method = Objects.requireNonNull(newMethod, "method");
        return this;
    }

    /**
     * The path: {@code url_path} in boto3.
     *
     * @return expanded and encoded; may have a literal query part
     */
    public String urlPath() {
        return urlPath;
    }

    /**
     * Sets the path. Has an effect until {@link #url()} is built.
     *
     * @param newUrlPath expanded and encoded
     * @return this request
     */
    public SerializedRequest urlPath(String newUrlPath) {
        this.urlPath = Objects.requireNonNull(newUrlPath, "urlPath");
        return this;
    }

    /**
     * The whole URL; present when handlers see the request.
     *
     * @return absolute and encoded, with its query; null while the request is being serialised
     */
    public String url() {
        return url;
    }

    /**
     * Sets the URL.
     *
     * @param newUrl absolute and encoded
     * @return this request
     */
    public SerializedRequest url(String newUrl) {
        this.url = newUrl;
        return this;
    }

    /**
     * The query parameters: {@code query_string} in boto3.
     *
     * @return live; a value is a String or a List of String; unencoded
     */
    public Map<String, Object> queryString() {
        return queryString;
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
     * Sets the body.
     *
     * @param newBody {@link HttpBody#EMPTY} for none
     * @return this request
     */
    public SerializedRequest body(HttpBody newBody) {
        this.body = Objects.requireNonNull(newBody, "body");
        return this;
    }

    /**
     * What goes directly before the host.
     *
     * @return the expanded prefix, or null
     */
    public String hostPrefix() {
        return hostPrefix;
    }

    /**
     * Sets the host prefix.
     *
     * @param newHostPrefix the expanded prefix, or null
     * @return this request
     */
    public SerializedRequest hostPrefix(String newHostPrefix) {
        this.hostPrefix = newHostPrefix;
        return this;
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
     * @return this request
     */
    public SerializedRequest authPath(String newAuthPath) {
        this.authPath = newAuthPath;
        return this;
    }

    /**
     * The context of the call.
     *
     * @return the same map for all steps and attempts of a call
     */
    public Map<String, Object> context() {
        return context;
    }

    /**
     * Sets the context; done once by the client.
     *
     * @param newContext the context of the call
     * @return this request
     */
    public SerializedRequest context(Map<String, Object> newContext) {
        this.context = Objects.requireNonNull(newContext, "context");
        return this;
    }

    /** Shows method, path and headers without secrets. */
    @Override
    public String toString() {
        return method + ' ' + urlPath + ' ' + headers;
    }
}

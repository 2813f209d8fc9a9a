package org.tucuxi.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A response as it came from the wire, or as a handler made it with {@link #of}. */
public final class HttpResponse implements AutoCloseable {

    private int status;
    private final String url;
    private final HttpHeaders headers;
    private final InputStream body;
    private byte[] content;

    /**
     * Makes a response whose body is a stream.
     *
     * @param url the URL that answered
     * @param status the HTTP status
     * @param headers the headers
     * @param body the body; closing it before its end gives up the connection
     */
    public HttpResponse(String url, int status, HttpHeaders headers, InputStream body) {
        this.url = url;
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * Makes a response whose body is in memory.
     *
     * @param url the URL that answered
     * @param status the HTTP status
     * @param headers the headers
     * @param content the body, not copied
     */
    public HttpResponse(String url, int status, HttpHeaders headers, byte[] content) {
        this.url = url;
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.content = Objects.requireNonNull(content, "content");
        this.body = new ByteArrayInputStream(content);
    }

    /**
     * A response for a handler to answer with.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @param text the body, encoded as UTF-8
     * @return the response
     */
    public static HttpResponse of(int status, HttpHeaders headers, String text) {
        return new HttpResponse("", status, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The HTTP status: {@code status_code} in boto3.
     *
     * @return 100 to 599
     */
    public int status() {
        return status;
    }

    /**
     * Changes the status that the call goes by; S3 does so for errors inside a 200.
     *
     * @param newStatus the status
     */
    public void status(int newStatus) {
        this.status = newStatus;
    }

    /**
     * The URL that answered.
     *
     * @return the URL; empty for a response made by a handler
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
     * The body as a stream.
     *
     * @return the rest of the body
     */
    public InputStream body() {
        return body;
    }

    /**
     * Whether the body is in memory already.
     *
     * @return true when {@link #content()} does no reading
     */
    public boolean isBuffered() {
        return content != null;
    }

    /**
     * The whole body; reads it when that was not done yet.
     *
     * @return the bytes, not to be changed
     * @throws IOException when reading fails
     */
    public byte[] content() throws IOException {
        if (content == null) {
            content = body.readAllBytes();
            body.close();
        }
        return content;
    }

    /** Gives up the body and, unless it was read to its end, the connection. */
    @Override
    public void close() throws IOException {
        body.close();
    }

    /** Shows status and headers, not the body. */
    @Override
    public String toString() {
        return "HTTP " + status + ' ' + headers;
    }
}

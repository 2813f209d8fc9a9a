package org.tucuxi.http;

import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/**
 * A response on its way into the parser: {@code response_dict} in boto3. {@code before-parse} handlers may change status,
 * headers and body.
 */
public final class RawResponse {

    private int status;
    private final HttpHeaders headers;
    private byte[] content;
    private InputStream stream;
    private final Map<String, Object> context;

    /**
     * Makes a raw response with a body in memory.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @param content the body
     * @param context has {@code operation_name}, and what a checksum layer adds
     */
    public RawResponse(int status, HttpHeaders headers, byte[] content, Map<String, Object> context) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.content = Objects.requireNonNull(content, "content");
        this.context = Objects.requireNonNull(context, "context");
    }

    /**
     * Makes a raw response with a streaming body.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @param stream the body
     * @param context has {@code operation_name}, and what a checksum layer adds
     */
    public RawResponse(int status, HttpHeaders headers, InputStream stream, Map<String, Object> context) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.stream = Objects.requireNonNull(stream, "stream");
        this.context = Objects.requireNonNull(context, "context");
    }

    /**
     * The status: {@code status_code} in boto3.
     *
     * @return the HTTP status
     */
    public int status() {
        return status;
    }

    /**
     * Sets the status that the parser goes by.
     *
     * @param newStatus the HTTP status
     */
    public void status(int newStatus) {
        this.status = newStatus;
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
     * Whether the body is a stream.
     *
     * @return false when it is in memory
     */
    public boolean isStream() {
        return content == null;
    }

    /**
     * The body in memory.
     *
     * @return the bytes, or null when {@link #isStream()}
     */
    public byte[] content() {
        return content;
    }

    /**
     * The body as a stream: usually a {@link StreamingBody}.
     *
     * @return the stream, or null unless {@link #isStream()}
     */
    public InputStream stream() {
        return stream;
    }

    /**
     * Replaces the body by bytes.
     *
     * @param newContent the bytes
     */
    public void content(byte[] newContent) {
        this.content = Objects.requireNonNull(newContent, "content");
        this.stream = null;
    }

    /**
     * Replaces the body by a stream.
     *
     * @param newStream the stream
     */
    public void stream(InputStream newStream) {
        this.stream = Objects.requireNonNull(newStream, "stream");
        this.content = null;
    }

    /**
     * Has {@code operation_name} and what a checksum layer adds.
     *
     * @return mutable
     */
    public Map<String, Object> context() {
        return context;
    }
}

package org.tucuxi.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tucuxi.CallTimeoutException;
import org.tucuxi.client.checksum.ResponseChecksums;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.event.BeforeParse;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.event.RequestCreated;
import org.tucuxi.event.ResponseReceived;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.http.StreamingBody;
import org.tucuxi.http.UnseekableStreamException;

/** The attempts of one call: create, sign, send, parse, ask for a retry, and again. */
final class SendLoop {

    private static final DateTimeFormatter TTL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ClientBinding client;
    private final OperationBinding operation;
    private final Endpoint endpoint;
    private final SerializedRequest serialized;
    private final Map<String, Object> context;
    private final CallTime time;
    /** When the call must have ended, or null. */
    private final Deadline deadline;
    private int attempts;
    /** The response of the latest attempt: whoever fails after it arrived leaves nobody to read it. */
    private HttpResponse latest;

    SendLoop(ClientBinding client, OperationBinding operation, Endpoint endpoint, SerializedRequest serialized,
            Deadline deadline) {
        this.client = client;
        this.operation = operation;
        this.endpoint = endpoint;
        this.serialized = serialized;
        this.context = serialized.context();
        this.time = client.owner.platform().time();
        this.deadline = deadline;
    }

    /** How one attempt ended: with a response, or with a failure of sending. */
    private record Attempt(HttpResponse response, Map<String, Object> parsed, RuntimeException failure) {
    }

    Call.Outcome run() {
        try {
            return repeat();
        } catch (Throwable e) {
            release();
            if (deadline != null && deadline.hasStruck() && e instanceof RuntimeException failure
                    && !(e instanceof CallTimeoutException)) {
                throw deadline.passed(failure);
            }
            throw e;
        }
    }

    private Call.Outcome repeat() {
        Map<String, Object> retries = new LinkedHashMap<>(8);
        // What handlers put there before the first attempt stays, as it does in the reference.
        if (context.get("retries") instanceof Map<?, ?> present) {
            present.forEach((key, value) -> retries.put(String.valueOf(key), value));
        }
        retries.put("attempt", 1);
        retries.computeIfAbsent("invocation-id", absent -> CoreHandlers.randomUuid().toString());
        context.put("retries", retries);
        Attempt attempt = attempt();
        for (Duration delay = retryDelay(attempt); delay != null; delay = retryDelay(attempt)) {
            retries.put("attempt", attempts + 1);
            updateTimeToLive(retries, attempt.response());
            release();
            pause(delay, attempt);
            checkRepeatable(attempt);
            attempt = attempt();
        }
        if (attempt.failure() != null) {
            throw attempt.failure();
        }
        metadata(attempt.parsed()).put("RetryAttempts", attempts - 1);
        return new Call.Outcome(attempt.response(), attempt.parsed());
    }

    private Attempt attempt() {
        attempts++;
        if (deadline != null) {
            deadline.attempt(attempts);
        }
        HttpRequest request = createRequest();
        Attempt result;
        HttpResponse response = null;
        RuntimeException failure = null;
        try {
            response = exchange(request);
            latest = response;
        } catch (RuntimeException e) {
            failure = deadline != null && deadline.hasStruck() ? deadline.passed(e) : e;
        }
        if (failure != null) {
            result = new Attempt(null, null, failure);
        } else {
            result = new Attempt(response, parse(response), null);
        }
        if (!operation.responseReceived.isEmpty()) {
            operation.responseReceived.fire(new ResponseReceived(operation.responseReceived.name(),
                    response == null ? null : raw(response), result.parsed(), context, failure));
        }
        return result;
    }

    private HttpRequest createRequest() {
        AwsRequest request = new AwsRequest(serialized.method(), serialized.url(), serialized.headers().copy(),
                serialized.body(), serialized.authPath(), operation.streamingOutput, context);
        if (!operation.requestCreated.isEmpty()) {
            operation.requestCreated.fire(
                    new RequestCreated(operation.requestCreated.name(), request, operation.model.name()));
        }
        return prepare(request);
    }

    private HttpRequest prepare(AwsRequest request) {
        HttpHeaders headers = request.headers();
        String url = request.params().isEmpty() ? request.url() : Urls.withForm(request.url(), request.params());
        boolean hasLength = headers.contains("Transfer-Encoding") || headers.contains("Content-Length");
        if (!hasLength && hasBodyByMethod(request.method())) {
            long length = request.body().length();
            if (length >= 0) {
                headers.put("Content-Length", Long.toString(length));
            } else {
                headers.put("Transfer-Encoding", "chunked");
            }
        }
        return new HttpRequest(request.method(), url, headers, request.body(), request.streamOutput(),
                operation.events.version(), operation.events.isDuplex(), operation.purpose);
    }

    private static boolean hasBodyByMethod(String method) {
        return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
    }

    private HttpResponse exchange(HttpRequest request) {
        if (!operation.beforeSend.isEmpty()) {
            HttpResponse answer = operation.beforeSend.first(new BeforeSend(operation.beforeSend.name(), request));
            if (answer != null) {
                Call.giveUpEvents(serialized);
                return buffered(answer);
            }
        }
        return buffered(client.http.send(request));
    }

    /** Error bodies and bodies of operations that do not stream are read as a part of sending. */
    private HttpResponse buffered(HttpResponse response) {
        if (!response.isBuffered() && !isStreamed(response)) {
            try {
                response.content();
            } catch (IOException e) {
                throw new ConnectionClosedException("Connection was closed before we received a valid response from endpoint"
                        + " URL: \"" + response.url() + "\": " + e.getMessage(), e);
            }
        }
        return response;
    }

    private boolean isStreamed(HttpResponse response) {
        return operation.streamingOutput && response.status() < 300;
    }

    private RawResponse raw(HttpResponse response) {
        Map<String, Object> rawContext = new LinkedHashMap<>(4);
        rawContext.put("operation_name", operation.model.name());
        if (isStreamed(response)) {
            return new RawResponse(response.status(), response.headers().copy(),
                    new StreamingBody(response.body(), length(response.headers())), rawContext);
        }
        try {
            return new RawResponse(response.status(), response.headers().copy(), response.content(), rawContext);
        } catch (IOException e) {
            throw new HttpClientException("The response body cannot be read: " + e.getMessage(), e);
        }
    }

    private static long length(HttpHeaders headers) {
        String value = headers.get("Content-Length");
        try {
            return value == null ? -1 : Long.parseLong(value.trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private Map<String, Object> parse(HttpResponse response) {
        RawResponse raw = raw(response);
        ResponseChecksums.check(raw, context);
        Map<String, Object> customized = null;
        if (!operation.beforeParse.isEmpty()) {
            customized = new LinkedHashMap<>(4);
            operation.beforeParse.fire(new BeforeParse(operation.beforeParse.name(), operation.model, raw, customized));
        }
        Map<String, Object> parsed = operation.shared.codec().parse(raw);
        ResponseChecksums.report(raw, parsed);
        if (customized != null && !customized.isEmpty()) {
            parsed.putAll(customized);
        }
        return parsed;
    }

    private Duration retryDelay(Attempt attempt) {
        // Whoever interrupted the call does not want it to go on.
        if (attempt.failure() instanceof CallTimeoutException
                || attempt.failure() != null && Thread.currentThread().isInterrupted()) {
            return null;
        }
        // Events that are sent come once: how the attempt ended says more than that it cannot be repeated.
        if (operation.needsRetry.isEmpty() || operation.model.hasEventStreamInput()) {
            return null;
        }
        Duration answer = operation.needsRetry.first(new NeedsRetry(operation.needsRetry.name(), attempt.response(),
                attempt.parsed(), endpoint, operation.model, attempts, attempt.failure(), serialized));
        return answer == null || answer.isNegative() ? null : answer;
    }

    /** How long the server's clock gives this call: the reference's {@code ttl}. */
    private void updateTimeToLive(Map<String, Object> retries, HttpResponse response) {
        Instant server = response == null ? null : ClockSkew.date(response.headers().get("Date"));
        if (server != null) {
            // Now, and the read timeout, and by how much the server is ahead of now.
            retries.put("ttl", TTL.format(server.plus(TransportSettings.readTimeout(client.config))));
        }
    }

    private void pause(Duration delay, Attempt attempt) {
        if (deadline != null) {
            deadline.failed(attempt.failure() != null ? attempt.failure()
                    : Call.error(client, operation, attempt.parsed(), context));
            if (!deadline.allows(delay)) {
                throw deadline.tooLate(delay);
            }
        }
        if (delay.isZero()) {
            return;
        }
        try {
            time.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            HttpClientException interrupted = new HttpClientException("Interrupted while waiting for the next attempt", e);
            if (attempt.failure() != null) {
                interrupted.addSuppressed(attempt.failure());
            }
            throw interrupted;
        }
    }

    /** A streamed response that is not handed out gives its connection back. */
    private void release() {
        if (latest != null) {
            close(latest);
            latest = null;
        }
    }

    static void close(HttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            // the connection is given up either way
        }
    }

    private void checkRepeatable(Attempt attempt) {
        HttpBody body = serialized.body();
        if (!body.isRepeatable()) {
            UnseekableStreamException error = new UnseekableStreamException("Need to rewind the stream "
                    + body.getClass().getSimpleName() + ", but stream is not seekable: pass a byte[], a Path or a"
                    + " FileInputStream to have failed attempts repeated");
            if (attempt.failure() != null) {
                error.addSuppressed(attempt.failure());
            }
            throw error;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> metadata(Map<String, Object> parsed) {
        Object present = parsed.get("ResponseMetadata");
        if (present instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        Map<String, Object> created = new LinkedHashMap<>();
        parsed.put("ResponseMetadata", created);
        return created;
    }
}

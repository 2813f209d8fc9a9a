package org.tucuxi.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tucuxi.CallOptions;
import org.tucuxi.CallTimeoutException;
import org.tucuxi.ClientException;
import org.tucuxi.client.checksum.RequestChecksums;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.AfterCallError;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.eventstream.EventStreamBody;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.StructureShape;

/**
 * One call, from the caller's parameters to the result: the steps of the reference's call sequence in their order.
 * Belongs to the thread of the call.
 */
final class Call {

    private final ClientBinding client;
    private final OperationBinding operation;
    private final Preparation preparation;
    private final Map<String, Object> context;
    private final Set<String> features;
    private final Duration timeout;
    private Endpoint endpoint;
    private Deadline deadline;

    Call(ClientBinding client, OperationBinding operation, Map<String, ?> parameters, Purpose purpose) {
        this.client = client;
        this.features = purpose.features();
        this.operation = operation;
        this.context = new LinkedHashMap<>(32);
        this.preparation = new Preparation(client, operation, parameters, context);
        CallOptions options = purpose.options();
        this.timeout = options.timeout() != null ? options.timeout() : client.callTimeout;
        if (options != CallOptions.NONE) {
            context.put(CallOptions.CONTEXT_KEY, options);
        }
    }

    Map<String, Object> run() {
        return timeout == null ? steps() : inTime();
    }

    private Map<String, Object> inTime() {
        Platform platform = client.owner.platform();
        deadline = Deadline.start(platform.time(), platform.alarms(), timeout,
                operation.model.name(), client.service.sid);
        try {
            return steps();
        } catch (ClientException | CallTimeoutException e) {
            throw e;
        } catch (RuntimeException e) {
            throw deadline.hasStruck() ? deadline.passed(e) : e;
        } finally {
            deadline.end();
        }
    }

    private Map<String, Object> steps() {
        preparation.fillContext();
        Preparation.features(context).addAll(features);
        preparation.provideParameters();
        endpoint = preparation.resolveEndpoint();
        SerializedRequest request = preparation.serialize(endpoint);
        RequestChecksums.resolve(operation.checksums, preparation.params(), request, client.config,
                Preparation.features(context));
        request.headers().put("User-Agent", client.userAgent.with(Preparation.features(context)));
        try {
            return run(request);
        } catch (Throwable e) {
            giveUpEvents(request);
            throw e;
        }
    }

    /** Whoever makes the events learns that nobody takes them. */
    static void giveUpEvents(SerializedRequest request) {
        if (request.body() instanceof EventStreamBody events) {
            events.close();
        }
    }

    private Map<String, Object> run(SerializedRequest request) {
        BeforeCall.Answer answer = operation.beforeCall.isEmpty() ? null : operation.beforeCall.untilAnswer(
                new BeforeCall(operation.beforeCall.name(), operation.model, request, client.signer, context));
        Outcome outcome;
        if (answer != null) {
            giveUpEvents(request);
            outcome = new Outcome(answer.httpResponse(), answer.parsed());
        } else {
            outcome = send(request);
        }
        if (!operation.afterCall.isEmpty()) {
            afterCall(outcome);
        }
        if (outcome.response().status() >= 300) {
            throw error(client, operation, outcome.parsed(), context);
        }
        return outcome.parsed();
    }

    private void afterCall(Outcome outcome) {
        try {
            operation.afterCall.fire(new AfterCall(operation.afterCall.name(), outcome.response(), outcome.parsed(),
                    operation.model, context));
        } catch (Throwable e) {
            // Nobody will read a streamed body now: its connection goes back.
            SendLoop.close(outcome.response());
            throw e;
        }
    }

    /** An HTTP response and what it was parsed into. */
    record Outcome(HttpResponse response, Map<String, Object> parsed) {
    }

    private Outcome send(SerializedRequest request) {
        if (operation.compression != null) {
            operation.compression.apply(request, client.config, Preparation.features(context));
        }
        RequestChecksums.apply(request);
        try {
            return new SendLoop(client, operation, endpoint, request, deadline).run();
        } catch (Exception e) {
            if (!operation.afterCallError.isEmpty()) {
                operation.afterCallError.fire(new AfterCallError(operation.afterCallError.name(), e, context));
            }
            throw e;
        }
    }

    /** What the caller gets for an answer that is an error. */
    static ClientException error(ClientBinding client, OperationBinding operation, Map<String, Object> parsed,
            Map<String, Object> context) {
        Object override = context.get("error_code_override");
        Map<?, ?> error = parsed.get("Error") instanceof Map<?, ?> map ? map : Map.of();
        Object code = override != null ? override : error.get("Code");
        StructureShape shape = code == null ? null : client.service.model.errorShape(code.toString());
        if (shape == null && error.get("QueryErrorCode") instanceof String own) {
            shape = client.service.model.errorShape(own);
        }
        return new ClientException(parsed, operation.model.name(), shape == null ? null : shape.name());
    }
}

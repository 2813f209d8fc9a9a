package org.tucuxi.testing;

import java.util.Map;
import org.tucuxi.Client;
import org.tucuxi.ParamValidationException;

/**
 * Answers the calls of a client, or of all clients of a session, from a queue: {@code botocore.stub.Stubber}.
 *
 * <p>While it is active, each call takes the answer at the head of the queue, and nothing is sent. A call for which there is
 * no answer fails with {@link UnStubbedResponseException}, one of another operation than the head's with
 * {@link StubResponseException}, one with other parameters than expected with {@link StubAssertionException}. Parameters are
 * compared as {@code provide-client-params} handlers left them, before what handlers of the service add.
 *
 * <p>Safe for use by many threads; the order in which parallel calls take their answers is theirs.
 */
public final class Stubber implements AutoCloseable {

    /** Equals everything, anywhere in expected parameters. */
    public static final Object ANY = new Object() {
        @Override
        public String toString() {
            return "<ANY>";
        }
    };

    private static final int BAD_REQUEST = 400;

    private final Client client;
    private final StubQueue queue = new StubQueue();
    private final Binding binding;
    private Runnable ending;

    /** How the handlers of a stubber get to the calls. */
    @FunctionalInterface
    interface Binding {
        /** Binds the handlers; what is returned unbinds them. */
        Runnable bind(StubHandlers handlers);
    }

    /**
     * Makes a stubber for one client; it does nothing until it is active.
     *
     * @param client the client
     */
    public Stubber(Client client) {
        this(client, handlers -> handlers.register(client.meta().events()));
    }

    /** Makes a stubber for other clients of the same service. */
    Stubber(Client model, Binding binding) {
        this.client = model;
        this.binding = binding;
    }

    /**
     * Begins to answer. A client that another stubber is active on stays with the other.
     *
     * @return this
     */
    public synchronized Stubber activate() {
        if (ending == null) {
            ending = binding.bind(new StubHandlers(queue, client.meta().serviceModel().serviceName()));
        }
        return this;
    }

    /** Lets calls go their way again; the queue stays. */
    public synchronized void deactivate() {
        Runnable last = ending;
        ending = null;
        if (last != null) {
            last.run();
        }
    }

    /** As {@link #deactivate()}. */
    @Override
    public void close() {
        deactivate();
    }

    /**
     * Queues an answer for a call with any parameters.
     *
     * @param operation the operation, by any of its names
     * @param serviceResponse the result of the call, as the model has it; {@code ResponseMetadata} may be in it
     * @return this
     * @throws IllegalArgumentException when there is no such operation
     * @throws ParamValidationException when the answer does not fit the operation's output
     */
    public Stubber addResponse(String operation, Map<String, ?> serviceResponse) {
        return addResponse(operation, serviceResponse, null);
    }

    /**
     * Queues an answer.
     *
     * @param operation the operation, by any of its names
     * @param serviceResponse the result of the call, as the model has it; {@code ResponseMetadata} may be in it. A streaming
     *        body given as bytes or text becomes a {@link org.tucuxi.http.StreamingBody}
     * @param expectedParams all parameters that the call must have, {@link #ANY} for a value that does not matter; null when
     *        none of them does
     * @return this
     * @throws IllegalArgumentException when there is no such operation
     * @throws ParamValidationException when the answer does not fit the operation's output
     */
    public Stubber addResponse(String operation, Map<String, ?> serviceResponse, Map<String, ?> expectedParams) {
        queue.add(StubAnswers.response(client.meta(), operation, serviceResponse, expectedParams));
        return this;
    }

    /**
     * Queues an error with status 400 and no message.
     *
     * @param operation the operation, by any of its names
     * @param code the error's code, for example {@code NoSuchKey}
     * @return this
     */
    public Stubber addClientError(String operation, String code) {
        return addClientError(operation, code, "", BAD_REQUEST);
    }

    /**
     * Queues an error.
     *
     * @param operation the operation, by any of its names
     * @param code the error's code
     * @param message its message
     * @param httpStatus the HTTP status; below 300 the call succeeds with the error as its result, as some services do
     * @return this
     */
    public Stubber addClientError(String operation, String code, String message, int httpStatus) {
        return addClientError(operation, code, message, httpStatus, null, null, null, null);
    }

    /**
     * Queues an error with everything that an error may have.
     *
     * @param operation the operation, by any of its names
     * @param code the error's code
     * @param message its message
     * @param httpStatus the HTTP status
     * @param errorMeta more for the map {@code Error}, or null
     * @param expectedParams as in {@link #addResponse(String, Map, Map)}, or null
     * @param responseMeta more for the map {@code ResponseMetadata}, or null
     * @param modeledFields more for the response itself: members of the code's error structure, or null
     * @return this
     * @throws IllegalArgumentException when there is no such operation
     * @throws ParamValidationException when the modelled fields do not fit the error's structure, or it has none
     */
    public Stubber addClientError(String operation, String code, String message, int httpStatus,
            Map<String, ?> errorMeta, Map<String, ?> expectedParams, Map<String, ?> responseMeta,
            Map<String, ?> modeledFields) {
        queue.add(StubAnswers.error(client.meta(), operation, new StubAnswers.Failure(code, message, httpStatus,
                errorMeta, responseMeta, modeledFields), expectedParams));
        return this;
    }

    /**
     * Fails when an answer was not asked for.
     *
     * @throws AssertionError says how many are left, and of which operations
     */
    public void assertNoPendingResponses() {
        queue.assertEmpty();
    }
}

package org.tucuxi.event;

import java.util.Map;

/**
 * {@code after-call-error.{sid}.{op}}: sending, signing, parsing or a retry ended with an exception, which is thrown afterwards. An HTTP
 * error status is not such an exception: it goes through {@code after-call}.
 *
 * <p><b>When:</b> on the client's emitter, once for each call, instead of {@code after-call}.
 * <p><b>May change:</b> the context.
 * <p><b>Answer:</b> ignored. <b>Error:</b> replaces the exception of the call.
 * <p><b>Stability:</b> documented by boto3's guide.
 */
public final class AfterCallError extends Event<Void> {

    private final Throwable exception;
    private final Map<String, Object> context;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param exception what ended the call
     * @param context the context of the call
     */
    public AfterCallError(String name, Throwable exception, Map<String, Object> context) {
        super(name);
        this.exception = exception;
        this.context = context;
    }

    /**
     * What ended the call.
     *
     * @return the argument {@code exception}
     */
    public Throwable exception() {
        return exception;
    }

    /**
     * The context of the call.
     *
     * @return the argument {@code context}
     */
    public Map<String, Object> context() {
        return context;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("exception", exception, "context", context);
    }

    @Override
    public Class<?> answerType() {
        return Void.class;
    }
}

package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;

/**
 * {@code before-send.{sid}.{op}}: the request is signed and ready for the wire.
 *
 * <p><b>When:</b> on the client's emitter, once for each attempt.
 * <p><b>May change:</b> the prepared request (what is signed should stay).
 * <p><b>Answer:</b> all handlers run; the first that is not null is used as the HTTP response and nothing is sent. <b>Error:</b> is treated as a
 * failure of sending: {@code response-received} and {@code needs-retry} see it; without a retry the call ends through
 * {@code after-call-error}.
 * <p><b>Stability:</b> documented by boto3's guide.
 */
public final class BeforeSend extends Event<HttpResponse> {

    private final HttpRequest request;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param request the finished request
     */
    public BeforeSend(String name, HttpRequest request) {
        super(name);
        this.request = request;
    }

    /**
     * The finished request.
     *
     * @return the argument {@code request}
     */
    public HttpRequest request() {
        return request;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("request", request);
    }

    @Override
    public Class<?> answerType() {
        return HttpResponse.class;
    }
}

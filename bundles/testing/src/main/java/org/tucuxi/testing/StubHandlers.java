package org.tucuxi.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.BeforeEndpointResolution;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.Registration;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.model.OperationModel;

/**
 * The three handlers of a stubber, with the patterns and ids of the reference: wildcards come before names, so the stub's
 * answer wins over the handlers of the service.
 */
final class StubHandlers {

    static final String PARAMETERS = "before-parameter-build.*.*";
    static final String CALL = "before-call.*.*";
    static final String ENDPOINT = "before-endpoint-resolution.*";

    private static final String ACCOUNT_ID = "AWS::Auth::AccountId";
    private static final String PRESIGNING = "is_presign_request";

    final EventHandler<BeforeParameterBuild, Void> parameters = new Parameters();
    final EventHandler<BeforeCall, BeforeCall.Answer> call = new Call();
    final EventHandler<BeforeEndpointResolution, Void> endpoint = new Endpoint();

    private final StubQueue queue;
    private final String service;
    /** Key of what a call looked at, in its context: each stubber has its own. */
    private final Object key = new Object();
    private final String contextKey = "tucuxi.stub." + Integer.toHexString(System.identityHashCode(key));

    /** What a call looked at, and its parameters of that time: later handlers may change them. */
    private record Looked(StubQueue.Expected expected, Map<String, Object> params) {
    }

    StubHandlers(StubQueue queue, String service) {
        this.queue = queue;
        this.service = service;
    }

    /** Registers the handlers by code; what is returned takes them back. */
    Runnable register(Emitter events) {
        List<Registration> registrations = new ArrayList<>(3);
        registrations.add(events.registerFirst(PARAMETERS, parameters, "boto_stubber_expected_params"));
        registrations.add(events.register(CALL, call, "boto_stubber"));
        registrations.add(events.register(ENDPOINT, endpoint, "boto_stubber_stub_account_id"));
        return () -> registrations.forEach(Registration::close);
    }

    private boolean concerns(OperationModel model) {
        return model.service().serviceName().equals(service);
    }

    private final class Parameters implements EventHandler<BeforeParameterBuild, Void> {
        @Override
        public Void handle(BeforeParameterBuild event) {
            // A URL that is presigned is not called, so it takes no answer.
            if (concerns(event.model()) && !Boolean.TRUE.equals(event.context().get(PRESIGNING))) {
                StubQueue.Expected head = queue.look(event.model(), event.params());
                event.context().put(contextKey, new Looked(head, new LinkedHashMap<>(event.params())));
            }
            return null;
        }
    }

    private final class Call implements EventHandler<BeforeCall, BeforeCall.Answer> {
        @Override
        public BeforeCall.Answer handle(BeforeCall event) {
            if (!concerns(event.model())) {
                return null;
            }
            Looked looked = event.context().remove(contextKey) instanceof Looked before ? before : new Looked(null, null);
            StubQueue.Expected taken = queue.take(event.model(), looked.expected, looked.params);
            return new BeforeCall.Answer(HttpResponse.of(taken.status(), new HttpHeaders(), ""), taken.parsed());
        }
    }

    /** Some endpoints depend on the account, which only the credentials know: a stubbed call needs none. */
    private final class Endpoint implements EventHandler<BeforeEndpointResolution, Void> {
        @Override
        public Void handle(BeforeEndpointResolution event) {
            if (concerns(event.model()) && event.builtins().containsKey(ACCOUNT_ID)) {
                event.builtins().put(ACCOUNT_ID, null);
            }
            return null;
        }
    }
}

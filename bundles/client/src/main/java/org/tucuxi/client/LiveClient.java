package org.tucuxi.client;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tucuxi.AttributeNotFoundException;
import org.tucuxi.CallOptions;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientMeta;
import org.tucuxi.ClientMethod;
import org.tucuxi.ClosedException;
import org.tucuxi.PresignedPost;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.client.presign.Presigner;
import org.tucuxi.event.ChooseServiceName;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.Registration;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.model.LoadedService;
import org.tucuxi.model.ServiceUnavailableException;
import org.tucuxi.paginator.Paginator;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.signing.UnknownSignatureVersionException;
import org.tucuxi.waiter.Waiter;

/**
 * A client that lives. What it needs of the platform is in its {@link ClientBinding}, which is replaced when a part of the platform
 * or the service's model is.
 */
final class LiveClient implements Client {

    private static final int MAX_REBINDS = 8;

    private final LiveSession session;
    private final String serviceName;
    private final ClientConfig given;
    private final Emitter events;
    private final MethodTable methods;
    private final NamedMethods named;
    private final CodecSettings codecSettings;
    private final LiveMeta meta = new LiveMeta(this);
    private final Presigner presigner = new Presigner(this, (operation, parameters, context) ->
            prepare(operation, parameters, context, Preparation::presignable), Clock.systemUTC());
    private final Map<String, OperationBinding> operations = new ConcurrentHashMap<>();
    private final ClockSkew skew;
    private volatile ClientBinding binding;
    private volatile String ended;
    private boolean gone;
    private Registration retries;

    private LiveClient(LiveSession session, String serviceName, ClientConfig given, LoadedService loaded, Parts parts) {
        this.session = session;
        this.serviceName = serviceName;
        this.given = given;
        this.skew = new ClockSkew(session.platform().time());
        SharedService shared = parts.share(loaded);
        List<Consumer<Client>> instantiated = new ArrayList<>(0);
        this.methods = ClientCreation.methods(session.events(), shared, instantiated);
        this.events = session.events().copy();
        this.named = new NamedMethods(this, methods);
        this.codecSettings = ClientCreation.codecSettings(events, shared);
        this.binding = new ClientBinding(this, session, parts, shared, given, events, codecSettings);
        try {
            registerHandlers();
            instantiated.forEach(listener -> listener.accept(this));
        } catch (RuntimeException | Error e) {
            // Nobody gets this client, so nobody could close it.
            binding.retire();
            throw e;
        }
    }

    static LiveClient create(LiveSession session, String service, ClientConfig config) {
        Parts parts = session.platform().parts().required();
        EventSlot slot = session.events().slot("choose-service-name");
        String chosen = slot.isEmpty() ? null : slot.first(new ChooseServiceName(slot.name(), service));
        String name = chosen == null ? service : chosen;
        return new LiveClient(session, name, config, ClientCreation.load(session, name, config), parts);
    }

    private void registerHandlers() {
        String node = binding.service.requestCreated;
        events.register(node, ClientCreation.sign(this));
        events.registerLast(node, ClientCreation.rebuildUserAgent(this));
        events.registerLast("needs-retry." + binding.service.sid, skew, "clock-skew-" + binding.service.sid);
        retries = binding.retries().register(events, binding.service.model, binding.totalMaxAttempts);
    }

    @Override
    public ClientMeta meta() {
        return meta;
    }

    @Override
    public Map<String, Object> call(String operation, Map<String, ?> parameters) {
        return call(operation, parameters, Purpose.PLAIN);
    }

    @Override
    public Map<String, Object> call(String operation, Map<String, ?> parameters, CallOptions options) {
        return call(operation, parameters, Purpose.within(options));
    }

    /** As {@link #call(String, Map)}; a method that replaces the operation names its own features. */
    Map<String, Object> call(String operation, Map<String, ?> parameters, Purpose purpose) {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(parameters, "parameters");
        ClientMethod changed = methods.replaced(operation);
        return changed != null
                ? OperationMethod.asResult(operation, named.invoke(changed, operation, purpose.unlimited(operation, parameters)))
                : callOperation(operation, parameters, purpose);
    }

    /** Calls an operation by any of its names, past methods that replace it. */
    Map<String, Object> callOperation(String name, Map<String, ?> parameters, Purpose purpose) {
        ClientBinding entered = null;
        try {
            entered = enter();
            OperationBinding operation = operation(entered, name);
            if (operation != null) {
                return new Call(entered, operation, parameters, purpose).run();
            }
        } catch (ClosedException e) {
            throw replaced(entered, "the HTTP transport (bundle org.tucuxi.transport)", e);
        } catch (ConnectionClosedException e) {
            throw ended == null ? e : Ending.cut(ended, e);
        } catch (UnknownSignatureVersionException e) {
            throw replaced(entered, "signing (bundle org.tucuxi.signing)", e);
        } finally {
            if (entered != null) {
                entered.service.loaded.leave();
                entered.leave();
            }
        }
        Map<String, ?> unlimited = purpose.unlimited(name, parameters);
        return OperationMethod.asResult(name, named.invokeChanged(name, unlimited));
    }

    /** Does something with what comes before the request of an operation, removed or not. */
    <T> T prepare(String name, Map<String, ?> parameters, Map<String, Object> context, Function<Preparation, T> work) {
        ClientBinding entered = enter();
        try {
            OperationBinding operation = operation(entered, name);
            String removed = operation == null ? entered.service.model.resolveOperation(name) : null;
            if (operation == null && removed == null) {
                throw noOperation(name);
            }
            return work.apply(new Preparation(entered,
                    operation != null ? operation : new OperationBinding(entered, removed, events), parameters, context));
        } finally {
            entered.service.loaded.leave();
            entered.leave();
        }
    }

    AttributeNotFoundException noOperation(String name) {
        return new AttributeNotFoundException("'" + serviceName + "' client has no operation '" + name + "'"
                + Suggestions.of(name, binding.service.model.operationNames(), List.of()));
    }

    @Override
    public String presignedUrl(String operation, Map<String, ?> parameters, Duration expiresIn, String httpMethod) {
        return presigner.url(operation, parameters, expiresIn, httpMethod);
    }

    @Override
    public PresignedPost presignedPost(String bucket, String key, Map<String, String> fields, List<?> conditions,
            Duration expiresIn) {
        return presigner.post(bucket, key, fields, conditions, expiresIn);
    }

    /** What a call fails with that lost a part of the platform on its way; as it was when nothing was replaced. */
    private RuntimeException replaced(ClientBinding entered, String part, RuntimeException e) {
        if (entered != null && ended != null) {
            return Ending.cut(ended, e);
        }
        boolean isSame = entered == null || session.platform().parts() == entered.parts;
        return isSame ? e : new UnsatisfiedException("The call cannot end: " + part + " was stopped or replaced meanwhile."
                + " Whether the request was sent is not known; call again", e);
    }

    /** The binding to use for one call, entered into it and its service. */
    ClientBinding enter() {
        for (int i = 0; i < MAX_REBINDS; i++) {
            String reason = ended;
            if (reason != null) {
                throw new ClosedException(reason);
            }
            ClientBinding current = binding;
            if (current.enter()) {
                if (current.parts == session.platform().parts() && current.service.loaded.enter()) {
                    return current;
                }
                current.leave();
            }
            rebind(current);
        }
        throw new ServiceUnavailableException("Service " + serviceName + " is being replaced; try again");
    }

    private synchronized void rebind(ClientBinding stale) {
        if (binding != stale || ended != null) {
            return;
        }
        Parts parts = session.platform().parts().required();
        stale.parts.forget(stale.service.loaded);
        LoadedService loaded = ClientCreation.load(session, serviceName, given);
        if (parts == stale.parts && loaded == stale.service.loaded) {
            return;
        }
        ClientBinding fresh = new ClientBinding(this, session, parts, parts.share(loaded), given, events,
                codecSettings);
        if (fresh.retries() != stale.retries() || fresh.totalMaxAttempts != stale.totalMaxAttempts) {
            retries.close();
            retries = fresh.retries().register(events, fresh.service.model, fresh.totalMaxAttempts);
        }
        operations.clear();
        binding = fresh;
        stale.retire();
    }

    private OperationBinding operation(ClientBinding current, String name) {
        OperationBinding known = operations.get(name);
        if (known != null && known.model.service() == current.service.model && binding == current) {
            return known;
        }
        String operation = current.service.model.resolveOperation(name);
        if (operation == null || methods.isRemoved(operation)) {
            return null;
        }
        OperationBinding made = new OperationBinding(current, operation, events);
        if (binding == current) {
            operations.put(name, made);
        }
        return made;
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(String operation, Map<String, ?> parameters) {
        return callAsync(operation, parameters, CallOptions.NONE);
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(String operation, Map<String, ?> parameters, CallOptions options) {
        Objects.requireNonNull(operation, "operation");
        Map<String, Object> copy = new LinkedHashMap<>(Objects.requireNonNull(parameters, "parameters"));
        return async(() -> call(operation, copy, options), result -> result);
    }

    /** As {@link #callOperation}, in another thread; the result is converted there. */
    CompletableFuture<Object> callOperationAsync(String name, Map<String, ?> parameters, RecordBinding.Output output) {
        Map<String, Object> copy = new LinkedHashMap<>(parameters);
        return async(() -> callOperation(name, copy, Purpose.PLAIN), output::convert);
    }

    private <T> CompletableFuture<T> async(Supplier<Map<String, Object>> call, Function<Map<String, Object>, T> convert) {
        AsyncResult<T> result = new AsyncResult<>();
        result.work(session.platform().callThreads().submit(() -> {
            try {
                Map<String, Object> answer = call.get();
                result.finish(answer, convert.apply(answer));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }));
        return result;
    }

    @Override
    public Object invoke(String method, Object... arguments) {
        checkOpen();
        return named.invoke(Objects.requireNonNull(method, "method"), arguments);
    }

    /** The operation that a name stands for and that was not removed, or null. */
    String resolve(String name) {
        String operation = binding.service.model.resolveOperation(name);
        return operation == null || methods.isRemoved(operation) ? null : operation;
    }

    @Override
    public boolean canPaginate(String operation) {
        return ModelledMethods.canPaginate(this, operation);
    }

    @Override
    public Paginator paginator(String operation) {
        return ModelledMethods.paginator(this, operation);
    }

    @Override
    public List<String> waiterNames() {
        return ModelledMethods.waiterNames(this);
    }

    @Override
    public Waiter waiter(String name) {
        return ModelledMethods.waiter(this, name);
    }

    @Override
    public <T> T as(Class<T> view) {
        checkOpen();
        return ClientViews.view(this, view);
    }

    @Override
    public void close() {
        if (refuse("The client of " + serviceName + " is closed")) {
            end(Ending.deadline());
        }
        session.forget(this);
    }

    /** Lets no call begin any more; false when none could. */
    synchronized boolean refuse(String reason) {
        boolean isFirst = ended == null;
        ended = isFirst ? reason : ended;
        return isFirst;
    }

    /** Ends a client that refuses calls: those in flight have until the deadline to finish, then they are cut. */
    void end(long deadline) {
        Ending.await(binding, deadline);
        synchronized (this) {
            if (!gone) {
                gone = true;
                retries.close();
                binding.retire();
                binding.http.close();
            }
        }
    }

    /** Ends the client without hurry: calls in flight keep retries and connections to their end. */
    void retire(String reason) {
        if (refuse(reason)) {
            synchronized (this) {
                binding.retire(retries::close);
            }
        }
    }

    void checkOpen() {
        String reason = ended;
        if (reason != null) {
            throw new ClosedException(reason);
        }
    }

    ClientBinding binding() {
        return binding;
    }

    LiveSession session() {
        return session;
    }

    Platform platform() {
        return session.platform();
    }

    ClockSkew skew() {
        return skew;
    }

    MethodTable methods() {
        return methods;
    }

    Emitter events() {
        return events;
    }

    String serviceName() {
        return serviceName;
    }

    @Override
    public String toString() {
        return "Client(" + serviceName + ", " + binding.endpoint.url() + ')';
    }
}

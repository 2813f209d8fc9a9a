package org.tucuxi.itests.benchmarks;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.osgi.framework.BundleContext;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.GenericEvent;
import org.tucuxi.event.Response;
import org.tucuxi.launcher.Tucuxi;

/**
 * One emission, beside a plain loop over an array of the same handlers. The handlers are of different classes, as a user's
 * are: with one class the loop would be inlined to nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class EmitterBenchmark {

    private static final String BY_CODE = "benchmark.code.ListBuckets";
    private static final String BY_COMPONENT = "benchmark.component.ListBuckets";

    /** How many handlers there are. */
    @Param({"0", "1", "10"})
    public int handlers;

    private Tucuxi tucuxi;
    private Emitter emitter;
    private EventSlot slot;
    private EventSlot componentSlot;
    private EventHandler<Event<Object>, Object>[] array;
    private GenericEvent event;
    private GenericEvent componentEvent;

    /** Starts the platform and registers the handlers both ways. */
    @Setup
    public void start(Blackhole blackhole) {
        tucuxi = Tucuxi.start();
        tucuxi.session();
        BundleContext context = tucuxi.bundleContext();
        EmitterFactory factory = context.getService(context.getServiceReference(EmitterFactory.class));
        emitter = factory.create(Map.of(EmitterFactory.SESSION_NAME, "benchmark"));
        array = Handlers.array(handlers, blackhole);
        for (EventHandler<Event<Object>, Object> handler : array) {
            emitter.register(BY_CODE, handler);
            context.registerService(EventHandler.class, handler, pattern());
        }
        slot = emitter.slot(BY_CODE);
        componentSlot = emitter.slot(BY_COMPONENT);
        event = new GenericEvent(BY_CODE, Map.of());
        componentEvent = new GenericEvent(BY_COMPONENT, Map.of());
        check();
    }

    private static Dictionary<String, Object> pattern() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(EventHandler.EVENT_PATTERN, BY_COMPONENT);
        return properties;
    }

    private void check() {
        List<Integer> bound = new ArrayList<>(List.of(emitter.emit(event).size(), emitter.emit(componentEvent).size()));
        if (!bound.equals(List.of(handlers, handlers))) {
            throw new IllegalStateException("Handlers by code and by component: " + bound + ", should be " + handlers);
        }
    }

    /** Stops the platform. */
    @TearDown
    public void stop() {
        tucuxi.close();
    }

    /** The limit: what cannot be done faster. */
    @Benchmark
    public void loop() {
        for (EventHandler<Event<Object>, Object> handler : array) {
            handler.handle(event);
        }
    }

    /** As a client emits: the slot is resolved, and without handlers nothing is done. */
    @Benchmark
    public void client() {
        if (!slot.isEmpty()) {
            slot.fire(event);
        }
    }

    /** As a client emits, to handlers that are services and may go at any moment. */
    @Benchmark
    public void clientToComponents() {
        if (!componentSlot.isEmpty()) {
            componentSlot.fire(componentEvent);
        }
    }

    /** A user's emission: the name is looked up. */
    @Benchmark
    public Response<Object> named() {
        return emitter.emitUntilResponse(event);
    }

    /** A user's emission that collects what each handler answered. */
    @Benchmark
    public List<Response<Object>> namedCollecting() {
        return emitter.emit(event);
    }
}

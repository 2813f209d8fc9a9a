package org.tucuxi.event;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Is told of every emission of an emitter and of its copies; see {@link Emitter#observe(EmissionObserver)}. */
@ConsumerType
@FunctionalInterface
public interface EmissionObserver {

    /**
     * Called after an emission, on the thread that emitted. Exceptions are logged and ignored.
     *
     * @param emission what happened
     */
    void emitted(Emission emission);

    /**
     * One finished emission.
     *
     * @param event the event, as its handlers left it
     * @param steps what each handler did, in order; empty when nobody listened
     * @param nanos how long the emission took
     */
    record Emission(Event<?> event, List<Step> steps, long nanos) {
    }

    /**
     * What one handler did.
     *
     * @param handler the name of the handler, with its bundle when it is a component
     * @param answer its answer, or null
     * @param failure what it threw, or null
     * @param nanos how long it took
     */
    record Step(String handler, Object answer, Throwable failure, long nanos) {
    }
}

package org.tucuxi.emitter;

import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/**
 * The emissions that threads are in the middle of and that call handler components or are observed, for each thread its
 * innermost, which knows the one around it. A handler may stop its own bundle: unbinding must not wait for the very
 * emission that it was called from. And who looks for slow handlers sees here which one is running.
 *
 * <p>The thread keeps a reference of the JDK's own, empty between emissions, so nothing of this bundle stays on a pooled
 * thread.
 */
final class OwnEmissions {

    private static final Set<Emitting> THREADS = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<AtomicReference<Object>> INNERMOST = ThreadLocal.withInitial(OwnEmissions::enlist);

    /** A thread that has emitted, as long as it lives. */
    private record Emitting(WeakReference<Thread> thread, WeakReference<AtomicReference<Object>> innermost) {
    }

    private OwnEmissions() {
    }

    private static AtomicReference<Object> enlist() {
        AtomicReference<Object> innermost = new AtomicReference<>();
        THREADS.removeIf(emitting -> emitting.innermost.get() == null);
        THREADS.add(new Emitting(new WeakReference<>(Thread.currentThread()), new WeakReference<>(innermost)));
        return innermost;
    }

    /** Where the current thread keeps its innermost emission. */
    static AtomicReference<Object> innermost() {
        return INNERMOST.get();
    }

    /** How many of this thread's emissions have entered the component's gate. */
    static int inside(HandlerComponent component) {
        int count = 0;
        for (Object one = INNERMOST.get().get(); one instanceof GuardedEmission emission; one = emission.outer()) {
            if (emission.calls(component)) {
                count++;
            }
        }
        return count;
    }

    /** Shows the emissions that are running now, of each thread the innermost first. */
    static void forEach(BiConsumer<Thread, GuardedEmission> action) {
        for (Emitting emitting : THREADS) {
            Thread thread = emitting.thread.get();
            AtomicReference<Object> innermost = emitting.innermost.get();
            if (thread == null || innermost == null) {
                continue;
            }
            for (Object one = innermost.get(); one instanceof GuardedEmission emission; one = emission.outer()) {
                action.accept(thread, emission);
            }
        }
    }
}

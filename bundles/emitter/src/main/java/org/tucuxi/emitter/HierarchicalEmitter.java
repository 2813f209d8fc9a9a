package org.tucuxi.emitter;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.tucuxi.event.EmissionObserver;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.RegisteredHandler;
import org.tucuxi.event.Registration;
import org.tucuxi.event.Response;
import org.tucuxi.event.Section;

/**
 * An emitter: its own registrations by code, and the handler components that it shares with the other emitters of its
 * session.
 *
 * <p>Slots are resolved and dropped under one lock, so that no slot can keep a sequence which was resolved before a
 * change and stored after it. Emitting takes the lock only for a slot that a change has dropped.
 */
final class HierarchicalEmitter implements Emitter {

    /** How many names that are emitted without a slot are remembered; names of users may be without number. */
    private static final int REMEMBERED_NAMES = 1024;

    private final SessionBindings session;
    private final Observers observers;
    private final AtomicReference<Registrations> registrations;
    /** What {@link #slot} gave out. Keyed by the name before the alias table, which is not idempotent. */
    private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();
    /** What {@link #emit} has looked up, among it slots of the other map. Emptied when it is full. */
    private final ConcurrentHashMap<String, Slot> emitted = new ConcurrentHashMap<>();

    private HierarchicalEmitter(SessionBindings session, Observers observers, Registrations registrations) {
        this.session = session;
        this.observers = observers;
        this.registrations = new AtomicReference<>(registrations);
    }

    static HierarchicalEmitter of(SessionBindings session) {
        return member(session, new Observers(null), Registrations.NONE);
    }

    private static HierarchicalEmitter member(SessionBindings session, Observers observers,
            Registrations registrations) {
        HierarchicalEmitter emitter = new HierarchicalEmitter(session, observers, registrations);
        session.add(emitter);
        return emitter;
    }

    @Override
    public Emitter copy() {
        return member(session, new Observers(observers), registrations.get());
    }

    @Override
    public Registration register(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount) {
        return add(name, handler, uniqueId, usesCount, Section.MIDDLE);
    }

    @Override
    public Registration registerFirst(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount) {
        return add(name, handler, uniqueId, usesCount, Section.FIRST);
    }

    @Override
    public Registration registerLast(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount) {
        return add(name, handler, uniqueId, usesCount, Section.LAST);
    }

    private Registration add(String name, EventHandler<?, ?> handler, String id, boolean counts, Section section) {
        Objects.requireNonNull(name, "name");
        if (handler == null) {
            throw new IllegalArgumentException("No handler was given for '" + name + "': pass an EventHandler");
        }
        String aliased = Aliases.apply(name);
        boolean changed = change(now -> now.plus(aliased, handler, id, counts, section));
        if (!changed) {
            // The id was known and is not counted: nothing was registered, so there is nothing to take back.
            return () -> { };
        }
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                takeBack(aliased, handler, id, counts);
            }
        };
    }

    private void takeBack(String aliased, EventHandler<?, ?> handler, String id, boolean counts) {
        Registrations.UniqueId known = id == null ? null : registrations.get().ids().get(id);
        if (id != null && (known == null || known.counts() != counts)) {
            // Somebody has unregistered the id meanwhile, and perhaps registered it anew in another way.
            return;
        }
        change(now -> now.minus(aliased, handler, id, counts));
    }

    @Override
    public void unregister(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount) {
        String aliased = Aliases.apply(name);
        change(now -> now.minus(aliased, handler, uniqueId, usesCount));
    }

    /** Not under the lock: a handler's {@code equals} is a user's code. */
    private boolean change(UnaryOperator<Registrations> operation) {
        Registrations before;
        Registrations after;
        do {
            before = registrations.get();
            after = operation.apply(before);
        } while (!registrations.compareAndSet(before, after));
        if (before.root() != after.root()) {
            dropSequences();
        }
        return before != after;
    }

    @Override
    public <R> List<Response<R>> emit(Event<R> event) {
        return emittedSlot(event).all(event);
    }

    @Override
    public <R> Response<R> emitUntilResponse(Event<R> event) {
        return emittedSlot(event).untilResponse(event);
    }

    private Slot emittedSlot(Event<?> event) {
        Slot known = emitted.get(event.name());
        Slot slot = known == null ? remember(event.name()) : known;
        if (slot.isEmpty() && !slot.name().equals(event.name())) {
            event.emittedAs(slot.name());
        }
        return slot;
    }

    private Slot remember(String name) {
        if (emitted.size() >= REMEMBERED_NAMES) {
            emitted.clear();
        }
        Slot slot = slots.get(name);
        Slot fresh = slot == null ? new Slot(this, Aliases.apply(name)) : slot;
        Slot other = emitted.putIfAbsent(name, fresh);
        return other == null ? fresh : other;
    }

    @Override
    public EventSlot slot(String name) {
        Slot known = slots.get(name);
        return known == null ? slots.computeIfAbsent(name, n -> new Slot(this, Aliases.apply(n))) : known;
    }

    @Override
    public List<RegisteredHandler> registered() {
        return registrations.get().all();
    }

    @Override
    public Registration observe(EmissionObserver observer) {
        Objects.requireNonNull(observer, "observer");
        observers.add(observer);
        session.dropSequences();
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                observers.remove(observer);
                session.dropSequences();
            }
        };
    }

    synchronized Sequence resolve(Slot slot) {
        Sequence other = slot.resolved();
        if (other != null) {
            return other;
        }
        Sequence fresh = Sequence.resolve(slot.name(), registrations.get().root(), session.live(), observers.all());
        slot.resolved(fresh);
        return fresh;
    }

    /** Drops a sequence that has turned out to be out of date. */
    synchronized void drop(Slot slot, Sequence stale) {
        if (slot.resolved() == stale) {
            slot.resolved(null);
        }
    }

    /** Makes every slot resolve its handlers anew, and lets go of the old ones at once. */
    synchronized void dropSequences() {
        slots.values().forEach(HierarchicalEmitter::dropSequence);
        emitted.values().forEach(HierarchicalEmitter::dropSequence);
    }

    private static void dropSequence(Slot slot) {
        // Looking first is cheaper: a volatile write costs a fence, and an idle slot has nothing to drop.
        if (slot.resolved() != null) {
            slot.resolved(null);
        }
    }
}

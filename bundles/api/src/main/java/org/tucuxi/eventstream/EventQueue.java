package org.tucuxi.eventstream;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.tucuxi.ClosedException;

/**
 * Events for an operation that takes a stream of them, sent while the call goes on: pass the queue as the parameter, call
 * {@link #send} from any thread, and {@link #close()} after the last event. It holds few events: a sender waits until the
 * network has taken what was sent before.
 */
public final class EventQueue implements Iterable<Map<String, ?>>, AutoCloseable {

    private static final int CAPACITY = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Map<String, ?>> events = new ArrayDeque<>(CAPACITY);
    private boolean isIterated;
    private boolean isEnded;
    /** Nobody takes events any more. */
    private boolean isGivenUp;

    /** Makes an empty queue. */
    public EventQueue() {
        // nothing to prepare
    }

    /**
     * Sends an event; waits while the queue is full.
     *
     * @param event one entry: the event's name and its members
     * @throws ClosedException when the queue was closed, or the call has ended
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    public void send(Map<String, ?> event) throws InterruptedException {
        Objects.requireNonNull(event, "event");
        lock.lockInterruptibly();
        try {
            while (events.size() >= CAPACITY && !isEnded && !isGivenUp) {
                changed.await();
            }
            if (isEnded) {
                throw new ClosedException("The event queue is closed; it takes no more events");
            }
            if (isGivenUp) {
                throw new ClosedException("The call that took events from this queue has ended");
            }
            events.add(event);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the stream after the events that were sent. */
    @Override
    public void close() {
        lock.lock();
        try {
            isEnded = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The events; for the call that sends them.
     *
     * @return an iterator that waits for events; it is {@link AutoCloseable}, and senders are refused once it is closed
     * @throws IllegalStateException when it was called before: events are sent once
     */
    @Override
    public Iterator<Map<String, ?>> iterator() {
        lock.lock();
        try {
            if (isIterated) {
                throw new IllegalStateException("An event queue can be sent by one call, once");
            }
            isIterated = true;
        } finally {
            lock.unlock();
        }
        return new Events();
    }

    private final class Events implements Iterator<Map<String, ?>>, AutoCloseable {

        @Override
        public boolean hasNext() {
            lock.lock();
            try {
                while (events.isEmpty() && !isEnded && !isGivenUp) {
                    changed.await();
                }
                return !events.isEmpty() && !isGivenUp;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClosedException("Interrupted while waiting for the next event to send");
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Map<String, ?> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            lock.lock();
            try {
                Map<String, ?> event = events.remove();
                changed.signalAll();
                return event;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                isGivenUp = true;
                events.clear();
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}

package org.tucuxi.transport;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A socket whose idle timeout is only for the pool. While an exchange uses it, silence is judged by who waits for the
 * server: a user who pauses between two reads of a streaming body must not lose it.
 */
final class WireEndPoint extends SocketChannelEndPoint {

    private final AtomicReference<Exchange> user = new AtomicReference<>();
    private final Predicate<org.eclipse.jetty.io.Connection> busy;

    WireEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler,
            Predicate<org.eclipse.jetty.io.Connection> busy) {
        super(channel, selector, key, scheduler);
        this.busy = busy;
    }

    /** The socket below a connection, or null when there is none of ours. */
    static WireEndPoint of(Connection connection) {
        if (!(connection instanceof AbstractConnection open)) {
            return null;
        }
        EndPoint endPoint = open.getEndPoint();
        while (endPoint instanceof EndPoint.Wrapper wrapper) {
            endPoint = wrapper.unwrap();
        }
        return endPoint instanceof WireEndPoint wire ? wire : null;
    }

    /** How many bytes came over a connection since it was opened. */
    static long received(Connection connection) {
        return connection instanceof AbstractConnection open ? open.getBytesIn() : 0;
    }

    void use(Exchange exchange) {
        user.set(exchange);
    }

    void leave(Exchange exchange) {
        user.compareAndSet(exchange, null);
    }

    @Override
    public Runnable onSelected() {
        Runnable task = super.onSelected();
        return task instanceof Invocable.Task work ? new Receiving(work) : task;
    }

    @Override
    protected void onIdleExpired(TimeoutException timeout) {
        if (user.get() == null && !busy.test(getConnection())) {
            super.onIdleExpired(timeout);
        }
    }
}

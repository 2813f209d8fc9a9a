package org.tucuxi.transport;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Predicate;
import org.eclipse.jetty.io.ClientConnectionFactory;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.ssl.SslClientConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Opens sockets as the settings want them. */
final class WireConnector extends ClientConnector {

    private final boolean keepalive;
    private final Predicate<Connection> busy;

    /**
     * Makes a connector.
     *
     * @param keepalive whether sockets are kept alive by TCP
     * @param busy what tells of a connection without exchange that it is in use nevertheless
     */
    WireConnector(boolean keepalive, Predicate<Connection> busy) {
        this.keepalive = keepalive;
        this.busy = busy;
    }

    @Override
    protected void configure(SelectableChannel channel) throws IOException {
        super.configure(channel);
        if (keepalive && channel instanceof SocketChannel socket) {
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        }
    }

    @Override
    protected EndPoint newEndPoint(SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
        return new WireEndPoint((SocketChannel) channel, selector, key, getScheduler(), busy);
    }

    /** With TLS, too, what is left in buffers is taken by {@link Receiving} threads. */
    @Override
    public ClientConnectionFactory newSslClientConnectionFactory(SslContextFactory.Client context,
            ClientConnectionFactory connections) {
        return new SslClientConnectionFactory(context == null ? getSslContextFactory() : context, getByteBufferPool(),
                Receiving.on(getExecutor()), connections);
    }
}

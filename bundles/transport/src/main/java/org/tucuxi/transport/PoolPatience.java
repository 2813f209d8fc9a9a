package org.tucuxi.transport;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.TucuxiException;

/**
 * How long a caller waits for a connection. For as long as others use them: that is not the server's silence. But when
 * streaming bodies hold all of them and nobody goes on reading, none may ever come back: that is an error.
 */
final class PoolPatience {

    private static final Logger LOG = LoggerFactory.getLogger(PoolPatience.class);
    private static final long WARNING_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long NO_BODIES = -1;

    private final SharedClient client;
    private final Target target;
    private final Failures failures;
    private final long queuedAt;
    private final long limitNanos;
    private long read = NO_BODIES;
    private long since;
    private boolean warned;

    PoolPatience(SharedClient client, Target target, Failures failures, long queuedAt) {
        this.client = client;
        this.target = target;
        this.failures = failures;
        this.queuedAt = queuedAt;
        this.limitNanos = client.settings().connectTimeout().toNanos();
    }

    /** Looks at who has the connections; gives what to fail with when it is no use to wait. */
    TucuxiException look(long now) {
        int connections = client.settings().maxPoolConnections();
        if (!warned && now - queuedAt > WARNING_NANOS) {
            warned = true;
            LOG.warn("A request to {} has been waiting for one of {} connections for a minute, {} of them held by streaming"
                    + " bodies; close these or raise max_pool_connections", target.host(), connections,
                    client.openBodies(target));
        }
        long readNow = client.readOfIdleBodies(target);
        if (readNow == NO_BODIES || readNow != read) {
            read = readNow;
            since = now;
            return null;
        }
        return limitNanos <= 0 || now - since < limitNanos ? null
                : failures.poolExhausted(client.openBodies(target), connections, (now - since) / 1_000_000);
    }
}

package org.tucuxi.http;

import org.osgi.annotation.versioning.ConsumerType;

/** The service that sends requests. Register one with a higher service ranking to replace Tucuxi's own. */
@ConsumerType
public interface HttpTransport {

    /**
     * Opens a session for a client. Sessions with equal settings may share connections.
     *
     * @param settings timeouts, pool, proxies, TLS
     * @return the session; the caller closes it
     */
    HttpSession open(HttpSettings settings);
}

package org.tucuxi.transport;

import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;

/** A proxy as Jetty knows it, chosen by our rules instead of Jetty's. */
final class ProxyRoute extends HttpProxy {

    private final ProxyAddress proxy;
    private final Proxies proxies;

    ProxyRoute(ProxyAddress proxy, Tls tls, Proxies proxies) {
        super(new Origin.Address(proxy.host(), proxy.port()), tls);
        this.proxy = proxy;
        this.proxies = proxies;
    }

    @Override
    public boolean matches(Origin origin) {
        Origin.Address address = origin.getAddress();
        return proxies.choose(origin.getScheme(), address.getHost(), address.getPort()) == proxy;
    }

    @Override
    public boolean requiresTunnel(Origin origin) {
        return !proxies.forwards(origin.isSecure());
    }
}

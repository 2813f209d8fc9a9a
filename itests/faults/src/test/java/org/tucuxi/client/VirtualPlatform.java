package org.tucuxi.client;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.ServiceReference;
import org.tucuxi.SessionFactory;
import org.tucuxi.config.internal.ConfigurationReader;
import org.tucuxi.credentials.CredentialResolverFactory;
import org.tucuxi.emitter.EmitterComponent;
import org.tucuxi.endpoints.BundledRegionCatalog;
import org.tucuxi.endpoints.CompilingEndpointRules;
import org.tucuxi.http.HttpTransport;
import org.tucuxi.itests.faults.VirtualTime;
import org.tucuxi.models.ModelLibrary;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.protocols.Ec2Protocol;
import org.tucuxi.protocols.JsonProtocol;
import org.tucuxi.protocols.QueryProtocol;
import org.tucuxi.protocols.RestJsonProtocol;
import org.tucuxi.protocols.RestXmlProtocol;
import org.tucuxi.protocols.RpcV2CborProtocol;
import org.tucuxi.retry.RetryMode;
import org.tucuxi.signing.Signer;
import org.tucuxi.signing.internal.ClientSignerFactory;
import org.tucuxi.signing.internal.SigV4Signer;

/** The platform on a plain class path, with a time that passes only where somebody waits for it. */
public final class VirtualPlatform implements AutoCloseable {

    private static final Map<String, Protocol> PROTOCOLS = Map.of(
            RestXmlProtocol.NAME, new RestXmlProtocol(), QueryProtocol.NAME, new QueryProtocol(),
            Ec2Protocol.NAME, new Ec2Protocol(), RpcV2CborProtocol.NAME, new RpcV2CborProtocol(),
            JsonProtocol.NAME, new JsonProtocol(), RestJsonProtocol.NAME, new RestJsonProtocol());

    /** Models are read once for all. */
    private static final ModelLibrary MODELS = new ModelLibrary();

    private final Platform platform;

    /**
     * Makes a platform.
     *
     * @param time what its calls wait for
     * @param transport closed by whoever made it
     * @param modes the retry modes by name
     */
    public VirtualPlatform(VirtualTime time, HttpTransport transport, Map<String, RetryMode> modes) {
        platform = new Platform(new Adapter(time));
        platform.bindEmitters(new EmitterComponent());
        platform.bindModels(MODELS);
        platform.bindConfigurations(new ConfigurationReader());
        platform.bindCredentials(nobodyAsks(CredentialResolverFactory.class));
        platform.bindRules(new CompilingEndpointRules());
        platform.bindRegions(new BundledRegionCatalog());
        ClientSignerFactory signers = new ClientSignerFactory();
        signers.bindSigner(new SigV4Signer(), Map.of(Signer.SIGNATURE_VERSION, new String[] {"v4", "s3v4"}));
        platform.bindSigners(signers);
        platform.bindTransport(transport);
        PROTOCOLS.forEach((name, protocol) -> platform.bindProtocol(reference(Protocol.PROTOCOL, name), protocol));
        modes.forEach((name, mode) -> platform.bindRetryMode(reference(RetryMode.RETRY_MODE, name), mode));
    }

    /** Makes sessions. */
    public SessionFactory factory() {
        return platform;
    }

    /** Ends the threads of the platform. */
    @Override
    public void close() {
        platform.deactivate();
    }

    private static <T> T nobodyAsks(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            throw new AssertionError("unexpected: " + method);
        }));
    }

    @SuppressWarnings("unchecked")
    private static <S> ServiceReference<S> reference(String property, String name) {
        Map<String, Object> properties = new HashMap<>(Map.of(property, name));
        return (ServiceReference<S>) Proxy.newProxyInstance(VirtualPlatform.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class}, (self, method, arguments) -> switch (method.getName()) {
                    case "compareTo" -> Integer.compare(System.identityHashCode(self), System.identityHashCode(arguments[0]));
                    case "getProperty" -> properties.get(arguments[0]);
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> throw new AssertionError("unexpected: " + method);
                });
    }

    private record Adapter(VirtualTime time) implements CallTime {

        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public void sleep(Duration duration) {
            time.pause(duration);
        }
    }
}

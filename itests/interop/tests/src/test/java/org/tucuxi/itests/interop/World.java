package org.tucuxi.itests.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.itests.servers.S3Server;
import org.tucuxi.launcher.Tucuxi;

/** The platform with all service bundles that the tests need, and the servers, each started when it is first asked for. */
final class World implements ExtensionContext.Store.CloseableResource {

    private final Tucuxi tucuxi;
    private final Session session;
    private final Map<String, ServerProcess> servers = new HashMap<>();

    private World() {
        Tucuxi.Builder builder = Tucuxi.builder();
        try (Stream<Path> services = Files.list(Path.of(System.getProperty("services.folder")))) {
            services.sorted().forEach(builder::bundle);
        } catch (IOException e) {
            throw new IllegalStateException("The service bundles were not copied", e);
        }
        tucuxi = builder.start();
        session = tucuxi.sessionFactory().builder().region("us-east-1")
                .credentials(Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")).build();
    }

    /** A client of moto. */
    Client moto(String service) {
        return client(service, motoUrl());
    }

    /** A client of a moto of its own that is reached by TLS. */
    Client motoWithTls(String service) {
        return session.client(service, ClientConfig.builder()
                .endpointUrl(server("moto-tls", ServerProcess::motoWithTls).url()).verify(false).build());
    }

    /** A client of whatever listens at a URL. */
    Client at(String service, String url) {
        return client(service, url);
    }

    String motoUrl() {
        return server("moto", ServerProcess::moto).url();
    }

    SessionFactory sessions() {
        return tucuxi.sessionFactory();
    }

    /** A service of the platform. */
    <T> T service(Class<T> type) {
        return tucuxi.bundleContext().getService(tucuxi.bundleContext().getServiceReference(type));
    }

    Client dynamoDbLocal(String service) {
        return client(service, server("dynamodb", ServerProcess::dynamoDb).url());
    }

    Client elasticMq() {
        return client("sqs", server("elasticmq", ServerProcess::elasticMq).url());
    }

    /** A client of S3Proxy, with the credentials that it knows. */
    Client s3(S3Server server) {
        return s3(server, ClientConfig.builder());
    }

    /** Likewise, with options. */
    Client s3(S3Server server, ClientConfig.Builder options) {
        return session.client("s3", options.endpointUrl(server.endpointUrl())
                .credentials(Credentials.of(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)).build());
    }

    private Client client(String service, String url) {
        return session.client(service, ClientConfig.builder().endpointUrl(url).build());
    }

    private synchronized ServerProcess server(String name, Supplier<ServerProcess> start) {
        return servers.computeIfAbsent(name, absent -> start.get());
    }

    @Override
    public void close() throws Exception {
        session.close();
        tucuxi.close();
        for (ServerProcess server : servers.values()) {
            server.close();
        }
    }

    /** Gives tests the one world of the run. */
    static final class Extension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == World.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(World.class, key -> new World(), World.class);
        }
    }
}

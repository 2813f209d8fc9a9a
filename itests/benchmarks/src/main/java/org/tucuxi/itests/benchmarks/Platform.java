package org.tucuxi.itests.benchmarks;

import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.launcher.Tucuxi;

/** The running platform with a session whose services are the stub. */
final class Platform implements AutoCloseable {

    /** Enough for sixteen threads. */
    static final int CONNECTIONS = 16;

    private static final String S3 = "s3";

    private final Stub stub;
    private final Tucuxi tucuxi;
    private final Session session;
    private final ClientConfig config;

    /** Starts what {@code tucuxi.jar} brings; S3 is small. */
    Platform() {
        this(Stub.start(), Tucuxi.builder());
    }

    /** Starts with a server that always gives the same answer; of its services, {@code tucuxi.jar} brings S3. */
    Platform(String service, Answer answer) {
        this(Stub.start(answer), builder(service));
    }

    Platform(SmallCall call) {
        this(call.server(), builder(call.service));
    }

    private Platform(Stub stub, Tucuxi.Builder builder) {
        this.stub = stub;
        this.tucuxi = builder.start();
        this.session = tucuxi.sessionFactory().builder().region("us-east-1")
                .credentials(Credentials.of("benchmark", "benchmark")).build();
        this.config = ClientConfig.builder().endpointUrl(stub.url()).maxPoolConnections(CONNECTIONS).build();
    }

    private static Tucuxi.Builder builder(String service) {
        return service.equals(S3) ? Tucuxi.builder() : Tucuxi.builder().bundle(Services.bundle(service));
    }

    String url() {
        return stub.url();
    }

    Client client() {
        return client(S3);
    }

    Client client(String service) {
        return session.client(service, config);
    }

    @Override
    public void close() {
        session.close();
        tucuxi.close();
        stub.close();
    }
}

package org.tucuxi.itests.benchmarks;

import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.launcher.Tucuxi;

/** The running platform with a session whose S3 is the stub. */
final class Platform implements AutoCloseable {

    private final Stub stub = Stub.start();
    private final Tucuxi tucuxi = Tucuxi.start();
    private final Session session = tucuxi.sessionFactory().builder().region("us-east-1")
            .credentials(Credentials.of("benchmark", "benchmark")).build();
    private final ClientConfig config = ClientConfig.builder().endpointUrl(stub.url()).build();

    String url() {
        return stub.url();
    }

    Client client() {
        return session.client("s3", config);
    }

    @Override
    public void close() {
        session.close();
        tucuxi.close();
        stub.close();
    }
}

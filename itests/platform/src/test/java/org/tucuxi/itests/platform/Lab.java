package org.tucuxi.itests.platform;

import java.util.ArrayList;
import java.util.List;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.credentials.Credentials;

/** What one test works with: sessions and clients of its own, closed when the test ends. */
final class Lab {

    static final String ACCESS_KEY = "AKIDEXAMPLELAB";
    static final String SECRET_KEY = "wJalrLABSECRETwJalrLABSECRET";
    static final String TOKEN = "FQoGLABTOKENLABTOKENLABTOKEN";
    static final String ENDPOINT = "http://lab.invalid";

    private final Platform platform;
    private final List<Session> sessions = new ArrayList<>();
    private Session session;

    Lab(Platform platform) {
        this.platform = platform;
    }

    Platform platform() {
        return platform;
    }

    /** A builder with region, credentials and the test's models. */
    SessionFactory.Builder builder() {
        return anonymous().credentials(Credentials.of(ACCESS_KEY, SECRET_KEY, TOKEN));
    }

    /** A builder without credentials. */
    SessionFactory.Builder anonymous() {
        return platform.factory().builder().region("us-east-1").dataPath(Platform.models());
    }

    /** Closes the session with the test. */
    Session keep(Session made) {
        sessions.add(made);
        return made;
    }

    synchronized Session session() {
        if (session == null) {
            session = keep(builder().build());
        }
        return session;
    }

    /** A client whose requests a wire answers. */
    Client client(String service, Wire wire) {
        return wire.attach(session().client(service));
    }

    /** A client of the test's own service. */
    Client client(Wire wire) {
        return client("lab", wire);
    }

    /** A client of the test's own service that talks to a server. */
    Client client(LocalServer server) {
        return client(server, ClientConfig.EMPTY);
    }

    Client client(LocalServer server, ClientConfig config) {
        return session().client("lab", config.merge(ClientConfig.builder().endpointUrl(server.url()).build()));
    }

    void close() {
        sessions.forEach(Session::close);
    }
}

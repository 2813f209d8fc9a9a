package org.tucuxi.credentials.internal.metadata;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSession;
import org.tucuxi.http.HttpSettings;
import org.tucuxi.http.HttpTransport;

/** A few questions to one server over one connection, which is closed with the last answer. */
final class Conversation implements AutoCloseable {

    static final String NO_TRANSPORT =
            "there is no HttpTransport service to ask with; start the bundle org.tucuxi.transport";

    /** Credentials are a kilobyte or two. */
    static final int MAX_BODY = 1024 * 1024;
    private static final int MAX_HEADER = 16 * 1024;

    private final HttpSession session;

    private Conversation(HttpSession session) {
        this.session = session;
    }

    /** Asks the server itself: no proxy gets to see what is sent. */
    static Conversation direct(HttpTransport transport, Duration timeout) {
        return new Conversation(transport.open(settings(timeout)));
    }

    /** Asks through the proxies that the environment names. */
    static Conversation proxied(HttpTransport transport, Duration timeout, Map<String, String> environment) {
        return new Conversation(transport.open(settings(timeout).withProxiesOf(environment)));
    }

    private static HttpSettings settings(Duration timeout) {
        return new HttpSettings(timeout, timeout, 1, false, true, null, List.of(), Map.of(), List.of(), null, false,
                MAX_HEADER, MAX_BODY);
    }

    /**
     * Asks once.
     *
     * @throws org.tucuxi.TucuxiException when there is no answer
     */
    Answer send(String method, String url, HttpHeaders headers) {
        try (HttpResponse response = session.send(new HttpRequest(method, url, headers, HttpBody.EMPTY, false))) {
            return new Answer(response.status(), response.content());
        } catch (IOException e) {
            throw new ConnectionClosedException("The answer of " + url + " broke off", e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}

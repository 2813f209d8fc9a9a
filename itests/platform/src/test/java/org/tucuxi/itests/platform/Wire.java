package org.tucuxi.itests.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tucuxi.Client;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;

/** Answers requests in the place of the network, by a {@code before-send} handler, and keeps them. */
final class Wire {

    private final Deque<Function<HttpRequest, HttpResponse>> answers = new ArrayDeque<>();
    private final List<HttpRequest> requests = Collections.synchronizedList(new ArrayList<>());

    /** Answers each request with 200 and an empty result. */
    static Wire ok() {
        return new Wire();
    }

    Wire then(int status, String body) {
        return then(status, body, Map.of());
    }

    Wire then(int status, String body, Map<String, String> headers) {
        return then(request -> new HttpResponse(request.url(), status, HttpHeaders.of(headers),
                body.getBytes(StandardCharsets.UTF_8)));
    }

    Wire then(Function<HttpRequest, HttpResponse> answer) {
        answers.add(answer);
        return this;
    }

    Wire thenUnreachable() {
        return then(request -> {
            throw new EndpointConnectionException("Could not connect to the endpoint URL: \"" + request.url()
                    + '"', null);
        });
    }

    Client attach(Client client) {
        EventHandler<BeforeSend, HttpResponse> handler = event -> {
            requests.add(event.request());
            Function<HttpRequest, HttpResponse> answer;
            synchronized (answers) {
                answer = answers.poll();
            }
            return answer == null ? HttpResponse.of(200, new HttpHeaders(), "<R/>") : answer.apply(event.request());
        };
        client.meta().events().register("before-send", handler);
        return client;
    }

    List<HttpRequest> requests() {
        return requests;
    }

    HttpRequest last() {
        return requests.get(requests.size() - 1);
    }
}

package org.tucuxi.itests.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on loopback that answers as STS does. Its credentials are numbered: {@code ASIA1…}, {@code ASIA2…}. */
final class StsServer implements AutoCloseable {

    static final String ACCOUNT = "210987654321";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Answer> answers = request -> credentials(request, Duration.ofHours(1));

    /** What was asked, with the header that has the signature, or null. */
    record Request(int number, String authorization, String token, Map<String, String> form) {
    }

    /** What is answered. */
    record Answer(int status, String body) {
    }

    StsServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    void answer(Function<Request, Answer> by) {
        answers = by;
    }

    /** Credentials that last for a while. */
    static Answer credentials(Request request, Duration lasting) {
        String operation = request.form().get("Action");
        String name = request.form().get("RoleArn").replaceAll(".*/", "");
        return new Answer(200, "<" + operation + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + operation
                + "Result><AssumedRoleUser><Arn>arn:aws:sts::" + ACCOUNT + ":assumed-role/" + name + "/s</Arn>"
                + "<AssumedRoleId>AROA:s</AssumedRoleId></AssumedRoleUser><Credentials><AccessKeyId>ASIA"
                + request.number() + name + "</AccessKeyId><SecretAccessKey>" + Lab.SECRET_KEY
                + "</SecretAccessKey><SessionToken>" + Lab.TOKEN + "</SessionToken><Expiration>"
                + Instant.now().plus(lasting) + "</Expiration></Credentials></" + operation
                + "Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></" + operation + "Response>");
    }

    static Answer error(int status, String code, String message) {
        return new Answer(status, "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender"
                + "</Type><Code>" + code + "</Code><Message>" + message + "</Message></Error><RequestId>r</RequestId>"
                + "</ErrorResponse>");
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Request request;
            synchronized (requests) {
                request = new Request(requests.size() + 1, exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("X-Amz-Security-Token"), form(body));
                requests.add(request);
            }
            Answer answer = answers.apply(request);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package org.tucuxi.itests.interop.precedence;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The endpoints of a container and of an instance, on the loopback interface. One for the run; it ends with the JVM. */
final class Metadata {

    private static final String ROLE = "/latest/meta-data/iam/security-credentials/";
    private static final Metadata ONLY = new Metadata();

    private final HttpServer server;

    private Metadata() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", Metadata::answer);
        server.start();
    }

    static String url() {
        return "http://127.0.0.1:" + ONLY.server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String answer = switch (exchange.getRequestMethod() + ' ' + exchange.getRequestURI().getPath()) {
            case "GET /container" -> credentials("AKIDCONTAINER");
            case "PUT /latest/api/token" -> "token-of-the-instance";
            case "GET " + ROLE -> "the-role";
            case "GET " + ROLE + "the-role" -> credentials("AKIDINSTANCE");
            default -> null;
        };
        byte[] body = (answer == null ? "no such path" : answer).getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String credentials(String accessKey) {
        return "{\"Code\": \"Success\", \"AccessKeyId\": \"" + accessKey + "\", \"SecretAccessKey\": \"secret\","
                + " \"Token\": \"token\", \"Expiration\": \"2099-01-01T00:00:00Z\"}";
    }
}

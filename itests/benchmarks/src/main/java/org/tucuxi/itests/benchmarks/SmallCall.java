package org.tucuxi.itests.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.tucuxi.Client;

/** A call whose own cost is all that counts: what is asked for, and what a bare HTTP client would send for it. */
public enum SmallCall {

    LIST_BUCKETS("s3", "ListBuckets", Map.of(), "GET", "/", new byte[0], null),
    GET_OBJECT("s3", "GetObject", Map.of("Bucket", "reports", "Key", "january"), "GET", "/reports/january", new byte[0], null),
    PUT_OBJECT("s3", "PutObject", Map.of("Bucket", "reports", "Key", "january", "Body", new byte[1024]), "PUT",
            "/reports/january", new byte[1024], new Answer("application/xml", new byte[0])),
    GET_ITEM("dynamodb", "GetItem", Map.of("TableName", "orders", "Key", Map.of("customer", Map.of("S", "c-0815"))), "POST",
            "/", Texts.KEY, Texts.ITEM);

    final String service;
    final String operation;
    final Map<String, Object> parameters;
    private final String method;
    private final String path;
    private final byte[] body;
    private final Answer answer;

    SmallCall(String service, String operation, Map<String, Object> parameters, String method, String path, byte[] body,
            Answer answer) {
        this.service = service;
        this.operation = operation;
        this.parameters = parameters;
        this.method = method;
        this.path = path;
        this.body = body;
        this.answer = answer;
    }

    private static final class Texts {

        private static final byte[] KEY = bytes("{\"TableName\":\"orders\",\"Key\":{\"customer\":{\"S\":\"c-0815\"}}}");
        private static final Answer ITEM = new Answer("application/x-amz-json-1.0", bytes("{\"Item\":{\"customer\":"
                + "{\"S\":\"c-0815\"},\"status\":{\"S\":\"SHIPPED\"},\"total\":{\"N\":\"44.80\"},\"paid\":{\"BOOL\":true},"
                + "\"channels\":{\"SS\":[\"mail\",\"shop\"]}}}"));

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The server that answers it. */
    Stub server() {
        return answer == null ? Stub.start() : Stub.start(answer);
    }

    /** Calls, and reads what streams to its end. */
    Object by(Client client) {
        Map<String, Object> result = client.call(operation, parameters);
        if (result.get("Body") instanceof InputStream stream) {
            try (stream) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return result;
    }

    /** The same bytes there and back, with nothing made of them. */
    byte[] by(HttpClient jetty, String url) throws Exception {
        Request request = jetty.newRequest(url + path).method(method);
        return (body.length == 0 ? request : request.body(new BytesRequestContent(body))).send().getContent();
    }
}

package org.tucuxi.itests.protocoltests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.OperationCodec;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;

/** Compares a serialised request with the one that a case wants. */
record RequestCheck(OperationModel operation, Values values, HttpRequestTestCase test) {

    private static final String TOKEN = "00000000-0000-4000-8000-000000000000";
    private static final String LENGTH = "Content-Length";

    void check(OperationCodec codec, Shape input) throws Exception {
        @SuppressWarnings("unchecked")
        Map<String, Object> params = (Map<String, Object>) values.of(test.getParams(), input);
        operation.idempotentMembers().forEach(member -> params.putIfAbsent(member, TOKEN));

        SerializedRequest request = codec.serialize(params);

        assertThat(request.method()).as("method").isEqualTo(test.getMethod());
        String path = request.urlPath();
        int literal = path.indexOf('?');
        assertThat(basePath() + (literal < 0 ? path : path.substring(0, literal))).as("uri").isEqualTo(test.getUri());
        query(request, literal < 0 ? "" : path.substring(literal + 1));
        byte[] body = body(request);
        headers(request, body);
        host(request);
        if (test.getBody().isPresent()) {
            String type = test.getBodyMediaType().orElse(null);
            assertThat(Bodies.canonical(body, type)).as("body")
                    .isEqualTo(Bodies.canonical(Bodies.bytes(test.getBody().get(), type), type));
        }
    }

    /** The path of the endpoint, which comes before that of the request. */
    private String basePath() {
        String host = test.getHost().orElse("");
        int slash = host.indexOf('/');
        String path = slash < 0 ? "" : host.substring(slash);
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static byte[] body(SerializedRequest request) throws Exception {
        try (InputStream in = request.body().open()) {
            return in.readAllBytes();
        }
    }

    private void query(SerializedRequest request, String literals) {
        List<String> parameters = new ArrayList<>(literals.isEmpty() ? List.of() : List.of(literals.split("&")));
        request.queryString().forEach((name, value) -> {
            for (Object item : value instanceof List<?> list ? list : List.of(value)) {
                parameters.add(encode(name) + '=' + encode(String.valueOf(item)));
            }
        });
        List<String> names = parameters.stream().map(parameter -> parameter.split("=")[0]).toList();
        assertThat(parameters).as("query").containsAll(test.getQueryParams());
        assertThat(names).as("query").containsAll(test.getRequireQueryParams());
        for (String name : test.getForbidQueryParams()) {
            assertThat(names).as("query").doesNotContain(name);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    private void headers(SerializedRequest request, byte[] body) {
        test.getHeaders().forEach((name, value) -> header(name, value, request.headers().get(name)));
        for (String name : test.getForbidHeaders()) {
            boolean isAdded = name.equalsIgnoreCase(LENGTH) && body.length > 0;
            assertThat(isAdded || request.headers().contains(name)).as("has forbidden header " + name).isFalse();
        }
        for (String name : test.getRequireHeaders()) {
            boolean isAdded = name.equalsIgnoreCase(LENGTH) && request.body().length() >= 0;
            assertThat(isAdded || request.headers().contains(name)).as("has required header " + name).isTrue();
        }
    }

    private void header(String name, String expected, String actual) {
        boolean contentType = name.equalsIgnoreCase("Content-Type");
        if (contentType && actual == null && test.getProtocol().getName().equals("restXml")) {
            return;
        }
        if (contentType) {
            assertThat(actual).as(name).isNotNull();
            assertThat(actual.split(";")[0]).as(name).isEqualTo(expected.split(";")[0]);
        } else {
            assertThat(actual == null ? null : actual.replace(", ", ",")).as(name)
                    .isEqualTo(expected.replace(", ", ","));
        }
    }

    private void host(SerializedRequest request) {
        if (test.getHost().isPresent() && test.getResolvedHost().isPresent()) {
            String prefix = request.hostPrefix() == null ? "" : request.hostPrefix();
            assertThat(prefix + test.getHost().get()).as("host").isEqualTo(test.getResolvedHost().get());
        }
    }
}

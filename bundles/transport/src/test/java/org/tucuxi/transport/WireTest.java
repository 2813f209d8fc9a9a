package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSession;

/** What goes over the wire, byte for byte. */
class WireTest extends TransportTesting {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a//b", "//a", "/a/../b/./c", "/%2F%2f", "/a+b%20c", "/a?x=%2F&y=+&z", "/?", "/a;b=c",
        "/b/k?list-type=2&prefix=a%2Fb%3D", "/a:b@c!$&'()*,=~", "/a|b^c`{d}[e]\"<>\\", "/a?%zz=%", "/*", "/a??b",
                "/a?b=c?d",
        "/http://h/x"})
    void pathAndQueryArriveAsTheyAreWritten(String path) throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok("fine"))) {
            send(get(server.url(path)));

            assertThat(server.heads.get(0)).startsWith("GET " + path + " HTTP/1.1\r\n");
        }
    }

    @Test
    void anEmptyPathIsASlashAndAFragmentStaysHere() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok(""))) {
            send(get(server.url("")));
            send(get(server.url("?a=b#part")));

            assertThat(server.heads.get(0)).startsWith("GET / HTTP/1.1\r\n");
            assertThat(server.heads.get(1)).startsWith("GET /?a=b HTTP/1.1\r\n");
        }
    }

    @Test
    void nothingIsAddedButTheHost() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok(""))) {
            send(get(server.url("/x")));

            assertThat(server.heads.get(0)).isEqualTo("GET /x HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                    + "\r\n\r\n");
        }
    }

    @Test
    void headersAreSentAsTheyAreSpelt() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok(""))) {
            HttpHeaders headers = new HttpHeaders().put("host", "elsewhere.example").put("USER-agent", "Boto3/1 x")
                    .put("content-type", "a/b").put("accept-ENCODING", "identity").add("x-twice", "1").add("X-Twice",
                            "2")
                    .put("x-amz-meta-name", "Grüße").put("Empty", "");

            send(new HttpRequest("GET", server.url("/"), headers, HttpBody.EMPTY, false));

            String utf8 = new String("Grüße".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertThat(server.heads.get(0)).contains("USER-agent: Boto3/1 x\r\n", "content-type: a/b\r\n",
                    "accept-ENCODING: identity\r\n", "x-twice: 1\r\nX-Twice: 2\r\n", "x-amz-meta-name: " + utf8
                            + "\r\n",
                    "Empty: \r\n").containsOnlyOnce("elsewhere.example").doesNotContain("127.0.0.1");
        }
    }

    @Test
    void hostNameAndPortCannotBreakOutOfTheRequestLine() {
        assertThatThrownBy(() -> send(get("http://127.0.0.1:1/a b\r\nX: y")))
                .isInstanceOf(HttpClientException.class).hasMessageContaining("Invalid URL")
                .hasMessageContaining("index");
        assertThatThrownBy(() -> send(get("ftp://h/"))).hasMessageContaining("http://");
        assertThatThrownBy(() -> send(get("http:///x"))).hasMessageContaining("no host");
        assertThatThrownBy(() -> send(get("http://h/%zz"))).hasMessageContaining("two hexadecimal digits");
        assertThatThrownBy(() -> send(get("http://h:99999/x"))).hasMessageContaining("65535");
    }

    @ParameterizedTest
    @CsvSource({"DELETE", "PATCH", "OPTIONS", "POST", "PUT", "GET"})
    void anAnnouncedEmptyBodyStaysAnnouncedOnce(String method) throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok(""))) {
            HttpHeaders headers = new HttpHeaders().put("Content-Length", "0").put("Content-Type", "text/plain");

            send(new HttpRequest(method, server.url("/"), headers, HttpBody.EMPTY, false));

            assertThat(server.heads.get(0)).containsOnlyOnce("Content-Length: 0\r\n");
        }
    }

    @Test
    void aBodyInMemoryGoesOutWithItsLength() throws Exception {
        byte[] body = bytes(700_000);
        byte[][] got = new byte[1][];
        try (RawServer server = RawServer.answering(c -> {
            got[0] = c.readBody(body.length);
            c.ok("");
        })) {
            send(put(server.url("/"), HttpBody.of(body), "Content-Length", "700000"));
            assertThat(server.heads.get(0)).containsOnlyOnce("Content-Length: 700000\r\n").doesNotContain("chunked");

            assertThat(got[0]).isEqualTo(body);
        }
    }

    @Test
    void aBodyMayGoOutInChunks() throws Exception {
        String[] got = new String[1];
        try (RawServer server = RawServer.answering(c -> {
            got[0] = new String(c.readBody("5\r\nhello\r\n0\r\n\r\n".length()), StandardCharsets.ISO_8859_1);
            c.ok("");
        })) {
            send(put(server.url("/"), HttpBody.of("hello"), "Transfer-Encoding", "chunked"));

            assertThat(server.heads.get(0)).containsOnlyOnce("Transfer-Encoding: chunked\r\n")
                    .doesNotContain("Content-Length");
            assertThat(got[0]).isEqualTo("5\r\nhello\r\n0\r\n\r\n");
        }
    }

    @Test
    void redirectsAreNotFollowedAndCookiesNotKept() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.write("HTTP/1.1 307 T\r\nLocation: http://127.0.0.1:1/\r\n"
                + "Set-Cookie: a=b\r\nContent-Length: 2\r\n\r\nhi"))) {
            HttpSession session = open(DEFAULTS);

            HttpResponse response = session.send(get(server.url("/")));
            session.send(get(server.url("/")));

            assertThat(response.status()).isEqualTo(307);
            assertThat(text(response)).isEqualTo("hi");
            assertThat(response.headers().get("location")).isEqualTo("http://127.0.0.1:1/");
            assertThat(server.heads.get(1)).doesNotContain("Cookie");
        }
    }

    @Test
    void contentIsNotDecoded() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
                + "Content-Length: 3\r\n\r\nraw"))) {
            HttpResponse response = send(get(server.url("/")));

            assertThat(text(response)).isEqualTo("raw");
            assertThat(response.headers().get("Content-Encoding")).isEqualTo("gzip");
            assertThat(response.headers().get("Content-Length")).isEqualTo("3");
        }
    }

    @Test
    void repeatedResponseHeadersAreKept() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.write("HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a: 2\r\nX-Empty:\r\n"
                + "Content-Length: 0\r\n\r\n"))) {
            HttpResponse response = send(get(server.url("/")));

            assertThat(response.headers().all("X-A")).containsExactly("1", "2");
            assertThat(response.headers().get("X-Empty")).isEmpty();
            assertThat(response.url()).isEqualTo(server.url("/"));
        }
    }

    @Test
    void aHeadResponseHasNoBody() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"))) {
            HttpSession session = open(DEFAULTS);
            for (int i = 0; i < 2; i++) {
                HttpResponse response = session.send(
                        new HttpRequest("HEAD", server.url("/"), new HttpHeaders(), HttpBody.EMPTY, false));

                assertThat(response.content()).isEmpty();
                assertThat(response.headers().get("Content-Length")).isEqualTo("1000");
            }
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void interimResponsesAreSkipped() throws Exception {
        try (RawServer server = RawServer.answering(c ->
                c.write("HTTP/1.1 102 P\r\n\r\nHTTP/1.1 103 E\r\nLink: x\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"))) {
            HttpResponse response = send(get(server.url("/")));

            assertThat(response.status()).isEqualTo(200);
            assertThat(text(response)).isEqualTo("hi");
            assertThat(response.headers().contains("Link")).isFalse();
        }
    }
}

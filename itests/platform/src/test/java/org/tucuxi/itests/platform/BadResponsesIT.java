package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.TucuxiException;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.IncompleteReadException;
import org.tucuxi.http.ReadTimeoutException;
import org.tucuxi.http.ResponseTooLargeException;
import org.tucuxi.protocol.ResponseParserException;

/**
 * Whatever the server says or does not say: an exception that tells what and where. Nothing hangs, nothing stays
 * open.
 */
@ExtendWith(PlatformExtension.class)
@Timeout(20)
class BadResponsesIT {

    private static final ClientConfig ONCE = ClientConfig.builder().retries(Map.of("total_max_attempts", 1)).build();

    @Test
    void responseThatIsCut(Lab lab) throws IOException {
        try (LocalServer server = LocalServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<R><Text>")) {
            assertThatThrownBy(() -> lab.client(server, ONCE).call("Echo")).isInstanceOf(HttpClientException.class)
                    .hasMessageContaining(server.url());
        }
    }

    @Test
    void streamThatIsCut(Lab lab) throws IOException {
        try (LocalServer server = LocalServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")) {
            Map<String, Object> result = lab.client(server, ONCE).call("Fetch", Map.of("Name", "n"));

            Throwable e = catchThrowable(() -> ((InputStream) result.get("Body")).readAllBytes());
            assertThat(e).isInstanceOfAny(IncompleteReadException.class, IOException.class, TucuxiException.class);
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Test
    void headThatIsCut(Lab lab) throws IOException {
        try (LocalServer server = LocalServer.saying("HTTP/1.1 200 O")) {
            assertThatThrownBy(() -> lab.client(server, ONCE).call("Echo")).isInstanceOf(HttpClientException.class)
                    .hasMessageContaining(server.url());
        }
    }

    @Test
    void noHttpAtAll(Lab lab) throws IOException {
        try (LocalServer server = LocalServer.saying("SSH-2.0-OpenSSH_9.0\r\n\r\n")) {
            assertThatThrownBy(() -> lab.client(server, ONCE).call("Echo")).isInstanceOf(HttpClientException.class)
                    .hasMessageContaining(server.url());
        }
    }

    @Test
    void responseThatIsTooLarge(Lab lab) throws IOException {
        ClientConfig small = ONCE.merge(ClientConfig.builder().maxBufferedBodyBytes(1000L).build());
        try (LocalServer server = LocalServer.start((out, connection) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes());
            for (int i = 0; i < 100; i++) {
                out.write(("400\r\n" + " ".repeat(1024) + "\r\n").getBytes());
            }
            out.write("0\r\n\r\n".getBytes());
        })) {
            assertThatThrownBy(() -> lab.client(server, small).call("Echo"))
                    .isInstanceOf(ResponseTooLargeException.class)
                    .hasMessageContaining("1000");
        }
    }

    @Test
    void headersThatAreTooLarge(Lab lab) throws IOException {
        ClientConfig small = ONCE.merge(ClientConfig.builder().maxResponseHeaderBytes(2000).build());
        try (LocalServer server = LocalServer.saying("HTTP/1.1 200 OK\r\nX: " + "x".repeat(10_000) + "\r\n\r\n")) {
            assertThatThrownBy(() -> lab.client(server, small).call("Echo"))
                    .isInstanceOf(ResponseTooLargeException.class)
                    .hasMessageContaining("headers").hasMessageContaining(server.url());
        }
    }

    @Test
    void responseThatIsNoXml(Lab lab) {
        Client client = lab.client(Wire.ok().then(200, "{\"json\": true}"));

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining("XML");
    }

    @Test
    void errorThatIsNoXml(Lab lab) {
        Client client = lab.client(Wire.ok().then(400, "plain words"));

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ClientException.class)
                .hasMessageContaining("(400) when calling the Echo operation");
    }

    @Test
    void xmlBomb(Lab lab) {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE R [<!ENTITY a0 \"boom\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        Client client = lab.client(Wire.ok().then(200, bomb + "]><R><Text>&a39;</Text></R>"));

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ResponseParserException.class);
    }

    @Test
    void xmlThatNamesAFile(Lab lab, @TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "content of a local file");
        Client client = lab.client(Wire.ok().then(200, "<?xml version=\"1.0\"?><!DOCTYPE R [<!ENTITY f SYSTEM \""
                + secret.toUri() + "\">]><R><Text>&f;</Text></R>"));

        Throwable e = catchThrowable(() -> assertThat(client.call("Echo").toString()).doesNotContain("local file"));
        assertThat(String.valueOf(e)).doesNotContain("local file");
    }

    @Test
    void xmlOfEndlessDepth(Lab lab) {
        Client client = lab.client(Wire.ok().then(200, "<R>" + "<a>".repeat(200_000)));

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ResponseParserException.class);
    }

    @Test
    void clockThatIsWrong(Lab lab) {
        Client client = lab.client(Wire.ok().then(403, "<Error><Code>RequestTimeTooSkewed</Code>"
                + "<Message>The difference between the request time and the current time is too large.</Message></Error>"));

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ClientException.class)
                .hasMessageContaining("RequestTimeTooSkewed").hasMessageContaining("current time is too large");
    }

    @Test
    void portThatNobodyListensOn(Lab lab) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String url = "http://127.0.0.1:" + port;
        Client client = lab.session().client("lab", ONCE.merge(ClientConfig.builder().endpointUrl(url).build()));

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(EndpointConnectionException.class)
                .hasMessageContaining("Could not connect to the endpoint URL: \"" + url + "/echo\"");
    }

    @Test
    void hostThatDoesNotExist(Lab lab) {
        Client client = lab.session().client("lab", ONCE.merge(ClientConfig.builder().endpointUrl(Lab.ENDPOINT)
                .build()));

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(EndpointConnectionException.class)
                .hasMessageContaining("lab.invalid");
    }

    @Test
    void serverThatSaysNothing(Lab lab) throws IOException {
        ClientConfig impatient = ONCE.merge(ClientConfig.builder().readTimeout(Duration.ofMillis(300)).build());
        try (LocalServer server = LocalServer.silent()) {
            assertThatThrownBy(() -> lab.client(server, impatient).call("Echo"))
                    .isInstanceOf(ReadTimeoutException.class)
                    .hasMessageContaining("Read timeout on endpoint URL: \"" + server.url());
            Platform.await("the connection is given up", () -> server.open() == 0);
        }
    }

    @Test
    void fullDiskUnderADownload(Lab lab) throws IOException {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
        String content = "x".repeat(100_000);
        try (LocalServer server = LocalServer.saying(LocalServer.response("200 OK", content))) {
            Map<String, Object> result = lab.client(server).call("Fetch", Map.of("Name", "n"));

            try (InputStream body = (InputStream) result.get("Body");
                    var out = Files.newOutputStream(full)) {
                assertThatThrownBy(() -> body.transferTo(out)).isInstanceOf(IOException.class);
            }
            Platform.await("the connection is given back", () -> server.open() == 0);
        }
    }
}

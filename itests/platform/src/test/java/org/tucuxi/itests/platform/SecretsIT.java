package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;

/**
 * No secret is ever printed: not in exceptions, not by {@code toString}, not on the standard streams. What is logged is looked at
 * when all tests are over, by {@link PlatformExtension}.
 */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
class SecretsIT {

    private final List<String> shown = new ArrayList<>();

    private void show(Object value) {
        shown.add(String.valueOf(value));
    }

    private void showFailure(Callable<?> action) {
        try {
            show(action.call());
        } catch (Exception e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            shown.add(text.toString());
        }
    }

    private void assertNothingSecret() {
        assertThat(shown).isNotEmpty().allSatisfy(text -> assertThat(text)
                .doesNotContain(Lab.SECRET_KEY).doesNotContain(Lab.TOKEN));
    }

    @Test
    void whatCanBeAskedForIsHarmless(Lab lab) {
        Session session = lab.session();
        Client client = session.client("lab", ClientConfig.builder()
                .credentials(Credentials.of(Lab.ACCESS_KEY, Lab.SECRET_KEY, Lab.TOKEN)).build());

        show(session);
        show(client);
        show(client.meta());
        show(client.meta().config());
        show(session.configuration());
        show(session.credentials());
        show(session.credentials().orElseThrow().freeze());
        show(session.credentialResolver());
        show(lab.builder());
        show(ClientConfig.builder().credentials(Credentials.of(Lab.ACCESS_KEY, Lab.SECRET_KEY, Lab.TOKEN)).build());
        show(lab.platform().factory().sessions());

        assertNothingSecret();
    }

    @Test
    void eventsShowNothingSecret(Lab lab) {
        Wire wire = Wire.ok().then(500, "").then(400, "<Error><Code>C</Code></Error>");
        Client client = lab.client(wire);
        EventHandler<Event<Object>, Object> look = event -> {
            show(event);
            event.arguments().forEach((name, value) -> show(name + '=' + value));
            return null;
        };
        client.meta().events().register("*", look);

        showFailure(() -> client.call("Echo", Map.of("Text", "t")));

        String authorization = wire.last().headers().get("Authorization");
        String signature = authorization.substring(authorization.indexOf("Signature=") + 10);
        assertThat(signature).hasSizeGreaterThan(30);
        assertNothingSecret();
        assertThat(shown).noneMatch(text -> text.contains(signature));
    }

    @Test
    void failuresShowNothingSecret(Lab lab) throws Exception {
        ClientConfig once = ClientConfig.builder().retries(Map.of("total_max_attempts", 1)).build();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (LocalServer cut = LocalServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
                LocalServer broken = LocalServer.saying("nonsense\r\n\r\n")) {
            showFailure(() -> lab.client(cut, once).call("Echo"));
            showFailure(() -> lab.client(broken, once).call("Echo"));
            showFailure(() -> lab.session().client("lab", once.merge(
                    ClientConfig.builder().endpointUrl(Lab.ENDPOINT).build())).call("Echo"));
            showFailure(() -> lab.client(Wire.ok().then(200, "<cut")).call("Echo"));
            showFailure(() -> lab.client(Wire.ok().then(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>"))
                    .call("Echo"));
            showFailure(() -> lab.client(Wire.ok()).call("Echo", Map.of("Text", 5)));
            showFailure(() -> lab.session().client("lab", ClientConfig.builder().credentials(
                    Credentials.of("bad\nkey", Lab.SECRET_KEY, Lab.TOKEN)).build()).call("Echo"));
            showFailure(() -> lab.session().client("lab", once.merge(ClientConfig.builder()
                    .endpointUrl("http://127.0.0.1:1")
                    .proxies(Map.of("http", "http://user:" + Lab.SECRET_KEY + "@127.0.0.1:1")).build())).call("Echo"));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        shown.add(printed.toString(StandardCharsets.UTF_8));

        assertNothingSecret();
    }
}

package org.tucuxi.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tucuxi.CallOptions;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.client.VirtualPlatform;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.itests.faults.Fault.Kind;
import org.tucuxi.transport.JettyTransport;

/** The same sequences of faults end as in botocore, which {@code sequences.py} recorded, with the same pauses. */
@Timeout(60)
class ReferenceSequencesTest {

    private static final String CALL = "reference";

    private static List<Path> models;
    private static FaultServer server;
    private static JettyTransport transport;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        models = Models.folders(folder);
        server = new FaultServer();
        transport = new JettyTransport();
    }

    @AfterAll
    static void stop() throws IOException {
        transport.deactivate();
        server.close();
    }

    static Stream<String> sequences() throws IOException {
        try (InputStream in = ReferenceSequencesTest.class.getResourceAsStream("sequences.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList().stream();
        }
    }

    private static final class Draws {
        private int count;

        private double next() {
            count++;
            return (count * 37 + 11) % 101 / 101.0;
        }
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void endAsTheReferenceDoes(String line) {
        String[] columns = line.split("\t", -1);
        Mode mode = columns[0].equals("new") ? Mode.NEW_RETRIES : Mode.valueOf(columns[0].toUpperCase(java.util.Locale.ROOT));
        Target target = Target.ALL.stream().filter(one -> one.toString().equals(columns[1])).findFirst().orElseThrow();
        Draws draws = new Draws();
        VirtualTime time = new VirtualTime();
        try (VirtualPlatform platform = new VirtualPlatform(time, transport, Map.of(mode.option, mode.with(draws::next, time)));
                Session session = platform.factory().builder().region("us-east-1").dataPath(models.toArray(Path[]::new))
                        .credentials(Credentials.of("AKIDEXAMPLE", "fault-secret")).build()) {
            EventHandler<BeforeCall, BeforeCall.Answer> naming = event -> {
                event.params().headers().put(FaultServer.CALL, CALL);
                return null;
            };
            session.events().register("before-call", naming);
            Client client = session.client(target.service(), config(mode, Integer.parseInt(columns[2]), line.contains("stalled")));
            for (int i = 3; i < columns.length; i++) {
                call(client, target, time, columns[i], "call " + (i - 2));
                time.pass(Duration.ofMillis(300));
            }
        }
    }

    private static ClientConfig config(Mode mode, int limit, boolean stalls) {
        Map<String, Object> retries =
                limit == 0 ? Map.of("mode", mode.option) : Map.of("mode", mode.option, "total_max_attempts", limit);
        return ClientConfig.builder().endpointUrl(server.url())
                .readTimeout(stalls ? Duration.ofMillis(80) : Duration.ofMinutes(1)).retries(retries).build();
    }

    private static void call(Client client, Target target, VirtualTime time, String column, String name) {
        String[] sides = column.split(" -> ", -1);
        String[] expected = sides[1].split(",", -1);
        FaultServer.Script script = server.expect(CALL, target, faults(sides[0]), time.now());

        Seen seen = Seen.of(client, target, CallOptions.NONE);

        assertThat(seen.ending()).as(name).isEqualTo(expected[0]);
        assertThat(script.requests()).as(name).hasSize(Integer.parseInt(expected[1]));
        List<Double> pauses = new ArrayList<>();
        time.takePauses().forEach(pause -> pauses.add(pause.toNanos() / 1e9));
        assertPauses(pauses, expected[2], name);
        assertThat(time.takeHeld().toNanos() / 1e9).as(name).isCloseTo(Double.parseDouble(expected[3]), within(1e-5));
        assertThat((seen.says("MaxAttemptsReached") ? "M" : "") + (seen.says("RetryQuotaReached") ? "Q" : "")).as(name)
                .isEqualTo(expected[4]);
    }

    private static void assertPauses(List<Double> seen, String column, String name) {
        // A pause of no time is none.
        List<Double> expected = column.isEmpty() ? List.of()
                : Stream.of(column.split(" ")).map(Double::valueOf).filter(pause -> pause > 0).toList();
        assertThat(seen).as(name).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(seen.get(i)).as(name).isCloseTo(expected.get(i), within(1e-8));
        }
    }

    private static List<Fault> faults(String column) {
        return column.isBlank() ? List.of() : Stream.of(column.trim().split(" ")).map(ReferenceSequencesTest::fault).toList();
    }

    private static Fault fault(String token) {
        return switch (token) {
            case "closed" -> Fault.of(Kind.CLOSE);
            case "stalled" -> Fault.of(Kind.STALL);
            case "crc32" -> Fault.of(Kind.WRONG_CRC32);
            default -> {
                String[] answerAndAfter = token.split("@", -1);
                String[] statusAndCode = answerAndAfter[0].split(":", -1);
                Fault answer = Fault.answer(Integer.parseInt(statusAndCode[0]),
                        statusAndCode.length == 1 ? null : statusAndCode[1]);
                yield answerAndAfter.length == 1 ? answer : answer.retryAfterMillis(answerAndAfter[1]);
            }
        };
    }
}

package org.tucuxi.itests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.ResponseParserException;
import org.tucuxi.protocols.Ec2Protocol;
import org.tucuxi.protocols.JsonProtocol;
import org.tucuxi.protocols.QueryProtocol;
import org.tucuxi.protocols.RestJsonProtocol;
import org.tucuxi.protocols.RestXmlProtocol;
import org.tucuxi.protocols.RpcV2CborProtocol;

/** The attacks that are known: what each comes to, in little stack, memory and time. */
class HostileInputTest {

    @TempDir
    static Path folder;

    private static Lab lab;

    @BeforeAll
    static void loadModels() {
        lab = new Lab(folder);
    }

    @TestFactory
    Stream<DynamicTest> json() {
        return tests(JsonProtocol.NAME, HostileJson.ALL);
    }

    @TestFactory
    Stream<DynamicTest> restJson() {
        return tests(RestJsonProtocol.NAME, HostileJson.ALL);
    }

    @TestFactory
    Stream<DynamicTest> restXml() {
        return tests(RestXmlProtocol.NAME, HostileXml.ALL);
    }

    @TestFactory
    Stream<DynamicTest> ec2() {
        return tests(Ec2Protocol.NAME, HostileXml.ALL);
    }

    @TestFactory
    Stream<DynamicTest> query() {
        return tests(QueryProtocol.NAME, HostileXml.ALL);
    }

    @TestFactory
    Stream<DynamicTest> cbor() {
        return tests(RpcV2CborProtocol.NAME, HostileCbor.ALL);
    }

    @TestFactory
    Stream<DynamicTest> eventStreams() {
        return tests(RestJsonProtocol.NAME, HostileFrames.ALL);
    }

    @TestFactory
    Stream<DynamicTest> heads() {
        return HostileHeads.ALL.stream().map(head -> DynamicTest.dynamicTest(RestJsonProtocol.NAME + ": " + head.name(),
                () -> check(RestJsonProtocol.NAME, new Hostile(head.name(), "Heads", Corpus.text("{}"), head.outcome()),
                        head.headers(), 200)));
    }

    /** An error is worth more than a complaint about its body: only forms, whose errors are all in the body,
            have none then. */
    @TestFactory
    Stream<DynamicTest> errors() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String protocol : Lab.PROTOCOLS.keySet()) {
            boolean isForm = protocol.equals(QueryProtocol.NAME) || protocol.equals(Ec2Protocol.NAME);
            List<Hostile> attacks = protocol.equals(RpcV2CborProtocol.NAME) ? HostileCbor.ALL
                    : protocol.contains("json") ? HostileJson.ALL : HostileXml.ALL;
            for (Hostile attack : attacks) {
                tests.add(DynamicTest.dynamicTest(protocol + ": " + attack.name(), () -> {
                    Throwable thrown = run(protocol, attack, new HttpHeaders(), 400);
                    if (thrown != null) {
                        assertThat(isForm).as("may be refused, not so: " + thrown).isTrue();
                        assertThat(thrown.getMessage())
                                .startsWith("Unable to parse response of Lab Everything: "
                                        + "the response has HTTP status 400");
                    }
                }));
            }
        }
        return tests.stream();
    }

    private static Stream<DynamicTest> tests(String protocol, List<Hostile> attacks) {
        return attacks.stream().map(attack -> DynamicTest.dynamicTest(protocol + ": " + attack.name(),
                () -> check(protocol, attack, new HttpHeaders(), 200)));
    }

    private static void check(String protocol, Hostile attack, HttpHeaders headers, int status) throws Exception {
        Throwable thrown = run(protocol, attack, headers, status);

        if (attack.outcome() == null) {
            assertThat(thrown).isNull();
            return;
        }
        assertThat(thrown).isInstanceOf(ResponseParserException.class);
        String message = thrown.getMessage();
        String expected = "Unable to parse response of Lab " + attack.operation() + attack.outcome();
        boolean isInWrapper = protocol.equals(QueryProtocol.NAME);
        assertThat(message).startsWith(isInWrapper ? expected.replaceFirst(" at byte [0-9]+$", "") : expected);
    }

    /** What is thrown; whatever it is, it was bounded. */
    private static Throwable run(String protocol, Hostile attack, HttpHeaders headers, int status) throws Exception {
        OperationModel operation = lab.lab(protocol).operation(attack.operation());
        boolean isWrapped = protocol.equals(QueryProtocol.NAME) && status == 200;
        Attempt attempt = ResponseTarget.attempt(operation, lab.codec(operation), status, headers,
                isWrapped ? wrapped(attack.body()) : attack.body(), operation.hasEventStreamOutput());
        Judge.Verdict[] verdict = new Judge.Verdict[1];
        Watch.Overdue overdue = new Watch().run(watch -> verdict[0] = watch.judge(attempt));
        if (overdue != null) {
            fail("takes too long", overdue.place());
        }
        if (verdict[0].problem() != null) {
            fail(verdict[0].problem(), verdict[0].thrown());
        }
        return verdict[0].thrown();
    }

    /** A result of the query protocol is one level deeper: the root of the attack becomes the wrapper. */
    private static byte[] wrapped(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 3), StandardCharsets.ISO_8859_1);
        if (!start.startsWith("<a>")) {
            return body;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Corpus.text("<r><EverythingResult>"));
        boolean isWhole = body.length > 4 && new String(body, body.length - 4, 4,
                StandardCharsets.ISO_8859_1).equals("</a>");
        out.writeBytes(Arrays.copyOfRange(body, 3, isWhole ? body.length - 4 : body.length));
        if (isWhole) {
            out.writeBytes(Corpus.text("</EverythingResult></r>"));
        }
        return out.toByteArray();
    }
}

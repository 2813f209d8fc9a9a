package org.tucuxi.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tucuxi.ClientConfig;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.signing.Signer;

/** Requests that are hard to sign come out as in the reference; src/test/python/signatures.py made the fixture. */
class ReferenceSignaturesTest {

    @TestFactory
    Stream<DynamicTest> signsAsTheReferenceDoes() throws IOException {
        return cases().stream().map(c -> DynamicTest.dynamicTest(c.one("version") + ": " + c.one("case"), () -> {
            AwsRequest request = c.request();

            var steps = c.algorithm().explain(request, c.scope(request), Requests.NOW);

            assertThat(steps.canonicalRequest()).isEqualTo(c.one("canonical"));
            assertThat(steps.authorization()).isEqualTo(c.one("authorization"));
        }));
    }

    private static List<Case> cases() throws IOException {
        String fixture;
        try (var in = ReferenceSignaturesTest.class.getResourceAsStream("/signatures.txt")) {
            fixture = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Case> cases = new ArrayList<>();
        for (String block : fixture.split("\n\n")) {
            Map<String, List<String>> lines = new HashMap<>();
            for (String line : block.split("\n")) {
                int space = line.indexOf(' ');
                lines.computeIfAbsent(line.substring(0, space), key -> new ArrayList<>())
                        .add(line.substring(space + 1).translateEscapes());
            }
            cases.add(new Case(lines));
        }
        assertThat(cases).hasSizeGreaterThan(40);
        return cases;
    }

    private record Case(Map<String, List<String>> lines) {

        String one(String key) {
            return lines.containsKey(key) ? lines.get(key).get(0) : null;
        }

        SigV4 algorithm() {
            return one("version").equals("s3v4") ? SigV4.s3() : SigV4.generic();
        }

        Signer.Scope scope(AwsRequest request) {
            var who = new FrozenCredentials("AKIDEXAMPLE", Requests.SECRET, one("token"), null);
            return new Signer.Scope(one("version"), who, "us-east-1", "service", request.context());
        }

        AwsRequest request() {
            HttpHeaders headers = new HttpHeaders();
            pairs("header").forEach(pair -> headers.add(pair[0], pair[1]));
            HttpBody body = one("body") == null ? HttpBody.EMPTY : one("streaming") == null ? HttpBody.of(one("body"))
                    : HttpBody.streamOf(one("body").getBytes(StandardCharsets.UTF_8));
            AwsRequest request =
                    new AwsRequest(one("method"), one("url"), headers, body, null, false, new HashMap<>());
            pairs("param").forEach(pair -> request.params().put(pair[0], pair[1]));
            if (one("unsigned") != null) {
                request.context().put("payload_signing_enabled", false);
            }
            if (one("streaming") != null) {
                request.context().put("has_streaming_input", true);
            }
            pairs("checksum").forEach(pair -> request.context().put("checksum",
                    Map.of("request_algorithm", Map.of("algorithm", "crc32", "in", pair[0], "name", pair[1]))));
            if (one("configured") != null) {
                request.context().put("client_config", ClientConfig.builder()
                        .s3(Map.of("payload_signing_enabled", Boolean.valueOf(one("configured")))).build());
            }
            return request;
        }

        private List<String[]> pairs(String key) {
            return lines.getOrDefault(key, List.of()).stream().map(line -> line.split(":", 2)).toList();
        }
    }
}

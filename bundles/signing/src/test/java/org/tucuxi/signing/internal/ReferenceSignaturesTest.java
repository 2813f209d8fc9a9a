package org.tucuxi.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tucuxi.ClientConfig;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.signing.Signer;

/** Requests that are hard to sign come out as in the reference; src/test/python/signatures.py made the fixture. */
class ReferenceSignaturesTest {

    @TestFactory
    Stream<DynamicTest> signsAsTheReferenceDoes() throws IOException {
        List<FixtureCase> cases = FixtureCase.read("/signatures.txt");
        assertThat(cases).hasSizeGreaterThan(40);
        return cases.stream().map(Case::new).map(c -> DynamicTest.dynamicTest(c.fixture().toString(), () -> {
            AwsRequest request = c.request();

            var steps = c.algorithm().explain(request, c.scope(request), Requests.NOW);

            assertThat(steps.canonicalRequest()).isEqualTo(c.one("canonical"));
            assertThat(steps.authorization()).isEqualTo(c.one("authorization"));
        }));
    }

    private record Case(FixtureCase fixture) {

        String one(String key) {
            return fixture.one(key);
        }

        SigV4 algorithm() {
            return one("version").equals("s3v4") ? SigV4.s3() : SigV4.generic();
        }

        Signer.Scope scope(AwsRequest request) {
            return new Signer.Scope(one("version"), fixture.credentials(), "us-east-1", "service", request.context());
        }

        AwsRequest request() {
            HttpHeaders headers = new HttpHeaders();
            fixture.pairs("header").forEach(pair -> headers.add(pair[0], pair[1]));
            HttpBody body = one("body") == null ? HttpBody.EMPTY : one("streaming") == null ? HttpBody.of(one("body"))
                    : HttpBody.streamOf(one("body").getBytes(StandardCharsets.UTF_8));
            AwsRequest request =
                    new AwsRequest(one("method"), one("url"), headers, body, null, false, new HashMap<>());
            fixture.pairs("param").forEach(pair -> request.params().put(pair[0], pair[1]));
            if (one("unsigned") != null) {
                request.context().put("payload_signing_enabled", false);
            }
            if (one("streaming") != null) {
                request.context().put("has_streaming_input", true);
            }
            fixture.pairs("checksum").forEach(pair -> request.context().put("checksum",
                    Map.of("request_algorithm", Map.of("algorithm", "crc32", "in", pair[0], "name", pair[1]))));
            if (one("configured") != null) {
                request.context().put("client_config", ClientConfig.builder()
                        .s3(Map.of("payload_signing_enabled", Boolean.valueOf(one("configured")))).build());
            }
            return request;
        }
    }
}

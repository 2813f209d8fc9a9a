package org.tucuxi.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tucuxi.TucuxiException;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.NoCredentialsException;
import org.tucuxi.endpoint.NoRegionException;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.UnseekableStreamException;
import org.tucuxi.signing.Signer;

class SigV4Test {

    private static final String VANILLA = "AWS4-HMAC-SHA256"
            + " Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date,"
            + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
    private static final String MILLION_A = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

    private final SigV4 v4 = SigV4.generic();
    private final SigV4 s3 = SigV4.s3();

    @Test
    void signsTheSimplestRequest() {
        AwsRequest request = Requests.get("https://example.amazonaws.com/");

        sign(v4, request);

        assertThat(request.headers().get("Authorization")).isEqualTo(VANILLA);
        assertThat(request.headers().get("X-Amz-Date")).isEqualTo("20150830T123600Z");
        assertThat(request.context()).containsEntry("timestamp", "20150830T123600Z");
    }

    @Test
    void signingAgainGivesTheSameSignature() {
        AwsRequest request = Requests.get("https://example.amazonaws.com/");

        sign(v4, request);
        sign(v4, request);

        assertThat(request.headers().get("Authorization")).isEqualTo(VANILLA);
    }

    @Test
    void signsByTheServicesClockWhereItIsKnownToDiffer() {
        AwsRequest request = Requests.get("https://example.amazonaws.com/");
        request.context().put(Signer.CLOCK_OFFSET, Duration.ofMinutes(-36));

        sign(v4, request);

        assertThat(request.headers().get("X-Amz-Date")).isEqualTo("20150830T120000Z");
        assertThat(request.headers().get("Authorization")).isNotEqualTo(VANILLA);
    }

    @Test
    void aLaterAttemptIsSignedWithItsOwnTime() {
        AwsRequest request = Requests.get("https://example.amazonaws.com/");
        sign(v4, request);

        v4.sign(request, Requests.scope("v4", request.context()), Requests.NOW.plus(Duration.ofDays(1)));

        assertThat(request.headers().all("X-Amz-Date")).containsExactly("20150831T123600Z");
        assertThat(request.headers().get("Authorization")).contains("/20150831/").isNotEqualTo(VANILLA);
    }

    @Test
    void explainLeavesTheRequestAsItIs() {
        AwsRequest request = Requests.get("https://example.amazonaws.com/");

        SigV4.Steps steps = v4.explain(request, Requests.scope("v4", request.context()), Requests.NOW);

        assertThat(steps.authorization()).isEqualTo(VANILLA);
        assertThat(steps.stringToSign()).startsWith("AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/service/");
        assertThat(request.headers().isEmpty()).isTrue();
        assertThat(request.context()).isEmpty();
    }

    @Test
    void aDateHeaderIsRefreshedAndSignedInsteadOfXAmzDate() {
        AwsRequest request = Requests.get("https://example.amazonaws.com/");
        request.headers().put("Date", "Mon, 01 Jan 2001 00:00:00 GMT").put("X-Amz-Date", "20010101T000000Z");

        sign(v4, request);

        assertThat(request.headers().get("Date")).isEqualTo("Sun, 30 Aug 2015 12:36:00 GMT");
        assertThat(request.headers().contains("X-Amz-Date")).isFalse();
        assertThat(request.headers().get("Authorization")).contains("SignedHeaders=date;host,");
    }

    @Test
    void aRotatedSecretIsUsedAtOnce() {
        AwsRequest request = Requests.get("https://example.amazonaws.com/");
        sign(v4, request);
        var rotated = new FrozenCredentials("AKIDEXAMPLE", "another", null, null);

        v4.sign(request, new Signer.Scope("v4", rotated, "us-east-1", "service", request.context()), Requests.NOW);

        assertThat(request.headers().get("Authorization")).isNotEqualTo(VANILLA);
    }

    @Test
    void aStreamIsHashedInPiecesOfOneMebibyteAndCanBeReadAgain() throws IOException {
        Pieces body = new Pieces(1_000_000, true);
        AwsRequest request = Requests.of("PUT", "http://b.s3.amazonaws.com/k", body);

        sign(s3, request);

        assertThat(request.headers().get("X-Amz-Content-SHA256")).isEqualTo(MILLION_A);
        assertThat(body.largestRead).isLessThanOrEqualTo(1024 * 1024);
        assertThat(body.closed).isTrue();
        assertThat(body.open().readAllBytes()).hasSize(1_000_000);
    }

    @Test
    void aBodyThatCanBeReadOnceCannotBeHashed() {
        AwsRequest request = Requests.of("PUT", "http://b.s3.amazonaws.com/k", new Pieces(10, false));

        assertThatThrownBy(() -> sign(s3, request)).isInstanceOf(UnseekableStreamException.class)
                .hasMessageContaining("read only once").hasMessageContaining("HttpBody that is repeatable");
    }

    @Test
    void aBodyThatCanBeReadOnceNeedNotBeHashedWithATrailer() {
        AwsRequest request = Requests.of("PUT", "https://b.s3.amazonaws.com/k", new Pieces(10, false));
        request.context().put("checksum", Map.of("request_algorithm", Map.of("in", "trailer")));

        sign(s3, request);

        assertThat(request.headers().get("X-Amz-Content-SHA256")).isEqualTo("STREAMING-UNSIGNED-PAYLOAD-TRAILER");
    }

    @Test
    void aBodyThatCannotBeReadSaysSo() {
        HttpBody broken = new Pieces(10, true) {
            @Override
            public InputStream open() throws IOException {
                throw new IOException("disk on fire");
            }
        };

        assertThatThrownBy(() -> sign(v4, Requests.of("PUT", "https://example.com/", broken)))
                .isInstanceOf(TucuxiException.class).hasMessageContaining("disk on fire");
    }

    @Test
    void withoutCredentialsItSaysHowToGiveThem() {
        AwsRequest request = Requests.get("https://example.com/");

        assertThatThrownBy(() -> v4.sign(request, new Signer.Scope("v4", null, "us-east-1", "s", request.context()),
                Requests.NOW)).isInstanceOf(NoCredentialsException.class)
                .hasMessageStartingWith("Unable to locate credentials").hasMessageContaining("AWS_ACCESS_KEY_ID");
    }

    @Test
    void withoutARegionItCannotSign() {
        AwsRequest request = Requests.get("https://example.com/");

        assertThatThrownBy(() -> v4.sign(request, new Signer.Scope("v4", Requests.WHO, null, "s", request.context()),
                Requests.NOW)).isInstanceOf(NoRegionException.class);
    }

    @Test
    void manyThreadsGetTheSignaturesThatOneGets() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var tasks = IntStream.range(0, 200).<Callable<String>>mapToObj(i -> () -> {
                AwsRequest request = Requests.get("https://example.amazonaws.com/" + i % 7);
                sign(v4, request);
                return i % 7 + request.headers().get("Authorization");
            }).toList();
            var signatures = new HashSet<String>();
            for (var future : pool.invokeAll(tasks)) {
                signatures.add(future.get());
            }

            assertThat(signatures).hasSize(7);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void sign(SigV4 algorithm, AwsRequest request) {
        algorithm.sign(request, Requests.scope("v4", request.context()), Requests.NOW);
    }

    /** A stream of the letter a. */
    private static class Pieces implements HttpBody {
        private final int length;
        private final boolean repeatable;
        private int largestRead;
        private boolean closed;

        Pieces(int length, boolean repeatable) {
            this.length = length;
            this.repeatable = repeatable;
        }

        @Override
        public long length() {
            return -1;
        }

        @Override
        public boolean isRepeatable() {
            return repeatable;
        }

        @Override
        public InputStream open() throws IOException {
            return new ByteArrayInputStream("a".repeat(length).getBytes(StandardCharsets.US_ASCII)) {
                @Override
                public synchronized int read(byte[] b, int off, int len) {
                    largestRead = Math.max(largestRead, len);
                    return super.read(b, off, len);
                }

                @Override
                public void close() {
                    closed = true;
                }
            };
        }
    }
}

package org.tucuxi.services.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.BeforeSign;
import org.tucuxi.http.HttpBody;
import org.tucuxi.signing.Signer;

class SendingHandlersTest {

    private static final HttpBody STREAM = HttpBody.streamOf(new byte[] {1});

    private static String expect(String operation, HttpBody body, String noEmpty) {
        BeforeCall event = Events.call(operation, body);
        assertThat(new ExpectContinue(name -> name.equals(ExpectContinue.NO_EMPTY) ? noEmpty
                : null).handle(event)).isNull();
        return event.params().headers().get("Expect");
    }

    @Test
    void asksBeforeAStreamIsUploaded() {
        assertThat(expect("PutObject", STREAM, null)).isEqualTo("100-continue");
        assertThat(expect("PutObject", HttpBody.streamOf(new byte[0]), null)).isEqualTo("100-continue");
        assertThat(expect("SelectObjectContent", STREAM, null)).isEqualTo("100-continue");
    }

    @Test
    void doesNotAskForBytesNorForReading() {
        assertThat(expect("PutObject", HttpBody.EMPTY, null)).isNull();
        assertThat(expect("PutBucketTagging", HttpBody.of("<x/>"), null)).isNull();
        assertThat(expect("GetObject", STREAM, null)).isNull();
    }

    @Test
    void doesNotAskForAnEmptyStreamWhenTheEnvironmentSaysSo() {
        assertThat(expect("PutObject", HttpBody.streamOf(new byte[0]), "True")).isNull();
        assertThat(expect("PutObject", STREAM, "true")).isEqualTo("100-continue");
    }

    @Test
    void keepsLineBreaksOfKeys() {
        BeforeCall event = Events.call("DeleteObjects", HttpBody.of("<Key>a\rb\nc</Key>"));

        new XmlLineBreaks().handle(event);

        assertThat(new String(event.params().body().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("<Key>a&#xD;b&#xA;c</Key>");
    }

    @Test
    void leavesABodyWithoutLineBreaks() {
        HttpBody body = HttpBody.of("<Key>a</Key>");
        BeforeCall event = Events.call("DeleteObjects", body);

        new XmlLineBreaks().handle(event);

        assertThat(event.params().body()).isSameAs(body);
    }

    private static String signedPath(String authPath) {
        BeforeSign event = Events.sign(authPath, "s3", Map.of());
        new ArnSigningPath().handle(event);
        return event.request().authPath();
    }

    @Test
    void signsNoArnInThePath() {
        assertThat(signedPath("/arn%3Aaws%3As3%3Aus-west-2%3A123456789012%3Aaccesspoint%3Aap/key/x"))
                .isEqualTo("/key/x");
        assertThat(signedPath("/bucket/arn%3Aaws%3As3%3Aa%3Ab%3Ac")).isEqualTo("/bucket/arn%3Aaws%3As3%3Aa%3Ab%3Ac");
        assertThat(signedPath("/arn%3Aonly/key")).isEqualTo("/arn%3Aonly/key");
        assertThat(signedPath(null)).isNull();
    }

    private static String contentHash(String version, String place) {
        BeforeSign event = Events.sign(null, version, Map.of("checksum", Map.of("request_algorithm",
                Map.of("algorithm", "crc32", "in", place, "name", "x-amz-checksum-crc32"))));
        new UnsignedTrailer().handle(event);
        return event.request().headers().get("X-Amz-Content-SHA256");
    }

    @Test
    void announcesTheTrailerOfAnAnonymousUpload() {
        assertThat(contentHash(Signer.UNSIGNED, "trailer")).isEqualTo("STREAMING-UNSIGNED-PAYLOAD-TRAILER");
        assertThat(contentHash(Signer.UNSIGNED, "header")).isNull();
        assertThat(contentHash("s3v4", "trailer")).isNull();
    }

    @Test
    void sendsAnAnonymousRequestWithoutChecksumAsItIs() {
        BeforeSign event = Events.sign(null, Signer.UNSIGNED, Map.of());

        new UnsignedTrailer().handle(event);

        assertThat(event.request().headers().isEmpty()).isTrue();
    }
}

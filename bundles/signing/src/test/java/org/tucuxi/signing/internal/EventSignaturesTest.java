package org.tucuxi.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.eventstream.EventSigner;
import org.tucuxi.eventstream.EventStreamBody;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpBody;
import org.tucuxi.signing.Signer;

/** Signatures of events, compared with published ones and with src/test/python/events.py. */
class EventSignaturesTest {

    /** The values of the test of aws-sigv4 (Rust): its key, its time, its message and the signature before it. */
    private static final Signer.Scope SCOPE = new Signer.Scope("v4",
            new FrozenCredentials("fake access key", "fake secret key", null, null), "us-east-1", "testservice",
            Map.of());
    private static final Clock CLOCK =
            Clock.fixed(Instant.ofEpochSecond(123_456_789, 1234), ZoneOffset.UTC);
    private static final HexFormat HEX = HexFormat.of();
    /** {@code :date}, type 8, in milliseconds. */
    private static final byte[] DATE = HEX.parseHex("053a64617465080000001cbe991a08");
    /** A frame with the header some-header: value and the payload "test payload". */
    private static final byte[] MESSAGE = HEX.parseHex("0000003000000014ded9b3920b736f6d652d68656164657207000576"
            + "616c756574657374207061796c6f6164");

    private static EventSignatures signer() throws Exception {
        byte[] before = MessageDigest.getInstance("SHA-256")
                .digest("last message sts".getBytes(StandardCharsets.UTF_8));
        return new EventSignatures(SCOPE, new SigningKeys(), CLOCK, before);
    }

    private static String sign(EventSignatures signer, byte[] payload) {
        return HEX.formatHex(signer.sign(signer.now(), ByteBuffer.wrap(DATE), ByteBuffer.wrap(payload)));
    }

    @Test
    void aFrameIsSignedAsElsewhere() throws Exception {
        assertThat(sign(signer(), message()))
                .isEqualTo("1ea04a4f6becd85ae3e38e379ffaf4bb95042603f209512476cc6416868b31ee");
    }

    @Test
    void eachSignatureCoversTheOneBefore() throws Exception {
        EventSignatures signer = signer();

        String first = sign(signer, message());
        String second = sign(signer, message());

        assertThat(second).isEqualTo("cdf8db3d9fcfa667ee48cd60b17de0a280042c0b93c3ec540b636e34a67bb874")
                .isNotEqualTo(first);
        assertThat(sign(signer, new byte[0]))
                .isEqualTo("1a20984116e27e12988ecd69a2793f662f56efda1c2cb8ef4fe22af8982ec943");
    }

    @Test
    void theTimeHasWholeSeconds() throws Exception {
        assertThat(signer().now()).isEqualTo(Instant.ofEpochSecond(123_456_789));
    }

    @Test
    void whatTheCallerGetsIsItsOwn() throws Exception {
        EventSignatures signer = signer();
        byte[] signature = signer.sign(signer.now(), ByteBuffer.wrap(DATE), ByteBuffer.wrap(message()));

        Arrays.fill(signature, (byte) 0);

        assertThat(sign(signer, message()))
                .isEqualTo("cdf8db3d9fcfa667ee48cd60b17de0a280042c0b93c3ec540b636e34a67bb874");
    }

    @Test
    void aRequestWithEventsSaysSoAndHandsItsSignatureOn() {
        Events events = new Events();
        AwsRequest request = Requests.of("POST", "https://host.example/talk", events);

        SigV4.generic().sign(request, Requests.scope("v4", Map.of()), Requests.NOW);

        assertThat(request.headers().get("X-Amz-Content-SHA256")).isEqualTo("STREAMING-AWS4-HMAC-SHA256-EVENTS");
        assertThat(request.body()).isSameAs(Events.SIGNED);
        assertThat(events.opened).isFalse();
        String authorization = request.headers().get("Authorization");
        assertThat(authorization).contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date")
                .endsWith("Signature=cbe2fcc25f5e0347a523f4aa4552e786786da08c010fa14de032073232156f1b");
        byte[] seed = HEX.parseHex(authorization.substring(authorization.length() - 64));
        EventSignatures expected = new EventSignatures(Requests.scope("v4", Map.of()), new SigningKeys(),
                Clock.fixed(Requests.NOW, ZoneOffset.UTC), seed);
        assertThat(HEX.formatHex(events.signer.sign(Requests.NOW, ByteBuffer.wrap(DATE), ByteBuffer.wrap(DATE))))
                .isEqualTo(sign(expected, DATE));
    }

    private static byte[] message() {
        byte[] whole = new byte[MESSAGE.length + 4];
        CRC32 crc = new CRC32();
        crc.update(MESSAGE);
        ByteBuffer.wrap(whole).put(MESSAGE).putInt((int) crc.getValue());
        return whole;
    }

    private static final class Events implements EventStreamBody {
        private static final HttpBody SIGNED = HttpBody.of("signed");
        private EventSigner signer;
        private boolean opened;

        @Override
        public HttpBody signedBy(EventSigner given) {
            signer = given;
            return SIGNED;
        }

        @Override
        public long length() {
            return -1;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public InputStream open() {
            opened = true;
            return InputStream.nullInputStream();
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}

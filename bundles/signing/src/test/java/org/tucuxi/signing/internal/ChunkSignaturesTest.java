package org.tucuxi.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.ClientConfig;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.http.AwsChunkedBody;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.ChunkSigner;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.UnseekableStreamException;
import org.tucuxi.signing.Signer;

/**
 * The numbers are those of the worked examples in the Amazon S3 API Reference, on chunked uploads without and with
 * trailers.
 */
class ChunkSignaturesTest {

    static final FrozenCredentials WHO =
            new FrozenCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", null, null);

    private static final Instant NOW = Instant.parse("2013-05-24T00:00:00Z");
    private static final byte[] OBJECT = new byte[66_560];
    private static final int FIRST = 65_536;
    private static final int REST = 1024;

    static {
        Arrays.fill(OBJECT, (byte) 'a');
    }

    private final SigV4Signer signer = new SigV4Signer(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void chunksAreSignedAsInTheDocumentation() {
        ChunkSigner chunks = chunks("4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");

        assertThat(chunks.chunk(OBJECT, 0, FIRST))
                .isEqualTo("ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648");
        assertThat(chunks.chunk(OBJECT, FIRST, REST))
                .isEqualTo("0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497");
        assertThat(chunks.chunk(OBJECT, 0, 0))
                .isEqualTo("b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
    }

    @Test
    void trailersAreSignedAsInTheDocumentation() {
        ChunkSigner chunks = chunks("106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e");

        assertThat(chunks.chunk(OBJECT, 0, FIRST))
                .isEqualTo("b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2");
        assertThat(chunks.chunk(OBJECT, FIRST, REST))
                .isEqualTo("1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7");
        assertThat(chunks.chunk(OBJECT, 0, 0))
                .isEqualTo("2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992");
        assertThat(chunks.trailer("x-amz-checksum-crc32c:sOO8/Q==\n".getBytes()))
                .isEqualTo("d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435");
        assertThat(chunks.length()).isEqualTo(64);
    }

    @Test
    void theRequestOfTheDocumentationIsSignedAsTheSeed() {
        AwsRequest put = put("http", once(OBJECT, OBJECT.length));
        put.headers().put("x-amz-storage-class", "REDUCED_REDUNDANCY");

        signer.sign(put, scope(put));

        // Theirs has 64 KiB in a chunk, hence another Content-Length: with that the signature is theirs.
        assertThat(put.headers().get("Content-Length")).isEqualTo("66736");
        AwsRequest theirs = put("https", HttpBody.EMPTY);
        theirs.headers().put("x-amz-storage-class", "REDUCED_REDUNDANCY").put("Content-Encoding", "aws-chunked")
                .put("x-amz-decoded-content-length", "66560").put("Content-Length", "66824")
                .put("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        assertThat(put.headers().toLowerCaseMap().keySet())
                .containsAll(theirs.headers().toLowerCaseMap().keySet());
        theirs.headers().put("x-amz-date", "20130524T000000Z");
        Workspace work = new Workspace();
        CanonicalRequest.write(theirs, Variant.S3, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", work);
        Mark mark = new Mark.Hmac(new SigningKeys());
        byte[] seed = mark.seal(scope(theirs), SigningTime.of(NOW.getEpochSecond()),
                "20130524/us-east-1/s3/aws4_request", work, null);
        assertThat(HexFormat.of().formatHex(seed))
                .isEqualTo("4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
    }

    @Test
    void aBodyThatCanBeReadOnceIsSentInSignedChunksOverPlainHttp() throws Exception {
        AwsRequest put = put("http", once(OBJECT, OBJECT.length));
        put.headers().put("Content-Encoding", "gzip").put("Transfer-Encoding", "chunked");

        signer.sign(put, scope(put));

        assertThat(put.headers().get("Content-Encoding")).isEqualTo("gzip,aws-chunked");
        assertThat(put.headers().get("X-Amz-Decoded-Content-Length")).isEqualTo("66560");
        assertThat(put.headers().get("X-Amz-Content-SHA256")).isEqualTo("STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        assertThat(put.headers().contains("Transfer-Encoding")).isFalse();
        byte[] sent = put.body().open().readAllBytes();
        assertThat(put.headers().get("Content-Length")).isEqualTo(Integer.toString(sent.length));
        ChunkSigner expected = chunks(seedOf(put));
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).isEqualTo("10400;chunk-signature="
                + expected.chunk(OBJECT, 0, OBJECT.length) + "\r\n" + "a".repeat(66_560) + "\r\n0;chunk-signature="
                + expected.chunk(OBJECT, 0, 0) + "\r\n\r\n");
    }

    @Test
    void withoutALengthItCannotBeSigned() {
        AwsRequest put = put("http", once(OBJECT, -1));

        assertThatThrownBy(() -> signer.sign(put, scope(put))).isInstanceOf(UnseekableStreamException.class);
    }

    @Test
    void otherServicesKnowNoChunks() {
        AwsRequest put = put("http", once(OBJECT, OBJECT.length));

        assertThatThrownBy(() -> signer.sign(put, Requests.scope("v4", put.context())))
                .isInstanceOf(UnseekableStreamException.class);
    }

    @Test
    void whatNeedNotBeSignedIsLeftAsItIs() throws Exception {
        AwsRequest put = put("https", once(OBJECT, OBJECT.length));
        put.headers().put("Content-MD5", "x");
        put.context().put("has_streaming_input", true);

        signer.sign(put, scope(put));

        assertThat(put.headers().get("X-Amz-Content-SHA256")).isEqualTo("UNSIGNED-PAYLOAD");
        assertThat(put.body().open().readAllBytes()).isEqualTo(OBJECT);
    }

    @Test
    void aTrailerIsNotSignedUnlessDemanded() {
        for (String scheme : List.of("https", "http")) {
            for (Boolean configured : Arrays.asList(null, true, false)) {
                AwsRequest put = put(scheme, withTrailer(HttpBody.of(OBJECT)));
                put.context().put("checksum", Map.of("request_algorithm", Map.of("in", "trailer")));
                if (configured != null) {
                    put.context().put("client_config",
                            ClientConfig.builder().s3(Map.of("payload_signing_enabled", configured)).build());
                }

                signer.sign(put, scope(put));

                boolean signed = configured != null ? configured : scheme.equals("http");
                assertThat(put.headers().get("X-Amz-Content-SHA256")).as(scheme + ' ' + configured).isEqualTo(signed
                        ? "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" : "STREAMING-UNSIGNED-PAYLOAD-TRAILER");
            }
        }
    }

    @Test
    void aSignedTrailerCanBeReadAgainWithTheSameSignatures() throws Exception {
        AwsRequest put = put("http", withTrailer(HttpBody.of(OBJECT)));

        signer.sign(put, scope(put));

        byte[] first = put.body().open().readAllBytes();
        assertThat(new String(first, StandardCharsets.ISO_8859_1))
                .matches("(?s)10400;chunk-signature=[0-9a-f]{64}\r\na+\r\n0;chunk-signature=[0-9a-f]{64}\r\n"
                        + "x-sum:AAE=\r\nx-amz-trailer-signature:[0-9a-f]{64}\r\n\r\n");
        assertThat(put.body().open().readAllBytes()).isEqualTo(first);
        assertThat(put.body().length()).isEqualTo(first.length);
    }

    @Test
    void signingAgainSignsTheSameBytesAnew() throws Exception {
        AwsRequest put = put("http", once(OBJECT, OBJECT.length));

        signer.sign(put, scope(put));
        new SigV4Signer(Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC)).sign(put, scope(put));

        assertThat(put.headers().get("Content-Encoding")).isEqualTo("aws-chunked");
        byte[] sent = put.body().open().readAllBytes();
        assertThat(put.headers().get("Content-Length")).isEqualTo(Integer.toString(sent.length));
        ChunkSigner expected = new ChunkSignatures(new Mark.Hmac(new SigningKeys()), scope(put),
                SigningTime.of(NOW.getEpochSecond() + 1), HexFormat.of().parseHex(seedOf(put)));
        assertThat(new String(sent, StandardCharsets.ISO_8859_1))
                .startsWith("10400;chunk-signature=" + expected.chunk(OBJECT, 0, OBJECT.length) + "\r\n");
    }

    @Test
    void ecdsaSignaturesOfChunksAreFilledUpAndFollowEachOtherWithoutTheFilling() throws Exception {
        EcdsaKeys keys = new EcdsaKeys();
        AwsRequest put = put("http", withTrailer(HttpBody.of(OBJECT)));

        new SigV4aSigner(Clock.fixed(NOW, ZoneOffset.UTC)).sign(put,
                new Signer.Scope("s3v4a", WHO, "*", "s3", put.context()));

        assertThat(put.headers().get("X-Amz-Content-SHA256")).isEqualTo("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER");
        String sent;
        try (InputStream in = put.body().open()) {
            sent = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        assertThat(put.body().length()).isEqualTo(sent.length());
        String[] signatures = Arrays.stream(sent.split("signature[=:]")).skip(1)
                .map(part -> part.substring(0, part.indexOf('\r'))).toArray(String[]::new);
        assertThat(signatures).hasSize(3).allMatch(signature -> signature.length() == 144);
        String before = seedOf(put);
        String empty = Payload.EMPTY_HASH + '\n';
        String[] signed = {empty + sha256(OBJECT), empty + Payload.EMPTY_HASH, sha256("x-sum:AAE=\n".getBytes())};
        for (int i = 0; i < 3; i++) {
            String signature = signatures[i].replace("*", "");
            assertThat(verifies(keys.get(WHO), "AWS4-ECDSA-P256-SHA256-" + (i < 2 ? "PAYLOAD" : "TRAILER")
                    + "\n20130524T000000Z\n20130524/s3/aws4_request\n" + before + '\n' + signed[i], signature)).isTrue();
            before = signature;
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /**
     * The public key is the generator, multiplied: done here the slow way, so that the check is not the signer's own
     * code.
     */
    private static boolean verifies(PrivateKey key, String text, String signature) throws Exception {
        ECPrivateKey ec = (ECPrivateKey) key;
        BigInteger p = ((java.security.spec.ECFieldFp) ec.getParams().getCurve().getField()).getP();
        ECPoint sum = null;
        ECPoint power = ec.getParams().getGenerator();
        for (int bit = 0; bit < ec.getS().bitLength(); bit++) {
            sum = ec.getS().testBit(bit) ? add(sum, power, p) : sum;
            power = add(power, power, p);
        }
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(sum, ec.getParams())));
        verifier.update(text.getBytes());
        return verifier.verify(HexFormat.of().parseHex(signature));
    }

    private static ECPoint add(ECPoint a, ECPoint b, BigInteger p) {
        if (a == null) {
            return b;
        }
        BigInteger slope = a.equals(b)
                ? a.getAffineX().pow(2).subtract(BigInteger.ONE).multiply(BigInteger.valueOf(3))
                        .multiply(a.getAffineY().shiftLeft(1).modInverse(p))
                : b.getAffineY().subtract(a.getAffineY()).multiply(b.getAffineX().subtract(a.getAffineX()).modInverse(p));
        BigInteger x = slope.pow(2).subtract(a.getAffineX()).subtract(b.getAffineX()).mod(p);
        return new ECPoint(x, slope.multiply(a.getAffineX().subtract(x)).subtract(a.getAffineY()).mod(p));
    }

    private static AwsChunkedBody withTrailer(HttpBody body) {
        AwsChunkedBody.Sum sum = new AwsChunkedBody.Sum() {
            @Override
            public void update(byte[] bytes, int from, int size) {
                // always the same
            }

            @Override
            public byte[] digest() {
                return new byte[] {0, 1};
            }

            @Override
            public int size() {
                return 2;
            }
        };
        return new AwsChunkedBody(body, List.of(new AwsChunkedBody.Trailer("x-sum", () -> sum)));
    }

    private static HttpBody once(byte[] bytes, long length) {
        return HttpBody.of(new java.io.BufferedInputStream(new ByteArrayInputStream(bytes)), length);
    }

    private static AwsRequest put(String scheme, HttpBody body) {
        return Requests.of("PUT", scheme + "://s3.amazonaws.com/examplebucket/chunkObject.txt", body);
    }

    private static Signer.Scope scope(AwsRequest request) {
        return new Signer.Scope("s3v4", WHO, "us-east-1", "s3", request.context());
    }

    private static String seedOf(AwsRequest request) {
        String authorization = request.headers().get("Authorization");
        return authorization.substring(authorization.indexOf("Signature=") + 10);
    }

    private static ChunkSigner chunks(String seed) {
        return new ChunkSignatures(new Mark.Hmac(new SigningKeys()), new Signer.Scope("s3v4", WHO, "us-east-1", "s3", Map.of()),
                SigningTime.of(NOW.getEpochSecond()), HexFormat.of().parseHex(seed));
    }
}

package org.tucuxi.client.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.ClientConfig;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.http.FlexibleChecksumException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.IncompleteReadException;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.http.StreamingBody;

class ResponseChecksumsTest {

    private static final byte[] HELLO = "hello world".getBytes(StandardCharsets.UTF_8);
    private static final String RIGHT = "DUoRhQ==";
    private static final String WRONG = "AAAAAA==";
    private static final List<String> ALL = List.of("CRC64NVME", "CRC32", "CRC32C", "SHA256", "SHA1", "SHA512", "MD5",
            "XXHASH64", "XXHASH3", "XXHASH128");

    @Test
    void theServiceIsAskedForChecksumsUnlessSomebodyDecidedOtherwise() {
        assertThat(mode("when_supported", Map.of())).containsEntry("ChecksumMode", "ENABLED");
        assertThat(mode("when_required", Map.of())).isEmpty();
        assertThat(mode("when_supported", Map.of("ChecksumMode", "theirs"))).containsEntry("ChecksumMode", "theirs");
    }

    private static Map<String, Object> mode(String validation, Map<String, Object> given) {
        Map<String, Object> params = new LinkedHashMap<>(given);
        ClientConfig config = ClientConfig.builder().responseChecksumValidation(validation).build();
        ResponseChecksums.validationMode().handle(new BeforeParameterBuild("before-parameter-build.s3.GetObject", params,
                Operations.of(Map.of("httpChecksum", Map.of("requestValidationModeMember", "ChecksumMode")), Map.of(), null),
                Map.of("client_config", config)));
        return params;
    }

    @Test
    void candidatesComeInTheReferencesOrder() {
        assertThat(candidates(ALL, Map.of("ChecksumMode", "ENABLED"))).isEqualTo(List.of("xxhash128", "xxhash3", "crc64nvme",
                "xxhash64", "crc32c", "crc32", "sha1", "sha256", "sha512"));
        assertThat(candidates(List.of("SHA1", "CRC32", "other"), Map.of("ChecksumMode", "ENABLED")))
                .isEqualTo(List.of("crc32", "sha1"));
        assertThat(candidates(ALL, Map.of())).isNull();
    }

    private static Object candidates(List<String> algorithms, Map<String, Object> params) {
        Map<String, Object> context = new LinkedHashMap<>();
        OperationChecksums operation = OperationChecksums.of(Operations.of(Map.of("httpChecksum",
                Map.of("requestValidationModeMember", "ChecksumMode", "responseAlgorithms", algorithms)), Map.of(), null));
        RequestChecksums.resolve(operation, params, new SerializedRequest().url("https://h/").context(context),
                ClientConfig.builder().build(), new java.util.HashSet<>());
        return context.get("checksum") instanceof Map<?, ?> checksum ? checksum.get("response_algorithms") : null;
    }

    @Test
    void bytesAreComparedAtOnce() {
        RawResponse right = bytes("x-amz-checksum-crc32", RIGHT);

        check(right);

        assertThat(reported(right)).isEqualTo("crc32");
        assertThatThrownBy(() -> check(bytes("x-amz-checksum-crc32", WRONG))).isInstanceOf(FlexibleChecksumException.class)
                .hasMessage("Expected checksum AAAAAA== did not match calculated checksum: DUoRhQ==");
    }

    @Test
    void theFirstCandidateThatTheResponseHasCounts() {
        RawResponse response = bytes("x-amz-checksum-crc32", RIGHT);
        response.headers().put("x-amz-checksum-sha1", WRONG);
        RawResponse other = bytes("x-amz-checksum-crc32", RIGHT);
        other.headers().put("X-Amz-Checksum-Crc32c", WRONG);

        check(response);

        assertThatThrownBy(() -> check(other)).isInstanceOf(FlexibleChecksumException.class);
    }

    @Test
    void checksumsOfPartsAreSkipped() {
        RawResponse onlyParts = bytes("x-amz-checksum-crc32", "AAAAAA==-3");
        RawResponse both = bytes("x-amz-checksum-crc32c", "AAAAAA==-3");
        both.headers().put("x-amz-checksum-crc32", RIGHT);

        check(onlyParts);
        check(both);

        assertThat(reported(onlyParts)).isNull();
        assertThat(reported(both)).isEqualTo("crc32");
    }

    @Test
    void anErrorsBodyIsNotTheObject() {
        RawResponse response = bytes("x-amz-checksum-crc32", WRONG);
        response.status(404);

        check(response);

        assertThat(reported(response)).isNull();
    }

    @Test
    void aStreamIsComparedWhenItsEndIsRead() throws IOException {
        RawResponse right = stream(HELLO.length, RIGHT);
        check(right);

        assertThat(right.stream()).isInstanceOf(StreamingBody.class);
        assertThat(((StreamingBody) right.stream()).contentLength()).isEqualTo(HELLO.length);
        assertThat(right.stream().readAllBytes()).isEqualTo(HELLO);
        assertThat(reported(right)).isEqualTo("crc32");
        for (long length : new long[] {HELLO.length, -1}) {
            RawResponse wrong = stream(length, WRONG);
            check(wrong);
            assertThatThrownBy(() -> wrong.stream().readAllBytes()).isInstanceOf(FlexibleChecksumException.class);
            assertThatThrownBy(() -> wrong.stream().read()).isInstanceOf(FlexibleChecksumException.class);
        }
    }

    @Test
    void aStreamThatIsReadByItsLengthIsComparedToo() {
        RawResponse wrong = stream(HELLO.length, WRONG);
        check(wrong);

        assertThatThrownBy(() -> new DataInputStream(wrong.stream()).readFully(new byte[HELLO.length]))
                .isInstanceOf(FlexibleChecksumException.class);
    }

    @Test
    void skippedBytesCount() throws IOException {
        RawResponse right = stream(HELLO.length, RIGHT);
        check(right);

        assertThat(right.stream().skip(6)).isEqualTo(6);

        assertThat(new String(right.stream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("world");
    }

    @Test
    void aPartOfAStreamIsNeverCompared() {
        RawResponse wrong = stream(HELLO.length, WRONG);
        check(wrong);

        assertThatCode(() -> {
            assertThat(wrong.stream().readNBytes(HELLO.length - 1)).hasSize(HELLO.length - 1);
            wrong.stream().close();
        }).doesNotThrowAnyException();
    }

    @Test
    void aShortStreamIsShortBeforeItIsWrong() {
        RawResponse response = stream(HELLO.length + 1, WRONG);
        check(response);

        assertThatThrownBy(() -> response.stream().readAllBytes()).isInstanceOf(IncompleteReadException.class);
    }

    private static void check(RawResponse response) {
        ResponseChecksums.check(response, Map.of("checksum",
                Map.of("response_algorithms", List.of("crc32c", "crc32", "sha1"))));
    }

    private static Object reported(RawResponse response) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        ResponseChecksums.report(response, Map.of("ResponseMetadata", metadata));
        return metadata.get("ChecksumAlgorithm");
    }

    private static RawResponse bytes(String header, String checksum) {
        return new RawResponse(200, new HttpHeaders().put(header, checksum), HELLO, new LinkedHashMap<>());
    }

    private static RawResponse stream(long length, String checksum) {
        return new RawResponse(200, new HttpHeaders().put("x-amz-checksum-crc32", checksum),
                new StreamingBody(new ByteArrayInputStream(HELLO), length), new LinkedHashMap<>());
    }
}

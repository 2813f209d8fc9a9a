package org.tucuxi.services.glacier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.UnseekableStreamException;
import org.tucuxi.services.shared.testing.ServiceEvents;

class GlacierHandlersTest {

    private static final ServiceEvents GLACIER = ServiceEvents.of("glacier");

    @Test
    void meansTheCallersOwnAccount() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("accountId", null);
        BeforeParameterBuild none = GLACIER.parameters("ListVaults", Map.of());
        BeforeParameterBuild isNull = GLACIER.parameters("ListVaults", nothing);
        BeforeParameterBuild other = GLACIER.parameters("ListVaults", Map.of("accountId", "1"));

        new OwnAccount().handle(none);
        new OwnAccount().handle(isNull);
        new OwnAccount().handle(other);

        assertThat(none.params()).containsEntry("accountId", "-");
        assertThat(isNull.params()).containsEntry("accountId", "-");
        assertThat(other.params()).containsEntry("accountId", "1");
    }

    @Test
    void namesTheVersionOfTheApi() {
        BeforeCall event = GLACIER.call("ListVaults", HttpBody.EMPTY, null);

        new ApiVersion().handle(event);

        assertThat(event.params().headers().get("x-amz-glacier-version")).isEqualTo("2012-06-01");
    }

    /** Bytes that repeat every 64256, so that no two MiB are the same. */
    private static byte[] data(int length) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) (i % (251 * 256) * 31 % 251);
        }
        return data;
    }

    /** The reference's hashes of the same bytes. */
    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855,"
            + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1048576, 3617860390ce98fe34c1bb89382ea7122d3b6890069e30a078892492ba0c774d,"
            + "3617860390ce98fe34c1bb89382ea7122d3b6890069e30a078892492ba0c774d",
        "1048577, 82bc07217c48a73c887818b05e1ad391ded5c197b8f3dab97edfcba5d8f8bcab,"
            + "0eda97500e2e1de46963e3950594d98f566f18908bd178be22b7ab0099631576",
        "3145728, a588dc6a4320586d9363c40a5ed9dc085f2a9c4c54151e63d59c2887eb8cd19f,"
            + "053866cc0226449dd53949a09aa4a562f4f5b3c628be5f3646de3a483d0a0ffc",
        "5242897, 64cdeb65ae07b04518f0943cfad9dc5a86a095ef6bfdb6b40490007418aa761b,"
            + "36217c460299647db3fbab33d1e43e27f2097c00762e4fc35970ebf9f8adb44a"})
    void hashesAsTheReferenceDoes(int length, String linear, String tree) {
        BeforeCall event = GLACIER.call("UploadArchive", HttpBody.of(data(length)), null);

        new UploadHashes().handle(event);

        assertThat(event.params().headers().get("x-amz-content-sha256")).isEqualTo(linear);
        assertThat(event.params().headers().get("x-amz-sha256-tree-hash")).isEqualTo(tree);
    }

    @Test
    void leavesTheBodyWhereItWas() throws Exception {
        ByteArrayInputStream stream = new ByteArrayInputStream(data(100));
        stream.readNBytes(10);
        HttpBody body = HttpBody.of(stream);
        BeforeCall event = GLACIER.call("UploadMultipartPart", body, null);

        new UploadHashes().handle(event);

        assertThat(event.params().body()).isSameAs(body);
        try (InputStream again = body.open()) {
            assertThat(again.readAllBytes()).isEqualTo(Arrays.copyOfRange(data(100), 10, 100));
        }
    }

    @Test
    void hashesWhateverPiecesAStreamComesIn() throws Exception {
        byte[] data = data((5 << 20) + 17);
        InputStream pieces = new SequenceInputStream(new ByteArrayInputStream(data, 0, 1_500_001),
                new ByteArrayInputStream(data, 1_500_001, data.length));

        assertThat(TreeHash.of(pieces)).isEqualTo(TreeHash.of(new ByteArrayInputStream(data)));
    }

    @Test
    void keepsHashesOfTheCaller() {
        BeforeCall event = GLACIER.call("UploadArchive", HttpBody.of("x"), null);
        event.params().headers().put("x-amz-sha256-tree-hash", "mine");

        new UploadHashes().handle(event);

        assertThat(event.params().headers().get("x-amz-sha256-tree-hash")).isEqualTo("mine");
        assertThat(event.params().headers().get("x-amz-content-sha256")).hasSize(64);
    }

    @Test
    void readsNoStreamThatCouldNotBeSentAfterwards() {
        InputStream once = new SequenceInputStream(new ByteArrayInputStream(new byte[1]),
                new ByteArrayInputStream(new byte[1]));
        BeforeCall event = GLACIER.call("UploadArchive", HttpBody.of(once), null);

        assertThatThrownBy(() -> new UploadHashes().handle(event)).isInstanceOf(UnseekableStreamException.class)
                .hasMessageContaining("x-amz-sha256-tree-hash");
    }
}

package org.tucuxi.itests.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tucuxi.itests.interop.Answers.each;
import static org.tucuxi.itests.interop.Answers.text;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientException;
import org.tucuxi.itests.servers.S3Server;

/** S3 against S3Proxy, which checks signatures. */
@ExtendWith(World.Extension.class)
class S3ProxyIT {

    private final World world;

    S3ProxyIT(World world) {
        this.world = world;
    }

    @Test
    void objectsAreUploadedInPartsListedAndDeleted() throws Exception {
        try (S3Server server = S3Server.start(); Client s3 = world.s3(server)) {
            s3.call("CreateBucket", Map.of("Bucket", "interop"));
            String upload = text(s3.call("CreateMultipartUpload", Map.of("Bucket", "interop", "Key", "a b/\u00e7+%")),
                    "UploadId");
            byte[] part = new byte[5 << 20];
            String first = text(s3.call("UploadPart", Map.of("Bucket", "interop", "Key", "a b/\u00e7+%",
                    "UploadId", upload, "PartNumber", 1, "Body", part)), "ETag");
            String second = text(s3.call("UploadPart", Map.of("Bucket", "interop", "Key", "a b/\u00e7+%",
                    "UploadId", upload, "PartNumber", 2, "Body", new byte[] {1, 2, 3})), "ETag");
            s3.call("CompleteMultipartUpload", Map.of("Bucket", "interop", "Key", "a b/\u00e7+%", "UploadId", upload,
                    "MultipartUpload", Map.of("Parts", List.of(
                            Map.of("ETag", first, "PartNumber", 1), Map.of("ETag", second, "PartNumber", 2)))));

            try (InputStream body = (InputStream) s3.call("GetObject", Map.of("Bucket", "interop", "Key", "a b/\u00e7+%",
                    "Range", "bytes=5242879-")).get("Body")) {
                assertThat(body.readAllBytes()).containsExactly(0, 1, 2, 3);
            }
            assertThat(each(s3.call("ListObjectsV2", Map.of("Bucket", "interop")), "Contents", "Key"))
                    .containsExactly("a b/\u00e7+%");
            s3.call("DeleteObjects", Map.of("Bucket", "interop",
                    "Delete", Map.of("Objects", List.of(Map.of("Key", "a b/\u00e7+%")))));
            ClientException error = catchThrowableOfType(ClientException.class,
                    () -> s3.call("GetObject", Map.of("Bucket", "interop", "Key", "a b/\u00e7+%")));
            assertThat(error.isA("NoSuchKey")).isTrue();
        }
    }
}

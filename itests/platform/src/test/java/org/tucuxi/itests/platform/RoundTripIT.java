package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.itests.servers.S3Server;

/** A server that checks signatures and keeps what it is given. */
@ExtendWith(PlatformExtension.class)
@Timeout(60)
class RoundTripIT {

    private static S3Server server;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Client s3(Lab lab, String secretKey) {
        Session session = lab.keep(lab.platform().factory().builder().region("us-east-1")
                .credentials(Credentials.of(S3Server.ACCESS_KEY, secretKey)).build());
        return session.client("s3", ClientConfig.builder().endpointUrl(server.endpointUrl()).build());
    }

    @Test
    void objectsLiveAndDie(Lab lab, @TempDir Path folder) throws Exception {
        Client s3 = s3(lab, S3Server.SECRET_KEY);
        byte[] content = new byte[3_000_000];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("content"), content);
        String key = "a/ü b+c&d=%41'(~)";
        s3.call("CreateBucket", Map.of("Bucket", "round-trip"));

        s3.call("PutObject", Map.of("Bucket", "round-trip", "Key", key, "Body", file,
                "ContentType", "text/x", "Metadata", Map.of("colour", "red")));

        Map<String, Object> found = s3.call("GetObject", Map.of("Bucket", "round-trip", "Key", key));
        assertThat(found).containsEntry("ContentLength", 3_000_000L).containsEntry("ContentType", "text/x")
                .containsEntry("Metadata", Map.of("colour", "red"));
        try (InputStream body = (InputStream) found.get("Body")) {
            assertThat(body.readAllBytes()).isEqualTo(content);
        }
        assertThat(s3.call("ListObjectsV2", Map.of("Bucket", "round-trip")).get("Contents"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
                .extracting(object -> object.get("Key")).containsExactly(key);
        s3.call("DeleteObjects", Map.of("Bucket", "round-trip", "Delete",
                Map.of("Objects", List.of(Map.of("Key", key)))));
        ClientException gone = catchThrowableOfType(ClientException.class,
                () -> s3.call("GetObject", Map.of("Bucket", "round-trip", "Key", key)));
        assertThat(gone.isA("NoSuchKey")).isTrue();
        assertThat(gone.status()).isEqualTo(404);
        s3.call("DeleteBucket", Map.of("Bucket", "round-trip"));
    }

    @Test
    void aWrongSecretIsRefused(Lab lab) {
        ClientException e = catchThrowableOfType(ClientException.class,
                () -> s3(lab, Lab.SECRET_KEY).call("ListBuckets"));

        assertThat(e.code()).isEqualTo("SignatureDoesNotMatch");
        assertThat(e.getMessage()).doesNotContain(Lab.SECRET_KEY);
    }
}

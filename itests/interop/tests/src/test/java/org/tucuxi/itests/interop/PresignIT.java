package org.tucuxi.itests.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.PresignedPost;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.itests.servers.S3Server;

/**
 * What is presigned is used by a program that knows nothing of AWS, curl, with a server that checks signatures:
 * S3Proxy.
 */
@ExtendWith(World.Extension.class)
class PresignIT {

    private static final Map<String, Object> OBJECT = Map.of("Bucket", "presigned", "Key", "a b/\u00e7+%.txt");

    private final World world;

    @TempDir
    Path folder;

    PresignIT(World world) {
        this.world = world;
    }

    @Test
    void curlPutsAndGetsAnObject() throws Exception {
        try (S3Server server = S3Server.start(); Client s3 = world.s3(server)) {
            s3.call("CreateBucket", Map.of("Bucket", "presigned"));
            Path file = Files.writeString(folder.resolve("up.txt"), "carried by curl");

            String put = s3.presignedUrl("put_object", with(OBJECT, "ContentType", "text/x-dolphin"));
            assertThat(curl("-T", file.toString(), "-H", "Content-Type: text/x-dolphin", put)).isEqualTo("200 ");
            assertThat(curl("-T", file.toString(), "-H", "Content-Type: text/plain", put)).startsWith("403 ");

            String get = (String) s3.invoke("generate_presigned_url", Map.of("ClientMethod", "get_object", "Params", OBJECT,
                    "ExpiresIn", 60));
            assertThat(curl(get)).isEqualTo("200 carried by curl");
            assertThat(curl(s3.presignedUrl("GetObject", OBJECT, Duration.ofMinutes(1), "HEAD"), "--head"))
                    .startsWith("200 ").contains("text/x-dolphin");
            assertThat(curl(get.replace("X-Amz-Expires=60", "X-Amz-Expires=61"))).startsWith("403 ");
            assertThat(curl("-X", "DELETE", get)).startsWith("403 ");
        }
    }

    @Test
    void curlPostsAForm() throws Exception {
        try (S3Server server = S3Server.start(); Client s3 = world.s3(server)) {
            s3.call("CreateBucket", Map.of("Bucket", "presigned"));
            Path file = Files.writeString(folder.resolve("form.txt"), "by a form");

            PresignedPost post = s3.presignedPost("presigned", "posted/form.txt", Map.of(), List.of(), Duration.ofMinutes(5));
            assertThat(curl(form(post.url(), post.fields(), file))).startsWith("2");
            try (InputStream body = (InputStream) s3.call("GetObject",
                    Map.of("Bucket", "presigned", "Key", "posted/form.txt")).get("Body")) {
                assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("by a form");
            }

            Map<String, String> forged = new LinkedHashMap<>(post.fields());
            forged.put("x-amz-signature", "0".repeat(64));
            assertThat(curl(form(post.url(), forged, file))).startsWith("4");
        }
    }

    @Test
    void aStreamThatIsReadOnceGoesUpInSignedChunks() throws Exception {
        byte[] bytes = new byte[(5 << 19) + 7];
        new Random(1).nextBytes(bytes);
        try (S3Server server = S3Server.start(); Client s3 = world.s3(server)) {
            s3.call("CreateBucket", Map.of("Bucket", "presigned"));
            for (String calculation : List.of("when_required", "when_supported")) {
                List<String> hashes = new ArrayList<>();
                try (Client client = world.s3(server, ClientConfig.builder().option("request_checksum_calculation", calculation))) {
                    noteHashes(client, hashes);

                    client.call("PutObject", with(OBJECT, "Body", once(bytes)));
                }
                assertThat(hashes).containsExactly("STREAMING-AWS4-HMAC-SHA256-PAYLOAD"
                        + (calculation.equals("when_supported") ? "-TRAILER" : ""));
                try (InputStream body = (InputStream) s3.call("GetObject", OBJECT).get("Body")) {
                    assertThat(body.readAllBytes()).isEqualTo(bytes);
                }
            }
        }
    }

    @Test
    void motoTakesSignedChunks() throws Exception {
        byte[] bytes = new byte[(1 << 20) + 1];
        new Random(2).nextBytes(bytes);
        try (Client s3 = world.moto("s3")) {
            s3.call("CreateBucket", Map.of("Bucket", "presigned"));

            s3.call("PutObject", with(OBJECT, "Body", once(bytes)));

            try (InputStream body = (InputStream) s3.call("GetObject", OBJECT).get("Body")) {
                assertThat(body.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    private static void noteHashes(Client s3, List<String> hashes) {
        EventHandler<BeforeSend, HttpResponse> notes = event -> {
            hashes.add(event.request().headers().get("X-Amz-Content-SHA256"));
            return null;
        };
        s3.meta().events().register("before-send.s3.PutObject", notes);
    }

    private static HttpBody once(byte[] bytes) {
        return HttpBody.of(new SequenceInputStream(new ByteArrayInputStream(bytes, 0, 10),
                new ByteArrayInputStream(bytes, 10, bytes.length - 10)), bytes.length);
    }

    private static Map<String, Object> with(Map<String, Object> params, String name, Object value) {
        Map<String, Object> result = new HashMap<>(params);
        result.put(name, value);
        return result;
    }

    private static String[] form(String url, Map<String, String> fields, Path file) {
        List<String> arguments = new ArrayList<>();
        fields.forEach((name, value) -> arguments.addAll(List.of("-F", name + '=' + value)));
        arguments.addAll(List.of("-F", "file=@" + file, url));
        return arguments.toArray(String[]::new);
    }

    /** The status, a blank and what was printed. */
    private String curl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "-g", "--noproxy", "*", "-o", "-", "-w",
                "\n%{http_code}"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        int end = printed.lastIndexOf('\n');
        return printed.substring(end + 1) + ' ' + printed.substring(0, end);
    }
}

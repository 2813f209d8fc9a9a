package org.tucuxi.itests.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tucuxi.Client;
import org.tucuxi.http.StreamingBody;

/** Calls of S3 that tests make to see whether a client works. */
final class Buckets {

    private Buckets() {
    }

    /** One call that reaches the server: signed, sent, parsed. */
    static void list(Client client) {
        assertThat(client.call("ListBuckets")).extractingByKey("Buckets").isInstanceOf(List.class);
    }

    /** Puts an object whose key needs every kind of escaping, and gets and lists it. */
    static void roundTrip(Client client, String bucket) throws IOException {
        String key = "a folder/b+c & d \u00fc.txt";
        byte[] content = "boto and tucuxi".getBytes(StandardCharsets.UTF_8);
        make(client, bucket);

        client.call("PutObject",
                Map.of("Bucket", bucket, "Key", key, "Body", content, "Metadata", Map.of("colour", "pink")));
        Map<String, Object> got = client.call("GetObject", Map.of("Bucket", bucket, "Key", key));

        assertThat(got).containsEntry("Metadata", Map.of("colour", "pink"));
        try (StreamingBody body = (StreamingBody) got.get("Body")) {
            assertThat(body.readAllBytes()).isEqualTo(content);
        }
        assertThat((List<?>) client.call("ListObjectsV2", Map.of("Bucket", bucket)).get("Contents"))
                .extracting(object -> (Object) ((Map<?, ?>) object).get("Key")).contains(key);
    }

    /** Makes a bucket unless it is there. */
    static void make(Client client, String bucket) {
        List<?> buckets = (List<?>) client.call("ListBuckets").get("Buckets");
        if (buckets.stream().noneMatch(one -> bucket.equals(((Map<?, ?>) one).get("Name")))) {
            client.call("CreateBucket", Map.of("Bucket", bucket));
        }
    }
}

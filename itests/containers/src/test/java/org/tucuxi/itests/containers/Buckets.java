package org.tucuxi.itests.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.tucuxi.Client;

/** Calls of S3 that tests make to see whether a client works. */
final class Buckets {

    private Buckets() {
    }

    /** One call that reaches the server: signed, sent, parsed. */
    static void list(Client client) {
        assertThat(client.call("ListBuckets")).extractingByKey("Buckets").isInstanceOf(List.class);
    }

    /** Makes a bucket unless it is there. */
    static void make(Client client, String bucket) {
        List<?> buckets = (List<?>) client.call("ListBuckets").get("Buckets");
        if (buckets.stream().noneMatch(one -> bucket.equals(((Map<?, ?>) one).get("Name")))) {
            client.call("CreateBucket", Map.of("Bucket", bucket));
        }
    }
}

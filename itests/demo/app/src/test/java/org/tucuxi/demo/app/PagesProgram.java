package org.tucuxi.demo.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tucuxi.CallOptions;
import org.tucuxi.Client;
import org.tucuxi.PresignedPost;
import org.tucuxi.launcher.Tucuxi;
import org.tucuxi.paginator.PageIterator;

/** What README.md shows of paginators, waiters and presigned URLs, as it stands there. */
public final class PagesProgram {

    private PagesProgram() {
    }

    /**
     * Runs it, on a bucket that is there.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try (Tucuxi tucuxi = Tucuxi.start()) {
            Client s3 = tucuxi.session().client("s3");
            for (int size = 99; size < 103; size++) {
                s3.call("PutObject", Map.of("Bucket", "my-default-bucket", "Key", "of-" + size, "Body", "x".repeat(size)));
            }
            s3.waiter("bucket_exists").await(Map.of("Bucket", "my-default-bucket"));
            PageIterator pages = s3.paginator("list_objects_v2").paginate(Map.of("Bucket", "my-default-bucket",
                    "PaginationConfig", Map.of("MaxItems", 3)));
            pages.search("Contents[?Size > `100`].Key").forEach(System.out::println);
            pages.resumeToken().ifPresent(token -> System.out.println("StartingToken of the next reading: " + token));

            String url = s3.presignedUrl("get_object", Map.of("Bucket", "my-default-bucket", "Key", "of-101"));
            PresignedPost form = s3.presignedPost("my-default-bucket", "in/${filename}", Map.of(), List.of(), Duration.ofMinutes(5));
            s3.call("ListObjectsV2", Map.of("Bucket", "my-default-bucket"),
                    CallOptions.builder().timeout(Duration.ofSeconds(20)).maxAttempts(2).build());

            System.out.println("URL: " + url);
            System.out.println("Form: " + form.url() + ' ' + form.fields().keySet());
        }
    }
}

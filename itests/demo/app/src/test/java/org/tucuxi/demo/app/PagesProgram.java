package org.tucuxi.demo.app;

import java.util.Map;
import org.tucuxi.Client;
import org.tucuxi.launcher.Tucuxi;
import org.tucuxi.paginator.PageIterator;

/** What README.md shows of paginators and waiters, as it stands there. */
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
        }
    }
}

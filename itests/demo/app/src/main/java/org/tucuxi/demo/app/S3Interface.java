package org.tucuxi.demo.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.Client;

/** A simple interface for S3. It knows nothing of handlers: they come from elsewhere. */
final class S3Interface {

    private final Client s3;

    S3Interface(Client s3) {
        this.s3 = s3;
    }

    void listBuckets() {
        try {
            Map<String, Object> response = s3.call("ListBuckets");
            System.out.println("Buckets: " + names(response.get("Buckets"), "Name"));
        } catch (RuntimeException e) {
            System.out.println("Failed to list buckets: " + firstLine(e));
        }
    }

    void listObjects(String bucketName) {
        try {
            Map<String, Object> params = new LinkedHashMap<>();
            if (bucketName != null) {
                params.put("Bucket", bucketName);
            }
            Map<String, Object> response = s3.call("ListObjectsV2", params);
            System.out.println("Objects in " + response.get("Name") + ": " + names(response.get("Contents"), "Key"));
        } catch (RuntimeException e) {
            System.out.println("Failed to list objects: " + firstLine(e));
        }
    }

    void putObject(String bucketName, String key, String body) {
        try {
            Map<String, Object> response = s3.call("PutObject", Map.of("Bucket", bucketName, "Key", key, "Body", body));
            System.out.println("Uploaded " + key + " to " + bucketName + ". ETag: " + response.get("ETag"));
        } catch (RuntimeException e) {
            System.out.println("Failed to upload " + key + " to " + bucketName + ": " + firstLine(e));
        }
    }

    private static List<?> names(Object items, String member) {
        return items instanceof List<?> list ? list.stream().map(item -> ((Map<?, ?>) item).get(member)).toList() : List.of();
    }

    private static String firstLine(RuntimeException e) {
        // Ports and addresses differ from run to run.
        return String.valueOf(e.getMessage()).replace('\n', ' ').replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT");
    }
}

package org.tucuxi.itests.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tucuxi.itests.interop.Answers.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.itests.servers.S3Server;
import org.tucuxi.paginator.PageIterator;
import org.tucuxi.waiter.WaiterException;

/** Thousands of results read page by page, left in the middle and resumed; waiters that succeed, fail and give up. */
@ExtendWith(World.Extension.class)
class PagesIT {

    private static final int THINGS = 2_300;

    private final World world;

    PagesIT(World world) {
        this.world = world;
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> String.format("thing-%05d", i)).toList();
    }

    /** Reads with a limit again and again, each time with the token of the time before. */
    private static List<Object> inParts(Client client, String operation, Map<String, Object> params, int part, String expression) {
        List<Object> all = new ArrayList<>();
        String token = null;
        do {
            Map<String, Object> config = token == null ? Map.of("MaxItems", part) : Map.of("MaxItems", part, "StartingToken", token);
            Map<String, Object> withConfig = new java.util.HashMap<>(params);
            withConfig.put("PaginationConfig", config);
            PageIterator pages = client.paginator(operation).paginate(withConfig);
            List<Object> found = pages.search(expression).stream().toList();
            assertThat(found).hasSizeLessThanOrEqualTo(part);
            all.addAll(found);
            token = pages.resumeToken().orElse(null);
        } while (token != null);
        return all;
    }

    private static void putAll(Client s3, String bucket, List<String> keys) {
        int lanes = 8;
        CompletableFuture.allOf(IntStream.range(0, lanes).mapToObj(lane -> CompletableFuture.runAsync(() -> {
            for (int i = lane; i < keys.size(); i += lanes) {
                s3.call("PutObject", Map.of("Bucket", bucket, "Key", keys.get(i), "Body", "x"));
            }
        })).toArray(CompletableFuture[]::new)).join();
    }

    @Test
    void objectsOfS3Proxy() throws Exception {
        List<String> keys = names(THINGS);
        try (S3Server server = S3Server.start(); Client s3 = world.s3(server)) {
            s3.call("CreateBucket", Map.of("Bucket", "pages"));
            s3.waiter("bucket_exists").await(Map.of("Bucket", "pages"));
            putAll(s3, "pages", keys);

            for (String operation : List.of("list_objects_v2", "list_objects")) {
                PageIterator pages = s3.paginator(operation).paginate(Map.of("Bucket", "pages",
                        "PaginationConfig", Map.of("PageSize", 500)));
                assertThat(pages.stream().count()).isEqualTo(5);
                assertThat(pages.search("Contents[].Key").stream().toList()).isEqualTo(keys);
                assertThat(inParts(s3, operation, Map.of("Bucket", "pages"), 370, "Contents[].Key")).isEqualTo(keys);
            }
            Map<String, Object> whole = s3.paginator("list_objects_v2").paginate(Map.of("Bucket", "pages")).buildFullResult();
            assertThat((List<?>) whole.get("Contents")).hasSize(THINGS);
        }
    }

    @Test
    void objectsAndVersionsOfMoto() {
        List<String> keys = names(1_500);
        Client s3 = world.moto("s3");
        s3.call("CreateBucket", Map.of("Bucket", "pages-moto"));
        putAll(s3, "pages-moto", keys);

        assertThat(inParts(s3, "list_objects_v2", Map.of("Bucket", "pages-moto"), 413, "Contents[].Key")).isEqualTo(keys);
        assertThat(s3.paginator("list_object_versions").paginate(Map.of("Bucket", "pages-moto",
                "PaginationConfig", Map.of("PageSize", 400))).search("Versions[].Key").stream().toList()).isEqualTo(keys);
    }

    @Test
    void itemsOfDynamoDb() {
        Client dynamo = world.moto("dynamodb");
        dynamo.call("CreateTable", Map.of("TableName", "pages", "BillingMode", "PAY_PER_REQUEST",
                "AttributeDefinitions", List.of(Map.of("AttributeName", "Owner", "AttributeType", "S"),
                        Map.of("AttributeName", "Place", "AttributeType", "B")),
                "KeySchema", List.of(Map.of("AttributeName", "Owner", "KeyType", "HASH"),
                        Map.of("AttributeName", "Place", "KeyType", "RANGE"))));
        dynamo.waiter("table_exists").await(Map.of("TableName", "pages"));
        for (int i = 0; i < THINGS; i += 25) {
            dynamo.call("BatchWriteItem", Map.of("RequestItems", Map.of("pages", IntStream.range(i, Math.min(i + 25, THINGS))
                    .mapToObj(n -> Map.of("PutRequest", Map.of("Item", Map.of("Owner", Map.of("S", "me"),
                            "Place", Map.of("B", new byte[] {(byte) (n >> 8), (byte) n}), "N", Map.of("N", "" + n)))))
                    .toList())));
        }
        List<String> numbers = IntStream.range(0, THINGS).mapToObj(String::valueOf).toList();

        Map<String, Object> query = Map.of("TableName", "pages", "KeyConditionExpression", "#o = :me",
                "ExpressionAttributeNames", Map.of("#o", "Owner"),
                "ExpressionAttributeValues", Map.of(":me", Map.of("S", "me")), "Limit", 300);
        assertThat(inParts(dynamo, "query", query, 450, "Items[].N.N"))
                .as("the tokens have keys that are bytes").isEqualTo(numbers);
        PageIterator scan = dynamo.paginator("scan").paginate(Map.of("TableName", "pages",
                "PaginationConfig", Map.of("PageSize", 700)));
        assertThat(new HashSet<>(scan.search("Items[].N.N").stream().toList())).hasSize(THINGS);
        assertThat(scan.buildFullResult()).containsEntry("Count", THINGS).containsEntry("ScannedCount", THINGS);

        dynamo.call("DeleteTable", Map.of("TableName", "pages"));
        dynamo.waiter("table_not_exists").await(Map.of("TableName", "pages"));
    }

    @Test
    void queuesUsersAndInstances() {
        Client sqs = world.moto("sqs");
        Client iam = world.moto("iam");
        List<String> names = names(250);
        names.forEach(name -> {
            sqs.call("CreateQueue", Map.of("QueueName", "pages-" + name));
            iam.call("CreateUser", Map.of("UserName", "pages-" + name, "Path", "/pages/"));
        });

        assertThat(inParts(sqs, "list_queues", Map.of("QueueNamePrefix", "pages-", "MaxResults", 40), 60, "QueueUrls")).hasSize(250)
                .doesNotHaveDuplicates();
        assertThat(inParts(iam, "list_users", Map.of("PathPrefix", "/pages/"), 90, "Users[].UserName"))
                .isEqualTo(names.stream().map(name -> "pages-" + name).toList());
    }

    @Test
    void instancesComeAndGo() {
        Client ec2 = world.moto("ec2");
        String image = text(ec2.call("DescribeImages", Map.of("Owners", List.of("amazon"))), "Images.0.ImageId");
        String id = text(ec2.call("RunInstances", Map.of("ImageId", image, "MinCount", 1, "MaxCount", 1)), "Instances.0.InstanceId");
        Map<String, Object> one = Map.of("InstanceIds", List.of(id));

        ec2.waiter("instance_running").await(one, Duration.ofMillis(50), 40);
        assertThat(ec2.paginator("describe_instances").paginate(one).search("Reservations[].Instances[].State.Name").stream().toList())
                .containsExactly("running");
        ec2.call("TerminateInstances", one);
        ec2.waiter("instance_terminated").await(one, Duration.ofMillis(50), 40);

        assertThatThrownBy(() -> ec2.waiter("instance_running").await(one, Duration.ofMillis(50), 40))
                .isInstanceOf(WaiterException.class).hasMessageContaining("terminal failure state").hasMessageContaining("terminated");
    }

    @Test
    void whatDoesNotComeIsGivenUp() {
        Client s3 = world.moto("s3");

        assertThatThrownBy(() -> s3.waiter("bucket_exists").await(Map.of("Bucket", "pages-never"), Duration.ofMillis(10), 3))
                .isInstanceOfSatisfying(WaiterException.class, e -> {
                    assertThat(e).hasMessageContaining("Max attempts exceeded");
                    assertThat(text(e.lastResponse(), "Error.Code")).isEqualTo("404");
                });
        s3.waiter("bucket_not_exists").await(Map.of("Bucket", "pages-never"));
    }
}

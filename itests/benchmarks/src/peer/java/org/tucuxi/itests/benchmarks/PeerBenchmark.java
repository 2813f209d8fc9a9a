package org.tucuxi.itests.benchmarks;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/**
 * The same calls by the AWS SDK for Java 2, with the HTTP client that it chooses by itself. Its requests are built
 * beforehand, which Tucuxi's maps are, too.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PeerBenchmark {

    /** Which call. */
    @Param
    LargeCall call;

    private Stub stub;
    private SdkClient client;
    private Supplier<Object> prepared;

    /** Starts the server and makes the client. */
    @Setup
    public void start() {
        stub = Stub.start(call.peerAnswer);
        prepared = switch (call) {
            case LIST_OBJECTS -> listObjects(at(S3Client.builder().forcePathStyle(true)).build());
            case DESCRIBE_INSTANCES -> describeInstances(at(Ec2Client.builder()).build());
            case QUERY -> query(at(DynamoDbClient.builder()).build());
            case GET_METRIC_DATA -> metricData(at(CloudWatchClient.builder()).build());
            case PUT_ITEM -> putItem(at(DynamoDbClient.builder()).build());
            case RUN_INSTANCES -> runInstances(at(Ec2Client.builder()).build());
        };
    }

    private <B extends AwsClientBuilder<B, ?>> B at(B builder) {
        return builder.region(Region.US_EAST_1).endpointOverride(URI.create(stub.url())).credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("benchmark", "benchmark")));
    }

    /** Stops both. */
    @TearDown
    public void stop() {
        client.close();
        stub.close();
    }

    /** Marshal, sign, send, unmarshal. */
    @Benchmark
    public Object sdk() {
        return prepared.get();
    }

    private Supplier<Object> listObjects(S3Client s3) {
        client = s3;
        ListObjectsV2Request request = ListObjectsV2Request.builder().bucket("photos").prefix("2026/").build();
        check(s3.listObjectsV2(request).contents().size(), 1000);
        return () -> s3.listObjectsV2(request);
    }

    private Supplier<Object> describeInstances(Ec2Client ec2) {
        client = ec2;
        DescribeInstancesRequest request = DescribeInstancesRequest.builder().maxResults(100).build();
        check(ec2.describeInstances(request).reservations().size(), 100);
        return () -> ec2.describeInstances(request);
    }

    private Supplier<Object> query(DynamoDbClient dynamodb) {
        client = dynamodb;
        QueryRequest request = QueryRequest.builder().tableName("orders").keyConditionExpression("customer = :c")
                .expressionAttributeValues(Map.of(":c", AttributeValue.fromS("c-0815")))
                .returnConsumedCapacity("TOTAL").build();
        check(dynamodb.query(request).items().size(), 100);
        return () -> dynamodb.query(request);
    }

    private Supplier<Object> metricData(CloudWatchClient cloudwatch) {
        client = cloudwatch;
        GetMetricDataRequest request = GetMetricDataRequest.builder()
                .metricDataQueries(MetricDataQuery.builder().id("m0").returnData(true)
                        .expression("SEARCH('{AWS/EC2,InstanceId} CPUUtilization', 'Average', 60)").build())
                .startTime(Instant.parse("2026-01-01T00:00:00Z")).endTime(Instant.parse("2026-01-01T03:00:00Z"))
                .build();
        check(cloudwatch.getMetricData(request).metricDataResults().get(0).values().size(), 180);
        return () -> cloudwatch.getMetricData(request);
    }

    private Supplier<Object> putItem(DynamoDbClient dynamodb) {
        client = dynamodb;
        PutItemRequest request = PutItemRequest.builder().tableName("orders").item(item())
                .conditionExpression("attribute_not_exists(#o) OR version < :v")
                .expressionAttributeNames(Map.of("#o", "order"))
                .expressionAttributeValues(Map.of(":v", AttributeValue.fromN("3")))
                .returnConsumedCapacity("TOTAL").build();
        return () -> dynamodb.putItem(request);
    }

    private static Map<String, AttributeValue> item() {
        return attributes((Map<?, ?>) Parameters.putItem().get("Item"));
    }

    private static Map<String, AttributeValue> attributes(Map<?, ?> attributes) {
        Map<String, AttributeValue> result = new LinkedHashMap<>();
        attributes.forEach((name, value) -> result.put((String) name, attribute((Map<?, ?>) value)));
        return result;
    }

    private static AttributeValue attribute(Map<?, ?> attribute) {
        Map.Entry<?, ?> entry = attribute.entrySet().iterator().next();
        Object value = entry.getValue();
        return switch ((String) entry.getKey()) {
            case "S" -> AttributeValue.fromS((String) value);
            case "N" -> AttributeValue.fromN((String) value);
            case "BOOL" -> AttributeValue.fromBool((Boolean) value);
            case "SS" -> AttributeValue.fromSs(((List<?>) value).stream().map(String.class::cast).toList());
            case "L" -> AttributeValue.fromL(((List<?>) value).stream().map(i -> attribute((Map<?, ?>) i)).toList());
            default -> AttributeValue.fromM(attributes((Map<?, ?>) value));
        };
    }

    private Supplier<Object> runInstances(Ec2Client ec2) {
        client = ec2;
        List<Tag> tags = List.of(tag("Name", "web"), tag("Environment", "production"), tag("CostCenter", "4711"),
                tag("Owner", "Research & Development"), tag("Release", "2026-01-08T10:00:00Z"));
        Map<String, Object> same = Parameters.runInstances();
        RunInstancesRequest request = RunInstancesRequest.builder().imageId("ami-0abcdef1234567890")
                .instanceType("m7i.2xlarge").minCount(2).maxCount(2).keyName("operations")
                .subnetId("subnet-0123456789abcdef0")
                .securityGroupIds("sg-0a1b2c3d4e5f60718", "sg-0a1b2c3d4e5f60719")
                .userData((String) same.get("UserData")).clientToken((String) same.get("ClientToken"))
                .ebsOptimized(true).monitoring(monitoring -> monitoring.enabled(true))
                .iamInstanceProfile(profile -> profile.name("web-server"))
                .metadataOptions(options -> options.httpTokens("required").httpPutResponseHopLimit(2)
                        .httpEndpoint("enabled"))
                .blockDeviceMappings(device("/dev/xvda", 30), device("/dev/sdf", 500))
                .tagSpecifications(specification("instance", tags), specification("volume", tags)).build();
        return () -> ec2.runInstances(request);
    }

    private static BlockDeviceMapping device(String name, int gigabytes) {
        return BlockDeviceMapping.builder().deviceName(name).ebs(ebs -> ebs.volumeSize(gigabytes).volumeType("gp3")
                .encrypted(true).deleteOnTermination(true)).build();
    }

    private static TagSpecification specification(String type, List<Tag> tags) {
        return TagSpecification.builder().resourceType(type).tags(tags).build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static void check(int size, int expected) {
        if (size != expected) {
            throw new IllegalStateException("Expected " + expected + " results, got " + size);
        }
    }
}

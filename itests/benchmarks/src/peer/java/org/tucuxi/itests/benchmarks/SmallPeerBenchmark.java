package org.tucuxi.itests.benchmarks;

import java.net.URI;
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
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/** The small calls by the AWS SDK for Java 2. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SmallPeerBenchmark {

    /** Which call. */
    @Param
    SmallCall call;

    private Stub stub;
    private SdkClient client;
    private Supplier<Object> prepared;

    /** Starts the server and makes the client. */
    @Setup
    public void start() {
        stub = call.server();
        prepared = call == SmallCall.GET_ITEM ? items(at(DynamoDbClient.builder()).build())
                : objects(at(S3Client.builder().forcePathStyle(true)).build());
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

    private Supplier<Object> items(DynamoDbClient dynamodb) {
        client = dynamodb;
        Map<String, AttributeValue> key = Map.of("customer", AttributeValue.fromS("c-0815"));
        return () -> dynamodb.getItem(request -> request.tableName("orders").key(key));
    }

    private Supplier<Object> objects(S3Client s3) {
        client = s3;
        byte[] body = new byte[1024];
        return switch (call) {
            case LIST_BUCKETS -> s3::listBuckets;
            case GET_OBJECT -> () -> s3.getObjectAsBytes(request -> request.bucket("reports").key("january")).asByteArray();
            default -> () -> s3.putObject(request -> request.bucket("reports").key("january"), RequestBody.fromBytes(body));
        };
    }
}

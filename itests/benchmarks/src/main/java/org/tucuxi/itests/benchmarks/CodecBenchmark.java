package org.tucuxi.itests.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tucuxi.http.FormBody;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.protocols.Ec2Protocol;
import org.tucuxi.protocols.JsonProtocol;
import org.tucuxi.protocols.RestXmlProtocol;
import org.tucuxi.protocols.RpcV2CborProtocol;
import org.tucuxi.protocols.cbor.MetricsByHand;
import org.tucuxi.protocols.json.ItemsByHand;
import org.tucuxi.protocols.json.MetricsInJsonByHand;
import org.tucuxi.protocols.query.RunInstancesByHand;
import org.tucuxi.protocols.xml.InstancesByHand;
import org.tucuxi.protocols.xml.ObjectsByHand;

/** Codecs alone, beside parsers and writers by hand for the one operation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {

    private final byte[] objects = Answers.objects().body();
    private final byte[] instances = Answers.instances().body();
    private final byte[] items = Answers.items().body();
    private final byte[] metrics = Answers.metrics().body();
    private final byte[] metricsInJson = Answers.metricsInJson().body();
    private final Map<String, Object> item = Parameters.putItem();
    private final Map<String, Object> run = Parameters.runInstances();
    private Codec listObjects;
    private Codec describeInstances;
    private Codec query;
    private Codec metricData;
    private Codec metricDataInJson;
    private Codec putItem;
    private Codec runInstances;

    /** Compiles the codecs, and checks that what is compared is the same. */
    @Setup
    public void compile() {
        listObjects = new Codec(new RestXmlProtocol(), "s3", "ListObjectsV2", Answers.objects())
                .check(ObjectsByHand.parse(objects));
        describeInstances = new Codec(new Ec2Protocol(), "ec2", "DescribeInstances", Answers.instances())
                .check(InstancesByHand.parse(instances));
        query = new Codec(new JsonProtocol(), "dynamodb", "Query", Answers.items()).check(ItemsByHand.parse(items));
        metricData = new Codec(new RpcV2CborProtocol(), "cloudwatch", "GetMetricData", Answers.metrics())
                .check(MetricsByHand.parse(metrics));
        metricDataInJson = new Codec(new JsonProtocol(), "cloudwatch", "GetMetricData", Answers.metricsInJson())
                .check(MetricsInJsonByHand.parse(metricsInJson));
        putItem = new Codec(new JsonProtocol(), "dynamodb", "PutItem", Answers.put())
                .check(item, ItemsByHand.write(item));
        runInstances = new Codec(new Ec2Protocol(), "ec2", "RunInstances", Answers.instance())
                .check(run, RunInstancesByHand.write(run));
    }

    /** Parses 1000 keys. */
    @Benchmark
    public Map<String, Object> listObjects() {
        return listObjects.parse();
    }

    /** The same by hand. */
    @Benchmark
    public Map<String, Object> listObjectsByHand() {
        return ObjectsByHand.parse(objects);
    }

    /** Parses 100 instances. */
    @Benchmark
    public Map<String, Object> describeInstances() {
        return describeInstances.parse();
    }

    /** The same by hand. */
    @Benchmark
    public Map<String, Object> describeInstancesByHand() {
        return InstancesByHand.parse(instances);
    }

    /** Parses 100 items. */
    @Benchmark
    public Map<String, Object> query() {
        return query.parse();
    }

    /** The same by hand. */
    @Benchmark
    public Map<String, Object> queryByHand() {
        return ItemsByHand.parse(items);
    }

    /** Parses 1800 points of time with their values. */
    @Benchmark
    public Map<String, Object> metricData() {
        return metricData.parse();
    }

    /** The same by hand. */
    @Benchmark
    public Map<String, Object> metricDataByHand() {
        return MetricsByHand.parse(metrics);
    }

    /** The same out of JSON. */
    @Benchmark
    public Map<String, Object> metricDataInJson() {
        return metricDataInJson.parse();
    }

    /** The same by hand. */
    @Benchmark
    public Map<String, Object> metricDataInJsonByHand() {
        return MetricsInJsonByHand.parse(metricsInJson);
    }

    /** Writes an item. */
    @Benchmark
    public Object putItem() {
        return putItem.serialize(item);
    }

    /** The same by hand. */
    @Benchmark
    public Object putItemByHand() {
        SerializedRequest request = new SerializedRequest().body(HttpBody.of(ItemsByHand.write(item)));
        request.headers().put("X-Amz-Target", "DynamoDB_20120810.PutItem")
                .put("Content-Type", "application/x-amz-json-1.0");
        return request;
    }

    /** Writes a form of 50 fields. */
    @Benchmark
    public Object runInstances() {
        return runInstances.serialize(run);
    }

    /** The same by hand. */
    @Benchmark
    public Object runInstancesByHand() {
        SerializedRequest request = new SerializedRequest().body(new FormBody(RunInstancesByHand.write(run)));
        request.headers().put("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        return request;
    }
}

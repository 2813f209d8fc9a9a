package org.tucuxi.itests.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tucuxi.protocols.cbor.MetricsByHand;

/** Large answers, with the elements and the white space that the services send. */
final class Answers {

    private static final int OBJECTS = 1000;
    private static final int INSTANCES = 100;
    private static final int ITEMS = 100;
    private static final int METRICS = 10;
    private static final int POINTS = 180;

    private Answers() {
    }

    /** S3's ListObjectsV2, a full page. */
    static Answer objects() {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult"
                + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>photos</Name><Prefix>2026/</Prefix>"
                + "<NextContinuationToken>1ueGcxLPRx1Tr/XYExHnhbYLgveDs2J/wm36Hy4vbOwM=</NextContinuationToken>"
                + "<KeyCount>1000</KeyCount><MaxKeys>1000</MaxKeys><EncodingType>url</EncodingType>"
                + "<IsTruncated>true</IsTruncated>");
        for (int i = 0; i < OBJECTS; i++) {
            out.append("<Contents><Key>2026/january/camera-7/IMG_").append(100_000 + i)
                    .append(".jpg</Key><LastModified>2026-01-").append(10 + i % 20).append("T10:")
                    .append(10 + i % 50).append(":21.000Z</LastModified><ETag>&quot;9b2cf535f27731c974343645a398")
                    .append(1000 + i).append("&quot;</ETag><ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm>")
                    .append("<ChecksumType>FULL_OBJECT</ChecksumType><Size>").append(1_500_000 + 37 * i)
                    .append("</Size><StorageClass>STANDARD</StorageClass></Contents>");
        }
        return new Answer("application/xml", bytes(out.append("</ListBucketResult>").toString()));
    }

    /** EC2's DescribeInstances: 43 elements for each instance and 85 more inside of them. */
    static Answer instances() {
        String reservation = resource("reservation.xml");
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DescribeInstancesResponse"
                + " xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">\n"
                + "    <requestId>8f7724cf-496f-496e-8fe3-example</requestId>\n    <reservationSet>\n");
        for (int i = 0; i < INSTANCES; i++) {
            out.append(reservation.replace("{n}", Integer.toString(100 + i))
                    .replace("{hex}", Long.toHexString(0x123456789abc000L + i)));
        }
        return new Answer("text/xml;charset=UTF-8",
                bytes(out.append("    </reservationSet>\n</DescribeInstancesResponse>").toString()));
    }

    /** EC2's RunInstances of one. */
    static Answer instance() {
        return new Answer("text/xml;charset=UTF-8", bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<RunInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">\n"
                + "    <requestId>8f7724cf-496f-496e-8fe3-example</requestId>\n"
                + "    <reservationId>r-0123456789abcdef0</reservationId>\n    <ownerId>123456789012</ownerId>\n"
                + "    <groupSet/>\n    <instancesSet/>\n</RunInstancesResponse>"));
    }

    /** DynamoDB's Query: items of fourteen attributes. */
    static Answer items() {
        String item = resource("item.json").strip();
        StringBuilder out = new StringBuilder("{\"ConsumedCapacity\":{\"CapacityUnits\":12.5,")
                .append("\"TableName\":\"orders\"},\"Count\":100,\"Items\":[");
        for (int i = 0; i < ITEMS; i++) {
            out.append(i == 0 ? "" : ",").append(item.replace("{n}", Integer.toString(100 + i)));
        }
        out.append("],\"LastEvaluatedKey\":{\"customer\":{\"S\":\"c-0815\"},")
                .append("\"order\":{\"S\":\"2026-01-08#1199\"}},\"ScannedCount\":100}");
        return new Answer("application/x-amz-json-1.0", bytes(out.toString()));
    }

    /** DynamoDB's PutItem. */
    static Answer put() {
        return new Answer("application/x-amz-json-1.0",
                bytes("{\"ConsumedCapacity\":{\"CapacityUnits\":1.0,\"TableName\":\"orders\"}}"));
    }

    /** CloudWatch's GetMetricData: ten metrics of three hours, a point each minute. */
    static Answer metrics() {
        return new Answer("application/cbor", MetricsByHand.response(METRICS, POINTS));
    }

    /** The same in JSON, which Tucuxi speaks with CloudWatch, because boto3 does. */
    static Answer metricsInJson() {
        StringBuilder out = new StringBuilder("{\"Messages\":[],\"MetricDataResults\":[");
        for (int metric = 0; metric < METRICS; metric++) {
            out.append(metric == 0 ? "" : ",").append("{\"Id\":\"m").append(metric)
                    .append("\",\"Label\":\"CPUUtilization i-0123456789abcde").append(metric)
                    .append("\",\"StatusCode\":\"Complete\",\"Timestamps\":");
            char before = '[';
            for (int point = 0; point < POINTS; point++, before = ',') {
                out.append(before).append(1_767_225_600d + 60 * point);
            }
            out.append("],\"Values\":");
            before = '[';
            for (int point = 0; point < POINTS; point++, before = ',') {
                out.append(before).append(0.1 * (metric + point * 7 % 100));
            }
            out.append("]}");
        }
        return new Answer("application/x-amz-json-1.0", bytes(out.append("]}").toString()));
    }

    private static String resource(String name) {
        try (InputStream in = Answers.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

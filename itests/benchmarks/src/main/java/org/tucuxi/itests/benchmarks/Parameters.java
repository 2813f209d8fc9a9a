package org.tucuxi.itests.benchmarks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of the calls. */
final class Parameters {

    private Parameters() {
    }

    static Map<String, Object> listObjects() {
        return Map.of("Bucket", "photos", "Prefix", "2026/");
    }

    static Map<String, Object> describeInstances() {
        return Map.of("MaxResults", 100);
    }

    static Map<String, Object> query() {
        return Map.of("TableName", "orders", "KeyConditionExpression", "customer = :c",
                "ExpressionAttributeValues", Map.of(":c", Map.of("S", "c-0815")), "ReturnConsumedCapacity", "TOTAL");
    }

    /** Ten metrics of three hours. */
    static Map<String, Object> metricData() {
        return ordered("MetricDataQueries", List.of(ordered("Id", "m0", "Expression",
                        "SEARCH('{AWS/EC2,InstanceId} CPUUtilization', 'Average', 60)", "ReturnData", true)),
                "StartTime", Instant.parse("2026-01-01T00:00:00Z"),
                "EndTime", Instant.parse("2026-01-01T03:00:00Z"));
    }

    /** An item of fourteen attributes. */
    static Map<String, Object> putItem() {
        Map<String, Object> address = ordered("street", text("Hauptstraße 12"), "city", text("Berlin"),
                "zip", text("10827"), "country", text("DE"));
        List<Object> lines = List.of(
                Map.of("M", ordered("sku", text("A-4711"), "quantity", number("2"), "price", number("19.90"))),
                Map.of("M", ordered("sku", text("B-0042"), "quantity", number("1"), "price", number("5.00"))));
        Map<String, Object> item = ordered("customer", text("c-0815"), "order", text("2026-01-08#1000"),
                "status", text("SHIPPED"), "total", number("44.80"), "currency", text("EUR"),
                "created", number("1767890210"), "paid", Map.of("BOOL", true), "gift", Map.of("BOOL", false),
                "version", number("3"), "channels", Map.of("SS", List.of("mail", "shop", "web")),
                "note", text("Bitte beim Nachbarn abgeben, Klingel \"Müller\""), "address", Map.of("M", address),
                "lines", Map.of("L", lines), "expires", number("1799426210"));
        return ordered("TableName", "orders", "Item", item,
                "ConditionExpression", "attribute_not_exists(#o) OR version < :v",
                "ExpressionAttributeNames", Map.of("#o", "order"),
                "ExpressionAttributeValues", Map.of(":v", number("3")), "ReturnConsumedCapacity", "TOTAL");
    }

    /** Two instances of a web server with two volumes and tags. */
    static Map<String, Object> runInstances() {
        List<Object> tags = List.of(tag("Name", "web"), tag("Environment", "production"), tag("CostCenter", "4711"),
                tag("Owner", "Research & Development"), tag("Release", "2026-01-08T10:00:00Z"));
        return ordered("ImageId", "ami-0abcdef1234567890", "InstanceType", "m7i.2xlarge", "MinCount", 2,
                "MaxCount", 2, "KeyName", "operations", "SubnetId", "subnet-0123456789abcdef0",
                "SecurityGroupIds", List.of("sg-0a1b2c3d4e5f60718", "sg-0a1b2c3d4e5f60719"),
                "UserData", "IyEvYmluL2Jhc2gKeXVtIC15IHVwZGF0ZQp5dW0gLXkgaW5zdGFsbCBodHRwZApzeXN0ZW1jdGwgc3RhcnQgaHR0",
                "ClientToken", "5d1f7b58-44c8-4a4f-9a6e-0123456789ab", "EbsOptimized", true,
                "Monitoring", Map.of("Enabled", true), "IamInstanceProfile", Map.of("Name", "web-server"),
                "MetadataOptions", ordered("HttpTokens", "required", "HttpPutResponseHopLimit", 2,
                        "HttpEndpoint", "enabled"),
                "BlockDeviceMappings", List.of(device("/dev/xvda", 30), device("/dev/sdf", 500)),
                "TagSpecifications", List.of(ordered("ResourceType", "instance", "Tags", tags),
                        ordered("ResourceType", "volume", "Tags", tags)));
    }

    private static Map<String, Object> device(String name, int gigabytes) {
        return ordered("DeviceName", name, "Ebs", ordered("VolumeSize", gigabytes, "VolumeType", "gp3",
                "Encrypted", true, "DeleteOnTermination", true));
    }

    private static Map<String, Object> tag(String key, String value) {
        return ordered("Key", key, "Value", value);
    }

    private static Map<String, Object> text(String value) {
        return Map.of("S", value);
    }

    private static Map<String, Object> number(String value) {
        return Map.of("N", value);
    }

    /** A map in the order of its entries: services and readers of a log see it. */
    private static Map<String, Object> ordered(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}

package org.tucuxi.itests.interop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What is presigned to be compared: every operation once, and by chance in regions and with configurations. */
final class PresignCases {

    /** Services whose model comes with a bundle; those of others are botocore's data. */
    static final Set<String> BUNDLES = Set.of("s3", "sqs", "sts", "ec2", "iam", "dynamodb", "kms", "lambda", "sns", "polly");

    private static final long SEED = Long.getLong("presign.seed", 5);
    private static final int BY_CHANCE = Integer.getInteger("presign.cases", 250);

    private static final List<String> REGIONS =
            List.of("us-east-1", "us-west-2", "eu-central-1", "cn-north-1", "us-gov-west-1", "ap-southeast-2");
    private static final List<Map<String, Object>> CONFIGS = List.of(Map.of(), Map.of("token", "to/ken+=="),
            Map.of("s3", Map.of("addressing_style", "path")), Map.of("s3", Map.of("addressing_style", "virtual")),
            Map.of("s3", Map.of("use_accelerate_endpoint", true)), Map.of("use_dualstack_endpoint", true),
            Map.of("use_fips_endpoint", true), Map.of("signature_version", "s3"),
            Map.of("signature_version", "s3", "token", "to/ken+=="), Map.of("signature_version", "s3v4"),
            Map.of("endpoint_url", "http://localhost:9000"), Map.of("endpoint_url", "https://store.example.com:8443/base"),
            Map.of("signature_version", "v4"));
    private static final Map<String, Object> ONE_REGION = Map.of("signature_version", "s3v4");
    private static final List<String> BUCKETS = List.of("my-bucket", "my-bucket", "my.dotted.bucket",
            "arn:aws:s3:us-west-2:123456789012:accesspoint/myap",
            "arn:aws:s3-object-lambda:us-west-2:123456789012:accesspoint/mylambda",
            "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01234567890123456/accesspoint/myap");
    private static final List<String> KEYS = List.of("k", "dir/a b+c%/\u00e4\u20ac\uD83D\uDC2C.txt", "a//b/../c/./d",
            "~-_.", "trailing/", "(1)*'!$&,;=:@?#");

    private record Operation(String method, Map<String, Object> params) {
    }

    /** Which client. */
    record Place(String service, String region, Map<String, Object> config) {
    }

    /** What it presigns. */
    record Url(Place place, String method, Map<String, Object> params, int expires, String http) {

        Map<String, Object> question() {
            Map<String, Object> question = new LinkedHashMap<>();
            question.put("method", method);
            question.put("params", params);
            question.put("expires", expires);
            question.put("http", http);
            return question;
        }
    }

    /** A form that it presigns. */
    record Form(Place place, String bucket, String key, Map<String, String> fields, List<Object> conditions, int expires) {

        Map<String, Object> question() {
            return Map.of("Bucket", bucket, "Key", key, "Fields", fields, "Conditions", conditions, "expires", expires);
        }
    }

    private PresignCases() {
    }

    /** The data of the botocore that is compared with. */
    static Path data() throws Exception {
        Process python = new ProcessBuilder(System.getProperty("moto.python"), "-c",
                "import botocore, os; print(os.path.join(os.path.dirname(botocore.__file__), 'data'))")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return Path.of(new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim());
    }

    static List<Url> urls() {
        List<Url> urls = new ArrayList<>();
        Place plain = new Place("s3", "eu-central-1", Map.of());
        List<Operation> s3 = s3("my-bucket", "dir/a b+c.txt");
        s3.forEach(operation -> urls.add(url(plain, operation, 3600, null)));
        for (String region : REGIONS) {
            others().forEach((service, operations) -> operations.forEach(operation -> urls.add(
                    url(new Place(service, region, Map.of()), operation, 900, urls.size() % 3 == 0 ? "GET" : null))));
        }
        Random random = new Random(SEED);
        for (int i = 0; i < BY_CHANCE; i++) {
            String bucket = one(BUCKETS, random);
            List<Operation> operations = s3(bucket, one(KEYS, random));
            Map<String, Object> config = one(CONFIGS, random);
            // Outposts are signed for all regions, which botocore cannot do without its native library.
            urls.add(url(new Place("s3", one(REGIONS, random), bucket.contains("outpost") ? ONE_REGION : config),
                    one(operations, random),
                    1 + random.nextInt(604_800), random.nextInt(4) == 0 ? "PUT" : null));
        }
        return urls;
    }

    static List<Form> forms() {
        List<Form> forms = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < 40; i++) {
            Map<String, String> fields = new LinkedHashMap<>();
            List<Object> conditions = new ArrayList<>();
            if (random.nextBoolean()) {
                fields.put("acl", "public-read");
                conditions.add(Map.of("acl", "public-read"));
            }
            if (random.nextBoolean()) {
                fields.put("x-amz-meta-n\u00e4me", "\"quoted\" \\ \u00e4\u20ac");
                conditions.add(List.of("starts-with", "$x-amz-meta-n\u00e4me", ""));
                conditions.add(List.of("content-length-range", 1, 10_485_760));
            }
            forms.add(new Form(new Place("s3", one(REGIONS, random), one(CONFIGS, random)),
                    one(List.of("my-bucket", "my.dotted.bucket"), random),
                    one(KEYS, random) + (random.nextBoolean() ? "${filename}" : ""), fields, conditions,
                    1 + random.nextInt(100_000)));
        }
        // What accelerates needs a bucket without dots.
        forms.removeIf(form -> form.bucket().contains(".") && form.place().config().toString().contains("accelerate"));
        return forms;
    }

    private static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static Url url(Place place, Operation operation, int expires, String http) {
        return new Url(place, operation.method(), operation.params(), expires, http);
    }

    private static Operation call(String method, Object... params) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < params.length; i += 2) {
            map.put((String) params[i], params[i + 1]);
        }
        return new Operation(method, map);
    }

    private static List<Operation> s3(String b, String k) {
        return List.of(call("get_object", "Bucket", b, "Key", k),
                call("get_object", "Bucket", b, "Key", k, "VersionId", "a/b+c=", "ResponseContentType", "text/plain; charset=utf-8",
                        "ResponseContentDisposition", "attachment; filename=\"\u00e4 b.txt\""),
                call("get_object", "Bucket", b, "Key", k, "Range", "bytes=0-9", "IfMatch", "\"x\"", "PartNumber", 3),
                call("get_object", "Bucket", b, "Key", k, "ChecksumMode", "ENABLED", "RequestPayer", "requester"),
                call("get_object", "Bucket", b, "Key", k, "SSECustomerAlgorithm", "AES256", "SSECustomerKey",
                        "0123456789abcdef0123456789abcdef"),
                call("put_object", "Bucket", b, "Key", k),
                call("put_object", "Bucket", b, "Key", k, "ContentType", "text/plain", "Metadata", Map.of("a", " b  c "),
                        "ACL", "public-read"),
                call("put_object", "Bucket", b, "Key", k, "ContentMD5", "1B2M2Y8AsgTpgAmY7PhCfg==", "Tagging", "a=b&c=%20d",
                        "ContentLength", 5),
                call("put_object", "Bucket", b, "Key", k, "ServerSideEncryption", "aws:kms", "SSEKMSKeyId", "arn:aws:kms:x",
                        "StorageClass", "STANDARD_IA", "CacheControl", "max-age=1, public"),
                call("put_object", "Bucket", b, "Key", k, "ChecksumSHA256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
                call("head_object", "Bucket", b, "Key", k), call("delete_object", "Bucket", b, "Key", k, "VersionId", "null"),
                call("list_objects_v2", "Bucket", b, "Prefix", "a b/", "Delimiter", "/", "MaxKeys", 5, "StartAfter", "\u00fc"),
                call("list_objects", "Bucket", b, "Marker", "a+b"), call("list_object_versions", "Bucket", b),
                call("list_buckets"), call("head_bucket", "Bucket", b), call("get_bucket_location", "Bucket", b),
                call("create_multipart_upload", "Bucket", b, "Key", k, "ContentType", "image/png"),
                call("upload_part", "Bucket", b, "Key", k, "UploadId", "u/+=", "PartNumber", 10_000),
                call("list_parts", "Bucket", b, "Key", k, "UploadId", "u"),
                call("abort_multipart_upload", "Bucket", b, "Key", k, "UploadId", "u"),
                call("get_object_acl", "Bucket", b, "Key", k), call("get_object_tagging", "Bucket", b, "Key", k),
                call("copy_object", "Bucket", b, "Key", k, "CopySource", "other/k \u00e4+"),
                call("get_bucket_versioning", "Bucket", b), call("get_bucket_cors", "Bucket", b),
                call("delete_bucket", "Bucket", b), call("put_object", "Bucket", b), call("get_objekt"));
    }

    private static Map<String, List<Operation>> others() {
        Map<String, List<Operation>> others = new LinkedHashMap<>();
        others.put("sts", List.of(call("get_caller_identity"), call("assume_role", "RoleArn",
                "arn:aws:iam::123456789012:role/x", "RoleSessionName", "me", "Tags",
                List.of(Map.of("Key", "a b", "Value", "\u00e4&=")))));
        others.put("ec2", List.of(call("describe_instances", "Filters",
                List.of(Map.of("Name", "vpc-id", "Values", List.of("a", "b c"))), "MaxResults", 5, "DryRun", true)));
        others.put("iam", List.of(call("get_user", "UserName", "ada")));
        others.put("sqs", List.of(call("receive_message", "QueueUrl", "https://sqs.us-east-1.amazonaws.com/1/q",
                "MaxNumberOfMessages", 5, "AttributeNames", List.of("All", "SentTimestamp")),
                call("list_queues")));
        others.put("dynamodb", List.of(call("list_tables", "Limit", 5, "ExclusiveStartTableName", "a \"b\" \u00e4")));
        others.put("kms", List.of(call("list_keys")));
        others.put("lambda", List.of(call("list_functions", "MaxItems", 3, "Marker", "a/b"),
                call("get_function", "FunctionName", "f:1"), call("invoke", "FunctionName", "f")));
        others.put("sns", List.of(call("publish", "TopicArn", "arn:aws:sns:us-east-1:1:t", "Message", "a\nb%")));
        others.put("polly", List.of(call("synthesize_speech", "Text", "H\u00e9llo <w> & \"you\"", "OutputFormat", "mp3",
                "VoiceId", "Joanna", "LexiconNames", List.of("a", "b"))));
        others.put("rds", List.of(call("describe_db_instances", "DBInstanceIdentifier", "db 1"),
                call("copy_db_snapshot", "SourceDBSnapshotIdentifier", "s", "TargetDBSnapshotIdentifier", "t",
                        "CopyTags", true)));
        others.put("cloudfront", List.of(call("list_distributions", "MaxItems", "3")));
        return others;
    }
}

package org.tucuxi.itests.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tucuxi.itests.interop.Answers.at;
import static org.tucuxi.itests.interop.Answers.each;
import static org.tucuxi.itests.interop.Answers.list;
import static org.tucuxi.itests.interop.Answers.status;
import static org.tucuxi.itests.interop.Answers.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientException;

/** Twelve services, all six protocols but CBOR, against moto. Names are unique, so that tests may run in any order. */
@ExtendWith(World.Extension.class)
class MotoIT {

    private static final String TRUST = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"},
             "Action": "sts:AssumeRole"}]}""";

    private final World world;

    MotoIT(World world) {
        this.world = world;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void ec2RunsInstancesInASubnetOfItsOwn() {
        Client ec2 = world.moto("ec2");

        String vpc = text(ec2.call("CreateVpc", Map.of("CidrBlock", "10.7.0.0/16")), "Vpc.VpcId");
        Map<String, Object> subnet = ec2.call("CreateSubnet", Map.of("VpcId", vpc, "CidrBlock", "10.7.1.0/24"));
        assertThat(at(subnet, "Subnet.AvailableIpAddressCount")).isInstanceOf(Integer.class);
        String image = text(ec2.call("DescribeImages", Map.of("Owners", List.of("amazon"))), "Images.0.ImageId");
        Map<String, Object> run = ec2.call("RunInstances", Map.of(
                "ImageId", image, "MinCount", 2, "MaxCount", 2, "InstanceType", "t3.micro",
                "SubnetId", text(subnet, "Subnet.SubnetId"),
                "TagSpecifications", List.of(Map.of("ResourceType", "instance",
                        "Tags", List.of(Map.of("Key", "purpose", "Value", "tests & <more>"))))));
        assertThat(list(run, "Instances")).hasSize(2);

        Map<String, Object> found = ec2.call("DescribeInstances", Map.of(
                "Filters", List.of(Map.of("Name", "vpc-id", "Values", List.of(vpc)))));
        assertThat(list(found, "Reservations")).hasSize(1);
        assertThat(list(found, "Reservations.0.Instances")).hasSize(2);
        assertThat(at(found, "Reservations.0.Instances.0.LaunchTime")).isInstanceOf(Instant.class);
        assertThat(at(found, "Reservations.0.Instances.0.Tags.0.Value")).isEqualTo("tests & <more>");
        assertThat(at(found, "ResponseMetadata.RequestId")).isInstanceOf(String.class);

        String id = text(found, "Reservations.0.Instances.0.InstanceId");
        Map<String, Object> ended = ec2.call("TerminateInstances", Map.of("InstanceIds", List.of(id)));
        assertThat(text(ended, "TerminatingInstances.0.InstanceId")).isEqualTo(id);
    }

    @Test
    void ec2TellsWhatDoesNotExist() {
        Client ec2 = world.moto("ec2");

        ClientException error = catchThrowableOfType(ClientException.class,
                () -> ec2.call("DescribeInstances", Map.of("InstanceIds", List.of("i-00000000000000000"))));

        assertThat(error.isA("InvalidInstanceID.NotFound")).isTrue();
        assertThat(at(error.response(), "ResponseMetadata.HTTPStatusCode")).isEqualTo(400);
        assertThat(text(error.response(), "Error.Message")).contains("i-00000000000000000");
    }

    @Test
    void iamKeepsUsersRolesAndPolicies() {
        Client iam = world.moto("iam");

        iam.call("CreateUser", Map.of("UserName", "interop-ada", "Path", "/people/",
                "Tags", List.of(Map.of("Key", "team", "Value", "räum&dienst"))));
        Map<String, Object> user = iam.call("GetUser", Map.of("UserName", "interop-ada"));
        assertThat(text(user, "User.Arn")).endsWith("user/people/interop-ada");
        assertThat(at(user, "User.CreateDate")).isInstanceOf(Instant.class);
        assertThat(text(user, "User.Tags.0.Value")).isEqualTo("räum&dienst");

        iam.call("CreateRole", Map.of("RoleName", "interop-runner", "AssumeRolePolicyDocument", TRUST));
        assertThat(each(iam.call("ListRoles"), "Roles", "RoleName")).contains("interop-runner");

        Map<String, Object> key = iam.call("CreateAccessKey", Map.of("UserName", "interop-ada"));
        assertThat(text(key, "AccessKey.Status")).isEqualTo("Active");

        ClientException error = catchThrowableOfType(ClientException.class,
                () -> iam.call("GetUser", Map.of("UserName", "interop-nobody")));
        assertThat(error.isA("NoSuchEntity")).isTrue();
        assertThat(error.isA("NoSuchEntityException")).isTrue();
    }

    @Test
    void lambdaKeepsAFunctionAndItsCode() throws Exception {
        Client iam = world.moto("iam");
        String role = text(iam.call("CreateRole", Map.of("RoleName", "interop-lambda",
                "AssumeRolePolicyDocument", TRUST)), "Role.Arn");
        Client lambda = world.moto("lambda");

        Map<String, Object> made = lambda.call("CreateFunction", Map.of("FunctionName", "interop-hello",
                "Runtime", "python3.12", "Role", role, "Handler", "hello.handler",
                "Code", Map.of("ZipFile", Zip.of("hello.py", "def handler(event, context): return event")),
                "Environment", Map.of("Variables", Map.of("GREETING", "hello")), "Timeout", 5));
        assertThat(status(made)).isEqualTo(201);
        assertThat(at(made, "CodeSize")).isInstanceOf(Number.class);

        Map<String, Object> function = lambda.call("GetFunction", Map.of("FunctionName", "interop-hello"));
        assertThat(text(function, "Configuration.Environment.Variables.GREETING")).isEqualTo("hello");
        assertThat(at(function, "Configuration.Timeout")).isEqualTo(5);
        lambda.call("TagResource", Map.of("Resource", text(function, "Configuration.FunctionArn"),
                "Tags", Map.of("a b", "c/d")));
        assertThat(at(lambda.call("ListTags", Map.of("Resource", text(function, "Configuration.FunctionArn"))),
                "Tags")).isEqualTo(Map.of("a b", "c/d"));

        lambda.call("DeleteFunction", Map.of("FunctionName", "interop-hello"));
        ClientException error = catchThrowableOfType(ClientException.class,
                () -> lambda.call("GetFunction", Map.of("FunctionName", "interop-hello")));
        assertThat(error.isA("ResourceNotFoundException")).isTrue();
    }

    @Test
    void snsPublishesToAQueue() {
        Client sns = world.moto("sns");
        Client sqs = world.moto("sqs");
        String queue = text(sqs.call("CreateQueue", Map.of("QueueName", "interop-listener")), "QueueUrl");
        String queueArn = text(sqs.call("GetQueueAttributes", Map.of("QueueUrl", queue,
                "AttributeNames", List.of("QueueArn"))), "Attributes.QueueArn");

        String topic = text(sns.call("CreateTopic", Map.of("Name", "interop-news",
                "Attributes", Map.of("DisplayName", "The news"))), "TopicArn");
        sns.call("Subscribe", Map.of("TopicArn", topic, "Protocol", "sqs", "Endpoint", queueArn));
        Map<String, Object> sent = sns.call("Publish", Map.of("TopicArn", topic, "Message", "50 % & more\n",
                "MessageAttributes", Map.of("kind", Map.of("DataType", "String", "StringValue", "breaking"))));
        assertThat(text(sent, "MessageId")).isNotBlank();

        Map<String, Object> received = sqs.call("ReceiveMessage", Map.of("QueueUrl", queue, "WaitTimeSeconds", 1));
        assertThat(text(received, "Messages.0.Body")).contains("50 % & more");
        assertThat(text(sns.call("GetTopicAttributes", Map.of("TopicArn", topic)), "Attributes.DisplayName"))
                .isEqualTo("The news");
        ClientException error = catchThrowableOfType(ClientException.class,
                () -> sns.call("GetTopicAttributes", Map.of("TopicArn", topic + "-gone")));
        assertThat(error.isA("NotFound")).isTrue();
    }

    @Test
    void cloudFormationMakesAStackWithAQueue() {
        Client formation = world.moto("cloudformation");
        String template = """
                {"Resources": {"Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Ref": "Name"}}}},
                 "Parameters": {"Name": {"Type": "String"}},
                 "Outputs": {"Arn": {"Value": {"Fn::GetAtt": ["Queue", "Arn"]}}}}""";

        String id = text(formation.call("CreateStack", Map.of("StackName", "interop-stack", "TemplateBody", template,
                "Parameters", List.of(Map.of("ParameterKey", "Name", "ParameterValue", "interop-stacked")))), "StackId");

        Map<String, Object> found = formation.call("DescribeStacks", Map.of("StackName", id));
        assertThat(text(found, "Stacks.0.StackStatus")).isEqualTo("CREATE_COMPLETE");
        assertThat(text(found, "Stacks.0.Outputs.0.OutputValue")).endsWith(":interop-stacked");
        assertThat(each(formation.call("ListStackResources", Map.of("StackName", "interop-stack")),
                "StackResourceSummaries", "ResourceType")).containsExactly("AWS::SQS::Queue");
        formation.call("DeleteStack", Map.of("StackName", "interop-stack"));
        ClientException error = catchThrowableOfType(ClientException.class,
                () -> formation.call("DescribeStacks", Map.of("StackName", "interop-nothing")));
        assertThat(text(error.response(), "Error.Code")).isEqualTo("ValidationError");
    }

    @Test
    void cloudWatchKeepsMetricsAndAlarms() {
        Client watch = world.moto("cloudwatch");
        Instant now = Instant.now();

        watch.call("PutMetricData", Map.of("Namespace", "Interop/Dolphins", "MetricData", List.of(
                Map.of("MetricName", "Leaps", "Value", 1.5, "Timestamp", now, "Unit", "Count"),
                Map.of("MetricName", "Leaps", "Value", 2.5, "Timestamp", now, "Unit", "Count"))));

        Map<String, Object> statistics = watch.call("GetMetricStatistics", Map.of("Namespace", "Interop/Dolphins",
                "MetricName", "Leaps", "StartTime", now.minusSeconds(600), "EndTime", now.plusSeconds(600),
                "Period", 3600, "Statistics", List.of("Sum", "Average")));
        assertThat(at(statistics, "Datapoints.0.Sum")).isEqualTo(4.0);
        assertThat(at(statistics, "Datapoints.0.Timestamp")).isInstanceOf(Instant.class);
        watch.call("PutMetricAlarm", Map.of("AlarmName", "interop-alarm", "MetricName", "Leaps",
                "Namespace", "Interop/Dolphins", "Period", 60, "EvaluationPeriods", 1, "Threshold", 3.0,
                "Statistic", "Sum", "ComparisonOperator", "GreaterThanThreshold"));
        assertThat(at(watch.call("DescribeAlarms", Map.of("AlarmNames", List.of("interop-alarm"))),
                "MetricAlarms.0.Threshold")).isEqualTo(3.0);
    }

    @Test
    void logsKeepsEventsInTheirOrder() {
        Client logs = world.moto("logs");
        long now = System.currentTimeMillis();

        logs.call("CreateLogGroup", Map.of("logGroupName", "/interop/app"));
        logs.call("CreateLogStream", Map.of("logGroupName", "/interop/app", "logStreamName", "one"));
        logs.call("PutLogEvents", Map.of("logGroupName", "/interop/app", "logStreamName", "one", "logEvents", List.of(
                Map.of("timestamp", now - 1, "message", "first \u2713"), Map.of("timestamp", now, "message", "second"))));

        Map<String, Object> events = logs.call("GetLogEvents", Map.of("logGroupName", "/interop/app",
                "logStreamName", "one", "startFromHead", true));
        assertThat(list(events, "events")).extracting(event -> event.get("message"))
                .containsExactly("first \u2713", "second");
        assertThat(at(events, "events.1.timestamp")).isEqualTo(now);
        ClientException error = catchThrowableOfType(ClientException.class,
                () -> logs.call("CreateLogGroup", Map.of("logGroupName", "/interop/app")));
        assertThat(error.isA("ResourceAlreadyExistsException")).isTrue();
    }

    @Test
    void kmsDecryptsWhatItEncrypted() {
        Client kms = world.moto("kms");
        String key = text(kms.call("CreateKey", Map.of("Description", "interop")), "KeyMetadata.KeyId");
        byte[] plain = {0, 1, 2, (byte) 0xff};

        byte[] sealed = (byte[]) kms.call("Encrypt", Map.of("KeyId", key, "Plaintext", plain,
                "EncryptionContext", Map.of("for", "tests"))).get("CiphertextBlob");
        Map<String, Object> opened = kms.call("Decrypt", Map.of("CiphertextBlob", sealed,
                "EncryptionContext", Map.of("for", "tests")));

        assertThat((byte[]) opened.get("Plaintext")).containsExactly(plain);
        assertThat(sealed).isNotEqualTo(plain);
        ClientException error = catchThrowableOfType(ClientException.class,
                () -> kms.call("DescribeKey", Map.of("KeyId", "00000000-0000-0000-0000-000000000000")));
        assertThat(error.isA("NotFoundException")).isTrue();
    }

    @Test
    void secretsManagerKeepsTextsAndBytes() {
        Client secrets = world.moto("secretsmanager");

        // The token is an idempotency token: the client makes one.
        secrets.call("CreateSecret", Map.of("Name", "interop/text", "SecretString", "{\"user\": \"ada\"}"));
        secrets.call("CreateSecret", Map.of("Name", "interop/bytes", "SecretBinary", utf8("\u0000\u00ff")));
        secrets.call("PutSecretValue", Map.of("SecretId", "interop/text", "SecretString", "second"));

        assertThat(text(secrets.call("GetSecretValue", Map.of("SecretId", "interop/text")), "SecretString"))
                .isEqualTo("second");
        assertThat((byte[]) secrets.call("GetSecretValue", Map.of("SecretId", "interop/bytes")).get("SecretBinary"))
                .containsExactly(utf8("\u0000\u00ff"));
        ClientException error = catchThrowableOfType(ClientException.class,
                () -> secrets.call("GetSecretValue", Map.of("SecretId", "interop/none")));
        assertThat(error.isA("ResourceNotFoundException")).isTrue();
    }

    @Test
    void ssmKeepsParameters() {
        Client ssm = world.moto("ssm");

        Map<String, Object> put = ssm.call("PutParameter", Map.of("Name", "/interop/a", "Value", "1", "Type", "String"));
        assertThat(at(put, "Version")).isEqualTo(1L);
        ssm.call("PutParameter", Map.of("Name", "/interop/b", "Value", "x,y", "Type", "StringList"));

        Map<String, Object> found = ssm.call("GetParametersByPath", Map.of("Path", "/interop"));
        assertThat(each(found, "Parameters", "Value")).containsExactlyInAnyOrder("1", "x,y");
        assertThat(at(found, "Parameters.0.LastModifiedDate")).isInstanceOf(Instant.class);
        assertThat(at(ssm.call("GetParameters", Map.of("Names", List.of("/interop/a", "/interop/z"))),
                "InvalidParameters")).isEqualTo(List.of("/interop/z"));
        ClientException error = catchThrowableOfType(ClientException.class,
                () -> ssm.call("GetParameter", Map.of("Name", "/interop/z")));
        assertThat(error.isA("ParameterNotFound")).isTrue();
    }

    @Test
    void kinesisGivesBackWhatWasPut() {
        Client kinesis = world.moto("kinesis");

        kinesis.call("CreateStream", Map.of("StreamName", "interop-stream", "ShardCount", 1));
        Map<String, Object> put = kinesis.call("PutRecord", Map.of("StreamName", "interop-stream",
                "Data", utf8("one"), "PartitionKey", "k"));
        kinesis.call("PutRecords", Map.of("StreamName", "interop-stream", "Records", List.of(
                Map.of("Data", utf8("two"), "PartitionKey", "k"), Map.of("Data", utf8("three"), "PartitionKey", "k"))));

        String iterator = text(kinesis.call("GetShardIterator", Map.of("StreamName", "interop-stream",
                "ShardId", text(put, "ShardId"), "ShardIteratorType", "TRIM_HORIZON")), "ShardIterator");
        Map<String, Object> records = kinesis.call("GetRecords", Map.of("ShardIterator", iterator));
        assertThat(list(records, "Records"))
                .extracting(record -> new String((byte[]) record.get("Data"), StandardCharsets.UTF_8))
                .containsExactly("one", "two", "three");
        assertThat(at(records, "Records.0.ApproximateArrivalTimestamp")).isInstanceOf(Instant.class);
        assertThat(at(records, "MillisBehindLatest")).isInstanceOf(Long.class);
    }

    @Test
    void stepFunctionsRunsAMachine() {
        Client states = world.moto("stepfunctions");
        String definition = """
                {"StartAt": "Done", "States": {"Done": {"Type": "Pass", "End": true}}}""";

        String machine = text(states.call("CreateStateMachine", Map.of("name", "interop-machine",
                "definition", definition, "roleArn", "arn:aws:iam::123456789012:role/interop")), "stateMachineArn");
        String execution = text(states.call("StartExecution", Map.of("stateMachineArn", machine,
                "input", "{\"n\": 1}")), "executionArn");

        Map<String, Object> described = states.call("DescribeExecution", Map.of("executionArn", execution));
        assertThat(text(described, "input")).isEqualTo("{\"n\": 1}");
        assertThat(at(described, "startDate")).isInstanceOf(Instant.class);
        assertThat(each(states.call("ListStateMachines"), "stateMachines", "name")).contains("interop-machine");
        ClientException error = catchThrowableOfType(ClientException.class,
                () -> states.call("DescribeStateMachine", Map.of("stateMachineArn", machine + "x")));
        assertThat(error.isA("StateMachineDoesNotExist")).isTrue();
    }

    /** The protocol is json, but users look for the codes that the query protocol had. */
    @Test
    void sqsHasItsOldErrorCodes() {
        Client sqs = world.moto("sqs");

        ClientException error = catchThrowableOfType(ClientException.class,
                () -> sqs.call("GetQueueUrl", Map.of("QueueName", "interop-none")));

        assertThat(text(error.response(), "Error.Code")).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
        assertThat(text(error.response(), "Error.QueryErrorCode")).isEqualTo("QueueDoesNotExist");
        assertThat(error.isA("QueueDoesNotExist")).isTrue();
    }
}

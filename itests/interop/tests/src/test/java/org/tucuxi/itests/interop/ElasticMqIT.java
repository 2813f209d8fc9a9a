package org.tucuxi.itests.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tucuxi.itests.interop.Answers.at;
import static org.tucuxi.itests.interop.Answers.each;
import static org.tucuxi.itests.interop.Answers.list;
import static org.tucuxi.itests.interop.Answers.text;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientException;

/** SQS against ElasticMQ. */
@ExtendWith(World.Extension.class)
class ElasticMqIT {

    private final Client sqs;

    ElasticMqIT(World world) {
        this.sqs = world.elasticMq();
    }

    @Test
    void messagesComeBackWithTheirAttributes() {
        String queue = text(sqs.call("CreateQueue", Map.of("QueueName", "interop-one",
                "Attributes", Map.of("VisibilityTimeout", "30"))), "QueueUrl");
        sqs.call("SendMessage", Map.of("QueueUrl", queue, "MessageBody", "leap \ud83d\udc2c", "MessageAttributes", Map.of(
                "text", Map.of("DataType", "String", "StringValue", "a \"b\""),
                "bytes", Map.of("DataType", "Binary", "BinaryValue", new byte[] {1, 2, (byte) 0xfe}))));

        Map<String, Object> received = sqs.call("ReceiveMessage", Map.of("QueueUrl", queue,
                "MessageAttributeNames", List.of("All"), "AttributeNames", List.of("All"), "WaitTimeSeconds", 2));

        assertThat(text(received, "Messages.0.Body")).isEqualTo("leap \ud83d\udc2c");
        assertThat(text(received, "Messages.0.MessageAttributes.text.StringValue")).isEqualTo("a \"b\"");
        assertThat((byte[]) at(received, "Messages.0.MessageAttributes.bytes.BinaryValue"))
                .containsExactly(1, 2, 0xfe);
        assertThat(text(received, "Messages.0.Attributes.ApproximateReceiveCount")).isEqualTo("1");
        sqs.call("DeleteMessage", Map.of("QueueUrl", queue, "ReceiptHandle", text(received, "Messages.0.ReceiptHandle")));
        assertThat(sqs.call("ReceiveMessage", Map.of("QueueUrl", queue)).getOrDefault("Messages", List.of()))
                .isEqualTo(List.of());
    }

    @Test
    void aBatchTellsEachResult() {
        String queue = text(sqs.call("CreateQueue", Map.of("QueueName", "interop-batch")), "QueueUrl");

        Map<String, Object> sent = sqs.call("SendMessageBatch", Map.of("QueueUrl", queue, "Entries", List.of(
                Map.of("Id", "a", "MessageBody", "1"), Map.of("Id", "b", "MessageBody", "2", "DelaySeconds", 0))));

        assertThat(each(sent, "Successful", "Id")).containsExactlyInAnyOrder("a", "b");
        assertThat(list(sent, "Successful")).allSatisfy(entry -> assertThat(entry).containsKey("MD5OfMessageBody"));
    }

    @Test
    void aQueueThatIsNotThereIsAModelledError() {
        ClientException error = catchThrowableOfType(ClientException.class,
                () -> sqs.call("GetQueueUrl", Map.of("QueueName", "interop-none")));

        assertThat(error.isA("QueueDoesNotExist")).isTrue();
    }
}

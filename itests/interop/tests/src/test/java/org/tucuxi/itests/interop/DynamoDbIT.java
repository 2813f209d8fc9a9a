package org.tucuxi.itests.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tucuxi.itests.interop.Answers.at;
import static org.tucuxi.itests.interop.Answers.list;
import static org.tucuxi.itests.interop.Answers.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientException;

/** DynamoDB and its streams, against DynamoDB Local. */
@ExtendWith(World.Extension.class)
class DynamoDbIT {

    private static final String TABLE = "Dolphins";

    private final World world;
    private final Client dynamo;

    DynamoDbIT(World world) {
        this.world = world;
        this.dynamo = world.dynamoDbLocal("dynamodb");
    }

    @BeforeEach
    void emptyTable() {
        if (((List<?>) dynamo.call("ListTables").get("TableNames")).contains(TABLE)) {
            dynamo.call("DeleteTable", Map.of("TableName", TABLE));
        }
        dynamo.call("CreateTable", Map.of("TableName", TABLE,
                "AttributeDefinitions", List.of(
                        Map.of("AttributeName", "river", "AttributeType", "S"),
                        Map.of("AttributeName", "number", "AttributeType", "N")),
                "KeySchema", List.of(
                        Map.of("AttributeName", "river", "KeyType", "HASH"),
                        Map.of("AttributeName", "number", "KeyType", "RANGE")),
                "BillingMode", "PAY_PER_REQUEST",
                "StreamSpecification", Map.of("StreamEnabled", true, "StreamViewType", "NEW_IMAGE")));
    }

    @Test
    void anItemOfEveryTypeComesBackAsItWas() {
        Map<String, Object> item = Map.ofEntries(
                Map.entry("river", Map.of("S", "Amazonas \u00e7\ud83d\udc2c")), Map.entry("number", Map.of("N", "1")),
                Map.entry("weight", Map.of("N", "123456789012345678901234567890.12345678")),
                Map.entry("sound", Map.of("B", new byte[] {0, 1, (byte) 0xff})),
                Map.entry("names", Map.of("SS", List.of("Sotalia"))), Map.entry("sizes", Map.of("NS", List.of("1.5"))),
                Map.entry("sounds", Map.of("BS", List.of(new byte[] {7}))), Map.entry("seen", Map.of("BOOL", true)),
                Map.entry("nothing", Map.of("NULL", true)),
                Map.entry("list", Map.of("L", List.of(Map.of("S", "a"), Map.of("L", List.of())))),
                Map.entry("map", Map.of("M", Map.of("deep", Map.of("M", Map.of("er", Map.of("N", "2")))))));

        dynamo.call("PutItem", Map.of("TableName", TABLE, "Item", item));
        Map<String, Object> found = dynamo.call("GetItem", Map.of("TableName", TABLE, "ConsistentRead", true,
                "Key", Map.of("river", item.get("river"), "number", item.get("number"))));

        assertThat(found.get("Item")).usingRecursiveComparison().isEqualTo(item);
    }

    @Test
    void aQueryPagesThroughManyItems() {
        for (int batch = 0; batch < 4; batch++) {
            int first = batch * 25;
            dynamo.call("BatchWriteItem", Map.of("RequestItems", Map.of(TABLE, IntStream.range(first, first + 25)
                    .mapToObj(number -> Map.of("PutRequest", Map.of("Item", Map.of("river", Map.of("S", "Tapaj\u00f3s"),
                            "number", Map.of("N", Integer.toString(number)))))).toList())));
        }

        Map<String, Object> query = Map.of("TableName", TABLE, "Limit", 60,
                "KeyConditionExpression", "river = :river AND #n >= :from",
                "ExpressionAttributeNames", Map.of("#n", "number"),
                "ExpressionAttributeValues", Map.of(":river", Map.of("S", "Tapaj\u00f3s"), ":from", Map.of("N", "10")));
        Map<String, Object> page = dynamo.call("Query", query);
        Map<String, Object> next = new java.util.HashMap<>(query);
        next.put("ExclusiveStartKey", page.get("LastEvaluatedKey"));
        Map<String, Object> rest = dynamo.call("Query", next);

        assertThat(page.get("Count")).isEqualTo(60);
        assertThat(rest.get("Count")).isEqualTo(30);
        assertThat(at(rest, "Items.29.number.N")).isEqualTo("99");
        assertThat(rest).doesNotContainKey("LastEvaluatedKey");
    }

    @Test
    void aCancelledTransactionTellsItsReasons() {
        Map<String, Object> put = Map.of("Put", Map.of("TableName", TABLE,
                "Item", Map.of("river", Map.of("S", "Xingu"), "number", Map.of("N", "1")),
                "ConditionExpression", "attribute_not_exists(river)"));
        dynamo.call("TransactWriteItems", Map.of("TransactItems", List.of(put)));

        ClientException error = catchThrowableOfType(ClientException.class,
                () -> dynamo.call("TransactWriteItems", Map.of("TransactItems", List.of(put))));

        assertThat(error.isA("TransactionCanceledException")).isTrue();
        assertThat(list(error.response(), "CancellationReasons")).hasSize(1);
        assertThat(text(error.response(), "CancellationReasons.0.Code")).isEqualTo("ConditionalCheckFailed");
    }

    @Test
    void aTableThatIsNotThereIsAModelledError() {
        ClientException error = catchThrowableOfType(ClientException.class,
                () -> dynamo.call("DescribeTable", Map.of("TableName", "Manatees")));

        assertThat(error.isA("ResourceNotFoundException")).isTrue();
        assertThat(at(error.response(), "ResponseMetadata.RequestId")).isInstanceOf(String.class);
    }

    @Test
    void theStreamTellsWhatWasWritten() {
        Client streams = world.dynamoDbLocal("dynamodbstreams");
        Map<String, Object> table = dynamo.call("DescribeTable", Map.of("TableName", TABLE));
        assertThat(at(table, "Table.CreationDateTime")).isInstanceOf(Instant.class);
        String stream = text(table, "Table.LatestStreamArn");
        dynamo.call("PutItem", Map.of("TableName", TABLE,
                "Item", Map.of("river", Map.of("S", "Madeira"), "number", Map.of("N", "5"))));

        String shard = text(streams.call("DescribeStream", Map.of("StreamArn", stream)),
                "StreamDescription.Shards.0.ShardId");
        String iterator = text(streams.call("GetShardIterator", Map.of("StreamArn", stream, "ShardId", shard,
                "ShardIteratorType", "TRIM_HORIZON")), "ShardIterator");
        Map<String, Object> records = streams.call("GetRecords", Map.of("ShardIterator", iterator));

        assertThat(text(records, "Records.0.dynamodb.NewImage.river.S")).isEqualTo("Madeira");
        assertThat(text(records, "Records.0.eventName")).isEqualTo("INSERT");
    }
}

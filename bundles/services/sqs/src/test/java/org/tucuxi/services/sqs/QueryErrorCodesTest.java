package org.tucuxi.services.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.event.AfterCall;
import org.tucuxi.services.shared.testing.ServiceEvents;

class QueryErrorCodesTest {

    private static final ServiceEvents SQS = ServiceEvents.of("sqs");

    @Test
    void letsTheShapesNameChooseTheException() {
        AfterCall event = SQS.after("GetQueueUrl", Map.of("Error", Map.of("Code",
                "AWS.SimpleQueueService.NonExistentQueue", "QueryErrorCode", "QueueDoesNotExist")));

        new QueryErrorCodes().handle(event);

        assertThat(event.context()).containsEntry("error_code_override", "QueueDoesNotExist");
        assertThat(SQS.model().errorShape("QueueDoesNotExist")).isNotNull();
    }

    @Test
    void leavesErrorsWithoutSuchACode() {
        AfterCall event = SQS.after("GetQueueUrl", Map.of("Error", Map.of("Code", "x")));
        AfterCall success = SQS.after("GetQueueUrl", Map.of("QueueUrl", "u"));

        new QueryErrorCodes().handle(event);
        new QueryErrorCodes().handle(success);

        assertThat(event.context()).isEmpty();
        assertThat(success.context()).isEmpty();
    }
}

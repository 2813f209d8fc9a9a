package org.tucuxi.services.sqs;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/**
 * SQS speaks JSON now, and says in a header what the error's code was before: that stays in {@code Error.Code},
 * and the name of the shape chooses the exception.
 */
@Component
@EventPattern("after-call.sqs.*")
public final class QueryErrorCodes implements EventHandler<AfterCall, Void> {

    @Override
    public Void handle(AfterCall event) {
        if (event.parsed().get("Error") instanceof Map<?, ?> error && error.get("QueryErrorCode") instanceof String code
                && !code.isEmpty()) {
            event.context().put("error_code_override", code);
        }
        return null;
    }
}

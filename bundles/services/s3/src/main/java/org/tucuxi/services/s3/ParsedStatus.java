package org.tucuxi.services.s3;

import java.time.Duration;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventOrder;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.event.Section;

/**
 * Brings the status that {@link ErrorInSuccess} chose to the HTTP response, which retry handlers and the client go by.
 */
@Component
@EventPattern("needs-retry.s3.*")
@EventOrder(Section.FIRST)
public final class ParsedStatus implements EventHandler<NeedsRetry, Duration> {

    @Override
    public Duration handle(NeedsRetry event) {
        if (event.httpResponse() != null && event.parsed() != null
                && event.parsed().get("ResponseMetadata") instanceof Map<?, ?> metadata
                && metadata.get("HTTPStatusCode") instanceof Number status
                && status.intValue() != event.httpResponse().status()) {
            event.httpResponse().status(status.intValue());
        }
        return null;
    }
}

package org.tucuxi.demo.handlers;

import java.time.Duration;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.NeedsRetry;

/** Use case 5: retries server errors after two seconds, whatever the client's retry mode says. */
@Component
@EventPattern("needs-retry.s3.ListBuckets")
public final class CustomRetry implements EventHandler<NeedsRetry, Duration> {

    @Override
    public Duration handle(NeedsRetry event) {
        if (event.httpResponse() != null && event.httpResponse().status() == 500) {
            System.out.println("Server error detected, retrying...");
            return Duration.ofSeconds(2);
        }
        return null;
    }
}

package org.tucuxi.demo.handlers;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.AfterCallError;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Use case 4: logs errors that occur during the call. */
@Component
@EventPattern("after-call-error.s3.ListBuckets")
public final class LogErrors implements EventHandler<AfterCallError, Void> {

    @Override
    public Void handle(AfterCallError event) {
        System.out.println("Logging error: " + event.exception().getClass().getSimpleName());
        return null;
    }
}

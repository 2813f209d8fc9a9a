package org.tucuxi.demo.fault;

import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpResponse;

/** Answers the first request in the server's place, and lets the others through. */
@Component
@EventPattern("before-send.s3.ListBuckets")
public final class FailOnce implements EventHandler<BeforeSend, HttpResponse> {

    private final AtomicBoolean done = new AtomicBoolean();

    @Override
    public HttpResponse handle(BeforeSend event) {
        if (!done.compareAndSet(false, true)) {
            return null;
        }
        System.out.println("(a before-send handler answers 500 in the server's place)");
        return HttpResponse.of(500, new HttpHeaders(),
                "<Error><Code>InternalError</Code><Message>We encountered an internal error.</Message></Error>");
    }
}

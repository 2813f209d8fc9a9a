package org.tucuxi.demo.handlers;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Use case 3: adds a header to the request; it is signed and sent. */
@Component
@EventPattern("before-call.s3.ListBuckets")
public final class AddCustomHeader implements EventHandler<BeforeCall, BeforeCall.Answer> {

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        event.params().headers().put("X-Custom-Header", "CustomValue");
        System.out.println("Custom header added.");
        return null;
    }
}

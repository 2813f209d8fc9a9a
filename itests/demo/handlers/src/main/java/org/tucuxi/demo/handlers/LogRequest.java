package org.tucuxi.demo.handlers;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Use case 2: logs the request's headers. Its ranking lets it run before {@link AddCustomHeader}. */
@Component(property = "service.ranking:Integer=10")
@EventPattern("before-call.s3.ListBuckets")
public final class LogRequest implements EventHandler<BeforeCall, BeforeCall.Answer> {

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        String names = StreamSupport.stream(event.params().headers().spliterator(), false).map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        System.out.println("Logging request headers: " + names);
        return null;
    }
}

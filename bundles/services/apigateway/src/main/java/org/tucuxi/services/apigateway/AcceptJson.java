package org.tucuxi.services.apigateway;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Unless it is asked for JSON, API Gateway answers in HAL. */
@Component
@EventPattern("before-call.api-gateway")
public final class AcceptJson implements EventHandler<BeforeCall, BeforeCall.Answer> {

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        event.params().headers().putIfAbsent("Accept", "application/json");
        return null;
    }
}

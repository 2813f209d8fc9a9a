package org.tucuxi.services.glacier;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Glacier takes no request without the version of its API. */
@Component
@EventPattern("before-call.glacier")
public final class ApiVersion implements EventHandler<BeforeCall, BeforeCall.Answer> {

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        Object version = event.model().service().metadata().get("apiVersion");
        event.params().headers().put("x-amz-glacier-version", String.valueOf(version));
        return null;
    }
}

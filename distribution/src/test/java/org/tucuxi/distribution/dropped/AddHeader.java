package org.tucuxi.distribution.dropped;

import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;

/** A handler that a test packs into a bundle and drops into a running platform. */
public final class AddHeader implements EventHandler<BeforeCall, BeforeCall.Answer> {

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        event.params().headers().put("X-Dropped", "yes");
        return null;
    }
}

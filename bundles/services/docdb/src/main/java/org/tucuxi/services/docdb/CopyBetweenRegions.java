package org.tucuxi.services.docdb;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.services.shared.PresignedCopy;

/** A copy names the region of its source, and leave to read it there is sent instead. */
@Component
@EventPattern({"before-call.docdb.CopyDBClusterSnapshot", "before-call.docdb.CreateDBCluster"})
public final class CopyBetweenRegions implements EventHandler<BeforeCall, BeforeCall.Answer> {

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        PresignedCopy.forRds(event);
        return null;
    }
}

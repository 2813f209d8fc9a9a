package org.tucuxi.services.ec2;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.services.shared.PresignedCopy;

/** A snapshot is copied by the region it goes to, which needs leave to read it where it is. */
@Component
@EventPattern("before-call.ec2.CopySnapshot")
public final class SnapshotCopy implements EventHandler<BeforeCall, BeforeCall.Answer> {

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        PresignedCopy.forEc2(event);
        return null;
    }
}

package org.tucuxi.services.s3;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Encodes {@code CopySourceSSECustomerKey} and adds its digest. */
@Component
@EventPattern({"before-parameter-build.s3.CopyObject", "before-parameter-build.s3.UploadPartCopy"})
public final class CopySourceSseCustomerKey implements EventHandler<BeforeParameterBuild, Void> {

    @Override
    public Void handle(BeforeParameterBuild event) {
        CustomerKey.encode(event.params(), "CopySourceSSECustomerKey");
        return null;
    }
}

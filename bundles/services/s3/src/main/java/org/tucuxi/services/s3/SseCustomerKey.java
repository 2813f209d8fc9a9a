package org.tucuxi.services.s3;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Encodes {@code SSECustomerKey} and adds its digest. */
@Component
@EventPattern({"before-parameter-build.s3.HeadObject", "before-parameter-build.s3.GetObject",
    "before-parameter-build.s3.PutObject", "before-parameter-build.s3.CopyObject",
    "before-parameter-build.s3.CreateMultipartUpload", "before-parameter-build.s3.UploadPart",
    "before-parameter-build.s3.UploadPartCopy", "before-parameter-build.s3.CompleteMultipartUpload",
    "before-parameter-build.s3.SelectObjectContent"})
public final class SseCustomerKey implements EventHandler<BeforeParameterBuild, Void> {

    @Override
    public Void handle(BeforeParameterBuild event) {
        CustomerKey.encode(event.params(), "SSECustomerKey");
        return null;
    }
}

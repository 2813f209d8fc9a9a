package org.tucuxi.services.s3;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeSign;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.signing.Signer;

/** Nobody signs an anonymous upload, so nobody else says that its checksum comes behind its body. */
@Component
@EventPattern("before-sign.s3")
public final class UnsignedTrailer implements EventHandler<BeforeSign, Void> {

    @Override
    public Void handle(BeforeSign event) {
        if (Signer.UNSIGNED.equals(event.signatureVersion())
                && event.request().context().get("checksum") instanceof Map<?, ?> checksum
                && checksum.get("request_algorithm") instanceof Map<?, ?> algorithm
                && "trailer".equals(algorithm.get("in"))) {
            event.request().headers().put("X-Amz-Content-SHA256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER");
        }
        return null;
    }
}

package org.tucuxi.services.polly;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeSign;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Whoever opens a presigned URL sends no content type, so none is signed. */
@Component
@EventPattern("before-sign.polly.SynthesizeSpeech")
public final class PresignedSpeech implements EventHandler<BeforeSign, Void> {

    @Override
    public Void handle(BeforeSign event) {
        if (Boolean.TRUE.equals(event.request().context().get("is_presign_request"))) {
            event.request().headers().remove("Content-Type");
        }
        return null;
    }
}

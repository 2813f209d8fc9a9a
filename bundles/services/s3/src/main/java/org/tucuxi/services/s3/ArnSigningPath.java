package org.tucuxi.services.s3;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeSign;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** An access point's ARN is in the host, not in the path: the signed path must not have it either. */
@Component
@EventPattern("before-sign.s3")
public final class ArnSigningPath implements EventHandler<BeforeSign, Void> {

    @Override
    public Void handle(BeforeSign event) {
        String path = event.request().authPath();
        if (path != null && path.startsWith("/arn%3A")) {
            int end = path.indexOf('/', 1);
            String first = path.substring(1, end < 0 ? path.length() : end);
            if (Arn.isArn(UrlText.decode(first))) {
                event.request().authPath(end < 0 ? "" : path.substring(end));
            }
        }
        return null;
    }
}

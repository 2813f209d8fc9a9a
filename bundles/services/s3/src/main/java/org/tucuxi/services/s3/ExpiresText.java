package org.tucuxi.services.s3;

import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.event.BeforeParse;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/**
 * An object's {@code Expires} is whatever text its owner has stored. The text is always handed out, as {@code
 * ExpiresString}; what is no time does not fail the response, it only gives no {@code Expires}.
 */
@Component
@EventPattern("before-parse.s3.*")
public final class ExpiresText implements EventHandler<BeforeParse, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiresText.class);
    private static final String EXPIRES = "Expires";

    @Override
    public Void handle(BeforeParse event) {
        String expires = event.responseDict().headers().get(EXPIRES);
        if (expires != null && !expires.isEmpty() && hasExpires(event.operationModel().output())) {
            event.customizedResponseDict().put("ExpiresString", expires);
            if (!TimeText.isTime(expires)) {
                LOG.debug("The Expires header of {} is no time; it is handed out as ExpiresString only",
                        event.operationModel().name());
                event.responseDict().headers().remove(EXPIRES);
            }
        }
        return null;
    }

    private static boolean hasExpires(StructureShape output) {
        if (output != null) {
            for (Shape member : output.members().values()) {
                if (member.name().equals(EXPIRES) && EXPIRES.equals(member.locationName())) {
                    return true;
                }
            }
        }
        return false;
    }
}

package org.tucuxi.services.socialmessaging;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.GetAttribute;

/** The method's name before {@code WhatsApp} counted as one word. */
@Component
@EventPattern("getattr.socialmessaging.delete_whatsapp_media_message")
public final class OldMethodName implements EventHandler<GetAttribute, Object> {

    @Override
    public Object handle(GetAttribute event) {
        return "delete_whatsapp_message_media";
    }
}

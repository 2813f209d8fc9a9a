package org.tucuxi.services.mturk;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.event.GetAttribute;

/** The method's name before {@code HITs} counted as one word. */
@Component
@EventPattern("getattr.mturk.list_hi_ts_for_qualification_type")
public final class OldMethodName implements EventHandler<GetAttribute, Object> {

    @Override
    public Object handle(GetAttribute event) {
        return "list_hits_for_qualification_type";
    }
}

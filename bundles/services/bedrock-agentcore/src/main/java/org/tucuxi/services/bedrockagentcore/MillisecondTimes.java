package org.tucuxi.services.bedrockagentcore;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.CreatingSerializer;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** Events of one conversation differ by milliseconds. */
@Component
@EventPattern("creating-serializer.bedrock-agentcore")
public final class MillisecondTimes implements EventHandler<CreatingSerializer, Void> {

    @Override
    public Void handle(CreatingSerializer event) {
        event.serializerKwargs().put("timestamp_precision", "millisecond");
        return null;
    }
}

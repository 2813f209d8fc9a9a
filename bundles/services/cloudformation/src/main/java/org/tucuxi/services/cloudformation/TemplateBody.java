package org.tucuxi.services.cloudformation;

import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.services.shared.json.JsonText;

/** A template in JSON comes as a map; one in YAML stays a text. */
@Component
@EventPattern("after-call.cloudformation.GetTemplate")
public final class TemplateBody implements EventHandler<AfterCall, Void> {

    @Override
    public Void handle(AfterCall event) {
        if (event.parsed().get("TemplateBody") instanceof String template) {
            try {
                event.parsed().put("TemplateBody", JsonText.read(template));
            } catch (IOException e) {
                // It is YAML.
                return null;
            }
        }
        return null;
    }
}

package org.tucuxi.services.ec2;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;

/** The console's output comes in Base64; what is no UTF-8 in it is replaced. */
@Component
@EventPattern("after-call.ec2.GetConsoleOutput")
public final class ConsoleOutput implements EventHandler<AfterCall, Void> {

    @Override
    public Void handle(AfterCall event) {
        if (event.parsed().get("Output") instanceof String output) {
            try {
                byte[] decoded = Base64.getMimeDecoder().decode(output);
                event.parsed().put("Output", new String(decoded, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                // It is not what EC2 sends: the caller sees it as it came.
                return null;
            }
        }
        return null;
    }
}

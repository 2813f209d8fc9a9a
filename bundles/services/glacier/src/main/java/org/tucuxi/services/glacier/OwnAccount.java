package org.tucuxi.services.glacier;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.model.StructureShape;

/** Without another account the caller's own is meant, which Glacier calls {@code -}. */
@Component
@EventPattern("before-parameter-build.glacier")
public final class OwnAccount implements EventHandler<BeforeParameterBuild, Void> {

    @Override
    public Void handle(BeforeParameterBuild event) {
        StructureShape input = event.model().input();
        if (event.params().get("accountId") == null && input != null && input.members().containsKey("accountId")) {
            event.params().put("accountId", "-");
        }
        return null;
    }
}

package org.tucuxi.services.route53;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** Route 53 gives ids with a path in front ({@code /hostedzone/Z1}), and takes them without. */
@Component
@EventPattern("before-parameter-build.route-53")
public final class PlainIds implements EventHandler<BeforeParameterBuild, Void> {

    private static final Set<String> IDS = Set.of("ResourceId", "DelegationSetId", "ChangeId");

    @Override
    public Void handle(BeforeParameterBuild event) {
        StructureShape input = event.model().input();
        if (input == null) {
            return null;
        }
        for (Map.Entry<String, Shape> member : input.members().entrySet()) {
            if (IDS.contains(member.getValue().name()) && event.params().get(member.getKey()) instanceof String id) {
                event.params().put(member.getKey(), id.substring(id.lastIndexOf('/') + 1));
            }
        }
        return null;
    }
}

package org.tucuxi.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.tucuxi.event.EmitterFactory.HandlerInfo;
import org.tucuxi.event.EventHandler;

/** What Declarative Services know of the handler components of a bundle. */
final class HandlerComponents {

    /** DS knows a component a moment before it enables it: a component of a bundle this young is taken as enabled. */
    private static final long YOUNG_NANOS = TimeUnit.SECONDS.toNanos(1);

    private HandlerComponents() {
    }

    /** Whether a bundle has components at all, by its manifest: that is known before DS has read them. */
    static boolean mayHave(Bundle bundle) {
        String header = bundle.getHeaders("").get("Service-Component");
        return header != null && !header.isBlank();
    }

    /** The enabled components that provide a handler; null when DS has not read the bundle's components. */
    static List<ComponentDescriptionDTO> expected(ServiceComponentRuntime scr, Bundle bundle, long startedAt) {
        Collection<ComponentDescriptionDTO> all = scr.getComponentDescriptionDTOs(bundle);
        if (all.isEmpty()) {
            return null;
        }
        boolean young = System.nanoTime() - startedAt < YOUNG_NANOS;
        List<ComponentDescriptionDTO> result = new ArrayList<>();
        for (ComponentDescriptionDTO component : all) {
            boolean isHandler = component.serviceInterfaces != null
                    && Arrays.asList(component.serviceInterfaces).contains(EventHandler.class.getName());
            if (isHandler && (scr.isComponentEnabled(component) || young && component.defaultEnabled)) {
                result.add(component);
            }
        }
        return result;
    }

    /** The missing components and why they are missing, for a message. */
    static String reasons(ServiceComponentRuntime scr, List<ComponentDescriptionDTO> missing,
            List<HandlerInfo> handlers, long bundleId) {
        StringBuilder text = new StringBuilder("the handler");
        text.append(missing.size() == 1 ? " " : "s ");
        for (int i = 0; i < missing.size(); i++) {
            ComponentDescriptionDTO component = missing.get(i);
            text.append(i == 0 ? "" : "; ").append(component.name).append(" (")
                    .append(reason(scr, component, handlers, bundleId)).append(')');
        }
        return text.toString();
    }

    private static String reason(ServiceComponentRuntime scr, ComponentDescriptionDTO component,
            List<HandlerInfo> handlers, long bundleId) {
        for (HandlerInfo handler : handlers) {
            if (handler.bundleId() == bundleId && handler.component().equals(component.name) && !handler.isBound()) {
                return "rejected: " + handler.rejection();
            }
        }
        Collection<ComponentConfigurationDTO> configurations = scr.getComponentConfigurationDTOs(component);
        if (configurations.isEmpty()) {
            return "it has no configuration";
        }
        ComponentConfigurationDTO configuration = configurations.iterator().next();
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> "it needs a configuration of the pid "
                    + String.join(", ", component.configurationPid);
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> unsatisfied(configuration);
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> "its activation failed";
            default -> "it is not bound yet";
        };
    }

    private static String unsatisfied(ComponentConfigurationDTO configuration) {
        List<String> names = new ArrayList<>();
        if (configuration.unsatisfiedReferences != null) {
            for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
                names.add(reference.target == null ? reference.name : reference.name + ' ' + reference.target);
            }
        }
        return "its references are unsatisfied: " + String.join(", ", names);
    }
}

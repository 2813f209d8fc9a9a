package org.tucuxi.launcher;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.tucuxi.SessionFactory;

/** Says why a session does not come: bundles that are not resolved, components that wait or failed. */
final class Missing {

    private final BundleContext context;

    Missing(BundleContext context) {
        this.context = context;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.INSTALLED) {
                lines.add("bundle " + bundle.getSymbolicName() + " is not resolved");
            }
        }
        SessionFactory factory = service(SessionFactory.class);
        if (factory != null) {
            lines.addAll(factory.missing());
        }
        ServiceComponentRuntime runtime = service(ServiceComponentRuntime.class);
        if (runtime == null) {
            lines.add("the component runtime org.apache.felix.scr is not started");
        } else {
            components(runtime, lines);
        }
        return lines;
    }

    private <T> T service(Class<T> type) {
        ServiceReference<T> reference = context.getServiceReference(type);
        return reference == null ? null : context.getService(reference);
    }

    private static void components(ServiceComponentRuntime runtime, List<String> lines) {
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(description)) {
                String who = "component " + description.name;
                for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
                    lines.add(who + " waits for " + serviceOf(description, reference));
                }
                if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION
                        && configuration.failure != null) {
                    lines.add(who + " failed: " + configuration.failure.lines().findFirst().orElse(""));
                }
            }
        }
    }

    private static String serviceOf(ComponentDescriptionDTO description, UnsatisfiedReferenceDTO unsatisfied) {
        for (ReferenceDTO reference : description.references) {
            if (reference.name.equals(unsatisfied.name)) {
                return reference.interfaceName;
            }
        }
        return unsatisfied.name;
    }
}

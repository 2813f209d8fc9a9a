package org.tucuxi.shell;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** The components of Tucuxi's bundles that wait for something or failed to start. */
final class Unsatisfied {

    private static final String OURS = "org.tucuxi.";

    private Unsatisfied() {
    }

    static List<String> components(ServiceComponentRuntime runtime) {
        List<String> lines = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            if (description.bundle.symbolicName == null || !description.bundle.symbolicName.startsWith(OURS)) {
                continue;
            }
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(description)) {
                describe(description, configuration, lines);
            }
        }
        return lines;
    }

    private static void describe(ComponentDescriptionDTO description, ComponentConfigurationDTO configuration,
            List<String> lines) {
        // A component that waits for a configuration is in order: it is made by configurations.
        String who = "component " + description.name + " of " + description.bundle.symbolicName;
        if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
            for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
                lines.add(who + " waits for " + service(description, reference)
                        + (reference.target == null ? "" : " with " + reference.target));
            }
        } else if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            lines.add(who + " failed to start: " + firstLine(configuration.failure));
        }
    }

    private static String service(ComponentDescriptionDTO description, UnsatisfiedReferenceDTO unsatisfied) {
        for (ReferenceDTO reference : description.references) {
            if (reference.name.equals(unsatisfied.name)) {
                return reference.interfaceName;
            }
        }
        return unsatisfied.name;
    }

    private static String firstLine(String failure) {
        return failure == null ? "unknown" : failure.lines().findFirst().orElse("unknown");
    }
}

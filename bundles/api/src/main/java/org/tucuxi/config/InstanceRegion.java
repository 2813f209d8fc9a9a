package org.tucuxi.config;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The service that knows in which region the machine is that runs the program. Only the defaults mode {@code auto} asks
 * it, and gets along without it.
 */
@ConsumerType
public interface InstanceRegion {

    /**
     * The region.
     *
     * @param configuration says whether and how the machine may be asked
     * @return the region, or empty when the machine is not one that knows it
     * @throws org.tucuxi.TucuxiException when asking is not possible as it is configured; nobody's call fails for it
     */
    Optional<String> region(Configuration configuration);
}

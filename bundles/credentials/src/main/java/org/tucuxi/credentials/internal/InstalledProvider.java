package org.tucuxi.credentials.internal;

import java.util.Comparator;
import org.tucuxi.credentials.CredentialProvider;

/**
 * A provider that is a service.
 *
 * @param name what it called itself when it came
 * @param provider the provider
 * @param after the name of the provider to come after, empty for first of all, null for anywhere
 * @param ranking its service ranking
 * @param serviceId its service id
 */
record InstalledProvider(String name, CredentialProvider provider, String after, int ranking, long serviceId) {

    /** As OSGi orders services: the higher ranking first, then the older one. */
    static final Comparator<InstalledProvider> ORDER =
            Comparator.comparingInt(InstalledProvider::ranking).reversed()
                    .thenComparingLong(InstalledProvider::serviceId);
}

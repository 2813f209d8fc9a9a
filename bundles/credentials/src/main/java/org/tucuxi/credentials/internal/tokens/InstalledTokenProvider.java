package org.tucuxi.credentials.internal.tokens;

import java.util.Comparator;
import org.tucuxi.credentials.TokenProvider;

/**
 * A token provider that is a service.
 *
 * @param name what it called itself when it came
 * @param provider the provider
 * @param ranking its service ranking
 * @param serviceId its service id
 */
record InstalledTokenProvider(String name, TokenProvider provider, int ranking, long serviceId) {

    /** As OSGi orders services: the higher ranking first, then the older one. */
    static final Comparator<InstalledTokenProvider> ORDER =
            Comparator.comparingInt(InstalledTokenProvider::ranking).reversed()
                    .thenComparingLong(InstalledTokenProvider::serviceId);

    TokenSlot slot() {
        return new TokenSlot(name, provider);
    }
}

package org.tucuxi.credentials.internal.tokens;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.TokenProvider;

/**
 * A place in a chain of tokens.
 *
 * @param name the provider's name
 * @param provider the provider, or null when it is one of the reference's and is not installed
 */
record TokenSlot(String name, TokenProvider provider) {

    static final String ENV = "env";
    static final String SSO = "sso";

    /** The reference's providers in its order (botocore's tokens). */
    private static final List<String> REFERENCE = List.of(ENV, SSO);

    /** The reference's in their order, with a gap for each that is not installed; then the others by ranking. */
    static List<TokenSlot> inOrder(Collection<InstalledTokenProvider> installed) {
        List<InstalledTokenProvider> byRanking = new ArrayList<>(installed);
        byRanking.sort(InstalledTokenProvider.ORDER);
        List<TokenSlot> slots = new ArrayList<>();
        for (String name : REFERENCE) {
            byRanking.stream().filter(one -> one.name().equals(name)).forEach(one -> slots.add(one.slot()));
            if (indexOf(slots, name) < 0) {
                slots.add(new TokenSlot(name, null));
            }
        }
        byRanking.stream().filter(one -> !REFERENCE.contains(one.name())).forEach(one -> slots.add(one.slot()));
        return List.copyOf(slots);
    }

    static int indexOf(List<TokenSlot> slots, String name) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The bundle that brings this provider, one of the reference's. */
    String bundle() {
        return name.equals(SSO) ? "org.tucuxi.sso" : "org.tucuxi.credentials";
    }

    /** What in a configuration is meant for this provider when it is not installed. */
    Optional<String> wantedBy(Configuration configuration) {
        return provider == null && name.equals(SSO) && configuration.scopedConfig().containsKey("sso_session")
                ? Optional.of("profile '" + configuration.profile().orElse("default") + "' has sso_session")
                : Optional.empty();
    }
}

package org.tucuxi.signing.internal;

import java.util.HashMap;
import java.util.Map;
import org.tucuxi.ClientConfig;

/** What a SigV4a signer finds in the context of a call. */
final class SigV4aContext {

    private SigV4aContext() {
    }

    /** Sets the region set: the configured one, else the region of the call, else all regions. */
    @SuppressWarnings("unchecked")
    static void prepare(Map<String, Object> context, String signingName) {
        Map<String, Object> signing = context.get("signing") instanceof Map<?, ?> present
                ? new HashMap<>((Map<String, Object>) present) : new HashMap<>();
        String regionSet = context.get("client_config") instanceof ClientConfig config
                ? config.sigv4aSigningRegionSet() : null;
        if (regionSet == null || regionSet.isEmpty()) {
            regionSet = signing.get("region") instanceof String region && !region.isEmpty() ? region : "*";
        }
        signing.put("region", regionSet);
        signing.put("signing_name", signingName);
        context.put("signing", signing);
    }
}

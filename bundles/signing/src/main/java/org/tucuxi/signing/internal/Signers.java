package org.tucuxi.signing.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;
import org.tucuxi.signing.Presigning;
import org.tucuxi.signing.Signer;
import org.tucuxi.signing.UnknownSignatureVersionException;
import org.tucuxi.signing.UnsupportedSignatureVersionException;

/** The signers that are there, by signature version. Reading takes no lock. */
final class Signers {

    private static final Comparator<Entry> BEST_FIRST = Comparator.comparingInt(Entry::ranking).reversed()
            .thenComparingLong(Entry::serviceId);

    private final Map<Signer, Entry> known = new LinkedHashMap<>();
    private volatile Map<String, Signer> byVersion = Map.of();
    /** Guarded by this. */
    private boolean kept;

    /** Adds a signer, or takes note of its new properties. */
    synchronized void put(Signer signer, Map<String, Object> properties) {
        known.put(signer, new Entry(signer, versions(properties.get(Signer.SIGNATURE_VERSION)),
                properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
                properties.get(Constants.SERVICE_ID) instanceof Long id ? id : Long.MAX_VALUE));
        rebuild();
    }

    /** From now on nothing is removed: whoever still asks is a call that began before. */
    synchronized void keep() {
        kept = true;
    }

    synchronized void remove(Signer signer) {
        if (kept) {
            return;
        }
        known.remove(signer);
        rebuild();
    }

    Signer get(String version) {
        Signer signer = version == null ? null : byVersion.get(version);
        if (signer == null) {
            throw new UnknownSignatureVersionException("Unknown Signature Version: " + version
                    + ". There are signers for " + String.join(", ", byVersion.keySet()) + ", and \"" + Signer.UNSIGNED
                    + "\" for no signature; another version needs the bundle that brings it");
        }
        return signer;
    }

    /** Likewise, for a version with the ending of a purpose that not every signature serves. */
    Signer forPresigning(String version) {
        Signer signer = byVersion.get(version);
        if (signer == null) {
            throw new UnsupportedSignatureVersionException("Signature version(s) are not supported: " + version
                    + ". Presigning needs one of " + byVersion.keySet().stream().filter(Signers::isForPresigning)
                            .collect(Collectors.joining(", ")));
        }
        return signer;
    }

    private static boolean isForPresigning(String version) {
        for (Presigning.Form form : Presigning.Form.values()) {
            if (version.endsWith(form.ending())) {
                return true;
            }
        }
        return false;
    }

    Set<String> versions() {
        return byVersion.keySet();
    }

    private void rebuild() {
        List<Entry> entries = new ArrayList<>(known.values());
        entries.sort(BEST_FIRST);
        Map<String, Signer> result = new TreeMap<>();
        for (Entry entry : entries) {
            for (String version : entry.versions) {
                result.putIfAbsent(version, entry.signer);
            }
        }
        byVersion = Collections.unmodifiableMap(result);
    }

    private static List<String> versions(Object property) {
        if (property instanceof String one) {
            return List.of(one);
        }
        return property instanceof String[] several ? List.of(several) : List.of();
    }

    private record Entry(Signer signer, List<String> versions, int ranking, long serviceId) {
    }
}

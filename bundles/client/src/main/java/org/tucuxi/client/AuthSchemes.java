package org.tucuxi.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tucuxi.signing.Signer;
import org.tucuxi.signing.UnknownSignatureVersionException;
import org.tucuxi.signing.UnsupportedSignatureVersionException;

/** Chooses among the authentication schemes of endpoint rules and of the model. */
final class AuthSchemes {

    private AuthSchemes() {
    }

    /** What was chosen: the auth type, which may be null, and what goes into the context's {@code signing}. */
    record Choice(String authType, Map<String, Object> signing) {
    }

    /**
     * Chooses a scheme of an endpoint.
     *
     * @param schemes what the rules name
     * @param configured the signature version that the client was configured with, or null
     * @param preference the client's preference, may be empty
     * @param available the signature versions that can be used
     */
    static Choice ofEndpoint(List<Map<String, Object>> schemes, String configured, List<String> preference,
            Set<String> available) {
        if (Signer.UNSIGNED.equals(configured)) {
            return new Choice("none", Map.of());
        }
        if (configured != null) {
            for (Map<String, Object> scheme : schemes) {
                if (isSame(stripped(scheme), configured)) {
                    return new Choice(configured, signing(scheme));
                }
            }
            return new Choice(null, Map.of());
        }
        List<Map<String, Object>> ordered = new ArrayList<>();
        preference.forEach(name -> schemes.stream().filter(scheme -> name.equals(scheme.get("name"))).forEach(ordered::add));
        ordered.addAll(schemes);
        for (Map<String, Object> scheme : ordered) {
            String version = stripped(scheme);
            if (version.equals("none") || available.contains(version)) {
                return new Choice(version, signing(scheme));
            }
        }
        throw new UnknownSignatureVersionException("Unknown Signature Version: "
                + schemes.stream().map(scheme -> String.valueOf(scheme.get("name"))).toList()
                + " asked for by the endpoint rules; the versions that are here are " + available);
    }

    /** The auth type of the model's {@code auth} list: the first usable entry. */
    static String ofModel(List<?> traits, Set<String> available, String service) {
        for (Object trait : traits) {
            String version = switch (String.valueOf(trait)) {
                case "aws.auth#sigv4" -> "v4";
                case "aws.auth#sigv4a" -> "v4a";
                case "smithy.api#httpBearerAuth" -> "bearer";
                case "smithy.api#noAuth" -> "none";
                default -> throw new UnknownSignatureVersionException("Unknown Signature Version: " + trait
                        + " in the model of " + service);
            };
            if (version.equals("none") || available.contains(version)) {
                return version;
            }
        }
        throw new UnsupportedSignatureVersionException("Signature version(s) are not supported: " + traits + " of service "
                + service + "; the versions that are here are " + available);
    }

    /** The auth type of the model's {@code auth} list when the client prefers some: the first usable of both. */
    static String ofPreference(List<String> preference, List<?> traits, Set<String> available, String service) {
        Set<String> offered = new LinkedHashSet<>();
        traits.forEach(trait -> offered.add(String.valueOf(trait).substring(String.valueOf(trait).indexOf('#') + 1)));
        Set<String> ordered = new LinkedHashSet<>(preference);
        ordered.addAll(offered);
        ordered.retainAll(offered);
        for (String scheme : ordered) {
            String version = switch (scheme) {
                case "sigv4" -> "v4";
                case "sigv4a" -> "v4a";
                case "httpBearerAuth" -> "bearer";
                case "noAuth" -> "none";
                default -> null;
            };
            if (version != null && (version.equals("none") || available.contains(version))) {
                return version;
            }
        }
        throw new UnsupportedSignatureVersionException("Signature version(s) are not supported: " + traits + " of service "
                + service + "; the versions that are here are " + available);
    }

    private static String stripped(Map<String, Object> scheme) {
        String name = String.valueOf(scheme.get("name"));
        return name.startsWith("sig") ? name.substring(3) : name;
    }

    private static boolean isSame(String scheme, String configured) {
        String version = configured.indexOf('-') > 0 ? configured.substring(0, configured.indexOf('-')) : configured;
        if (version.startsWith("s3") && !version.equals("s3")) {
            version = version.substring(2);
        }
        return scheme.equals(version);
    }

    private static Map<String, Object> signing(Map<String, Object> scheme) {
        Map<String, Object> signing = new LinkedHashMap<>(8);
        Object region = scheme.get("signingRegion");
        if (region == null && scheme.get("signingRegionSet") instanceof List<?> set && !set.isEmpty()) {
            region = String.join(",", set.stream().map(String::valueOf).toList());
        }
        putIfPresent(signing, "region", region);
        putIfPresent(signing, "signing_name", scheme.get("signingName"));
        putIfPresent(signing, "disableDoubleEncoding", scheme.get("disableDoubleEncoding"));
        return signing;
    }

    private static void putIfPresent(Map<String, Object> map, String key, Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}

package org.tucuxi.endpoints;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tucuxi.endpoint.RegionCatalog.Variant;

/**
 * What the region data say about an endpoint, at one of three levels: the endpoint, its service, its partition. Null
 * and empty mean that this level says nothing.
 */
record EndpointData(String hostname, String dnsSuffix, List<String> protocols, List<String> signatureVersions,
        CredentialScope credentialScope, Map<Set<Variant>, EndpointData> variants) {

    /** Says nothing. */
    static final EndpointData NONE = new EndpointData(null, null, null, null, null, Map.of());

    /** Which region and which name a request is signed with; each may be null. */
    record CredentialScope(String region, String service) {
    }

    static EndpointData of(Object source) {
        if (!(source instanceof Map<?, ?> data)) {
            return NONE;
        }
        List<?> variants = data.get("variants") instanceof List<?> list ? list : List.of();
        return new EndpointData((String) data.get("hostname"), (String) data.get("dnsSuffix"),
                texts(data.get("protocols")), texts(data.get("signatureVersions")),
                credentialScope(data.get("credentialScope")),
                variants.stream().collect(Collectors.toUnmodifiableMap(
                        variant -> tags(((Map<?, ?>) variant).get("tags")), EndpointData::of, (one, later) -> one)));
    }

    private static List<String> texts(Object source) {
        return source == null ? null : Texts.of(source);
    }

    private static CredentialScope credentialScope(Object source) {
        return source instanceof Map<?, ?> scope
                ? new CredentialScope((String) scope.get("region"), (String) scope.get("service"))
                : null;
    }

    private static Set<Variant> tags(Object source) {
        Set<Variant> tags = EnumSet.noneOf(Variant.class);
        for (String tag : Texts.of(source)) {
            tags.add(Variant.valueOf(tag.toUpperCase(Locale.ROOT)));
        }
        return tags;
    }

    /** What this level says, and what it leaves open from another. Variants are not merged. */
    EndpointData or(EndpointData other) {
        return new EndpointData(first(hostname, other.hostname), first(dnsSuffix, other.dnsSuffix),
                first(protocols, other.protocols), first(signatureVersions, other.signatureVersions),
                first(credentialScope, other.credentialScope), variants);
    }

    private static <T> T first(T value, T other) {
        return value != null ? value : other;
    }
}

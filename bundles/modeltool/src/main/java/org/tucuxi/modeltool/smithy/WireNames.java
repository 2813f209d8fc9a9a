package org.tucuxi.modeltool.smithy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;

/**
 * The protocols of a service, and what they mean for names.
 *
 * @param protocols botocore's names of the service's protocols
 * @param preferred the one that the client prefers
 */
record WireNames(List<String> protocols, String preferred) {

    /** The order of botocore's lists. */
    private static final Map<String, String> TRAITS = new java.util.LinkedHashMap<>();
    /** The order in which botocore's client, and ours, chooses (botocore/model.py). */
    private static final List<String> PREFERENCE =
            List.of("json", "rest-json", "rest-xml", "smithy-rpc-v2-cbor", "query", "ec2");
    private static final Set<String> REST = Set.of("rest-json", "rest-xml");
    private static final Set<String> XML = Set.of("rest-xml", "query", "ec2");

    static {
        TRAITS.put("smithy.protocols#rpcv2Cbor", "smithy-rpc-v2-cbor");
        TRAITS.put("aws.protocols#awsJson1_0", "json");
        TRAITS.put("aws.protocols#awsJson1_1", "json");
        TRAITS.put("aws.protocols#restJson1", "rest-json");
        TRAITS.put("aws.protocols#restXml", "rest-xml");
        TRAITS.put("aws.protocols#awsQuery", "query");
        TRAITS.put("aws.protocols#ec2Query", "ec2");
    }

    static WireNames of(ServiceShape service) {
        List<String> protocols = TRAITS.entrySet().stream().filter(trait -> Traits.has(service, trait.getKey()))
                .map(Map.Entry::getValue).distinct().toList();
        String preferred = PREFERENCE.stream().filter(protocols::contains).findFirst().orElse(null);
        return new WireNames(protocols, preferred);
    }

    /** The protocol traits that a service can have. */
    static Set<String> traits() {
        return TRAITS.keySet();
    }

    boolean isRest() {
        return REST.contains(preferred);
    }

    boolean isXml() {
        return XML.contains(preferred);
    }

    boolean isEc2() {
        return preferred.equals("ec2");
    }

    /** Whether errors are told by the codes of the query protocol. */
    boolean hasErrorCodes() {
        return preferred.equals("query") || preferred.equals("ec2");
    }

    /** The name in a body, when it is not the member's own; else null. */
    String bodyName(Shape member) {
        if (isXml()) {
            return Traits.text(member, "smithy.api#xmlName");
        }
        return preferred.equals("rest-json") ? Traits.text(member, "smithy.api#jsonName") : null;
    }
}

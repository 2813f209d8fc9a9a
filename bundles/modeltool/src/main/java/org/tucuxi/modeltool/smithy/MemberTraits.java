package org.tucuxi.modeltool.smithy;

import java.util.List;
import java.util.Map;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;

/** What a reference to a member's shape says: where the member goes and under which name, and what else it is. */
final class MemberTraits {

    private static final String LOCATION = "location";
    private static final String LOCATION_NAME = "locationName";
    private static final String HEADER = "smithy.api#httpHeader";
    private static final String PREFIX = "smithy.api#httpPrefixHeaders";
    private static final String QUERY = "smithy.api#httpQuery";
    private static final String QUERY_MAP = "smithy.api#httpQueryParams";
    private static final String LABEL = "smithy.api#httpLabel";
    private static final String CODE = "smithy.api#httpResponseCode";
    private static final List<String> BINDINGS = List.of(HEADER, PREFIX, QUERY, QUERY_MAP, LABEL, CODE);
    private static final Map<String, String> TIMES =
            Map.of("date-time", "iso8601", "epoch-seconds", "unixTimestamp", "http-date", "rfc822");

    private final Model model;
    private final WireNames names;
    private final Shapes shapes;

    MemberTraits(Model model, WireNames names, Shapes shapes) {
        this.model = model;
        this.names = names;
        this.shapes = shapes;
    }

    /** Whether a member goes elsewhere than to the body in REST protocols. */
    static boolean isBound(MemberShape member) {
        return BINDINGS.stream().anyMatch(binding -> Traits.has(member, binding));
    }

    /** The reference of a structure's or union's member. */
    Map<String, Object> of(MemberShape member) {
        Map<String, Object> reference = element(member);
        if (names.isEc2()) {
            ec2Name(member, reference);
        }
        if (names.isRest() && isBound(member)) {
            bind(member, reference);
        } else if (names.preferred().equals("rest-xml") && Traits.has(member, "smithy.api#httpPayload")) {
            Shape target = shapes.shape(member.getTarget());
            if (target.isStructureShape() || target.isUnionShape()) {
                shapes.root(reference, target, member);
            }
        }
        flag(member, "smithy.api#hostLabel", reference, "hostLabel");
        flag(member, "smithy.api#idempotencyToken", reference, "idempotencyToken");
        flag(member, "smithy.api#deprecated", reference, "deprecated");
        flag(member, "smithy.api#eventHeader", reference, "eventheader");
        flag(member, "smithy.api#eventPayload", reference, "eventpayload");
        flag(member, "aws.api#clientEndpointDiscoveryId", reference, "endpointdiscoveryid");
        if (Traits.value(member, "smithy.rules#contextParam") instanceof Map<?, ?> parameter) {
            reference.put("contextParam", parameter);
        }
        return reference;
    }

    /** The reference of a list's or map's member, and the part of a structure's that is the same. */
    Map<String, Object> element(MemberShape member) {
        Shape target = shapes.shape(member.getTarget());
        boolean flattened = names.isXml() && Traits.has(member, "smithy.api#xmlFlattened");
        boolean named = target.isListShape()
                && Traits.has(target.asListShape().orElseThrow().getMember(), Shapes.XML_NAME);
        Map<String, Object> reference =
                flattened && named ? shapes.flattened(target) : shapes.reference(member.getTarget());
        if (flattened) {
            reference.put("flattened", true);
        }
        String name = names.bodyName(member);
        if (name != null) {
            reference.put(LOCATION_NAME, name);
        }
        if (names.isXml()) {
            flag(member, "smithy.api#xmlAttribute", reference, "xmlAttribute");
            Object namespace = Traits.value(member, Shapes.XML_NAMESPACE);
            if (namespace != null) {
                reference.put("xmlNamespace", namespace);
            }
        }
        timestampFormat(member, reference);
        ShapeBodies.limits(member, reference);
        return reference;
    }

    /** Smithy capitalises a member's own name, botocore does not. */
    private static void ec2Name(MemberShape member, Map<String, Object> reference) {
        String name = Traits.text(member, "aws.protocols#ec2QueryName");
        String own = member.getMemberName();
        boolean isSmall = Character.isLowerCase(own.charAt(0));
        if (name == null && isSmall && !reference.containsKey(LOCATION_NAME)) {
            name = Character.toUpperCase(own.charAt(0)) + own.substring(1);
        }
        if (name != null) {
            reference.put("queryName", name);
        }
    }

    private void bind(MemberShape member, Map<String, Object> reference) {
        reference.remove(LOCATION_NAME);
        if (Traits.has(member, HEADER)) {
            reference.put(LOCATION, "header");
            reference.put(LOCATION_NAME, Traits.text(member, HEADER));
            if (isJsonText(member)) {
                reference.put("jsonvalue", true);
            }
        } else if (Traits.has(member, PREFIX)) {
            reference.put(LOCATION, "headers");
            reference.put(LOCATION_NAME, Traits.text(member, PREFIX));
        } else if (Traits.has(member, QUERY)) {
            reference.put(LOCATION, "querystring");
            reference.put(LOCATION_NAME, Traits.text(member, QUERY));
        } else if (Traits.has(member, QUERY_MAP)) {
            reference.put(LOCATION, "querystring");
        } else if (Traits.has(member, LABEL)) {
            reference.put(LOCATION, "uri");
            reference.put(LOCATION_NAME, member.getMemberName());
        } else {
            reference.put(LOCATION, "statusCode");
        }
    }

    private boolean isJsonText(MemberShape member) {
        return shapes.shape(member.getTarget()).isStringShape()
                && "application/json".equals(Traits.text(model, member, "smithy.api#mediaType"));
    }

    /** The format of a timestamp that does not have its place's default. */
    static void timestampFormat(Shape shape, Map<String, Object> attributes) {
        String format = Traits.text(shape, "smithy.api#timestampFormat");
        if (format != null && TIMES.containsKey(format)) {
            attributes.put("timestampFormat", TIMES.get(format));
        }
    }

    private static void flag(Shape shape, String trait, Map<String, Object> attributes, String name) {
        if (Traits.has(shape, trait)) {
            attributes.put(name, true);
        }
    }
}

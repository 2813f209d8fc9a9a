package org.tucuxi.modeltool.smithy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.smithy.model.shapes.ServiceShape;

/** The section {@code metadata} of a service. */
final class ServiceMetadata {

    private static final String SIGV4 = "aws.auth#sigv4";
    private static final String BEARER = "smithy.api#httpBearerAuth";
    private static final List<String> SCHEMES = List.of(SIGV4, "aws.auth#sigv4a", BEARER);
    /** What botocore signs in a way of its own. */
    private static final Map<String, String> SIGNERS = Map.of("S3", "s3", "S3 Control", "s3v4");

    private ServiceMetadata() {
    }

    static Map<String, Object> of(ServiceShape service, WireNames names) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        String id = serviceId(service);
        metadata.put("apiVersion", apiVersion(service));
        metadata.put("auth", auth(service));
        if (Traits.has(service, "aws.protocols#awsQueryCompatible")) {
            metadata.put("awsQueryCompatible", Map.of());
        }
        String prefix = Traits.map(service, "aws.api#service").get("endpointPrefix") instanceof String text
                ? text : id.toLowerCase(Locale.ROOT).replace(' ', '-');
        metadata.put("endpointPrefix", prefix);
        if (names.protocols().contains("json")) {
            metadata.put("jsonVersion", Traits.has(service, "aws.protocols#awsJson1_0") ? "1.0" : "1.1");
        }
        metadata.put("protocol", names.protocols().get(0));
        protocolSettings(service, metadata);
        metadata.put("protocols", names.protocols());
        String title = Traits.text(service, "smithy.api#title");
        metadata.put("serviceFullName", title == null ? id : title);
        metadata.put("serviceId", id);
        metadata.put("signatureVersion", signatureVersion(service, id));
        if (Traits.map(service, SIGV4).get("name") instanceof String name && !name.equals(prefix)) {
            metadata.put("signingName", name);
        }
        if (names.protocols().contains("json") || names.protocols().contains("smithy-rpc-v2-cbor")) {
            metadata.put("targetPrefix", service.getId().getName());
        }
        if (names.isXml() && Traits.map(service, "smithy.api#xmlNamespace").get("uri") instanceof String uri) {
            metadata.put("xmlNamespace", uri);
        }
        return metadata;
    }

    /** The id after which botocore names the service in events. */
    static String serviceId(ServiceShape service) {
        return Traits.map(service, "aws.api#service").get("sdkId") instanceof String id ? id
                : service.getId().getName();
    }

    static String apiVersion(ServiceShape service) {
        return service.getVersion().isEmpty() ? "1.0" : service.getVersion();
    }

    /** The schemes in the service's order of preference, else those it has. */
    private static List<String> auth(ServiceShape service) {
        if (Traits.value(service, "smithy.api#auth") instanceof List<?> chosen) {
            return chosen.stream().map(String.class::cast).toList();
        }
        return SCHEMES.stream().filter(scheme -> Traits.has(service, scheme)).toList();
    }

    private static String signatureVersion(ServiceShape service, String id) {
        if (SIGNERS.containsKey(id)) {
            return SIGNERS.get(id);
        }
        List<String> auth = auth(service);
        boolean bearer = !auth.isEmpty() && auth.get(0).equals(BEARER) && !auth.contains(SIGV4);
        return bearer ? "bearer" : "v4";
    }

    private static void protocolSettings(ServiceShape service, Map<String, Object> metadata) {
        List<Object> http = new ArrayList<>();
        List<Object> events = new ArrayList<>();
        for (String trait : WireNames.traits()) {
            Map<String, Object> protocol = Traits.map(service, trait);
            http.addAll(protocol.get("http") instanceof List<?> list ? list : List.of());
            events.addAll(protocol.get("eventStreamHttp") instanceof List<?> list ? list : List.of());
        }
        if (http.contains("h2")) {
            metadata.put("protocolSettings", Map.of("h2", "optional"));
        } else if (events.contains("h2")) {
            metadata.put("protocolSettings", Map.of("h2", "eventstream"));
        }
    }
}

package org.tucuxi.itests.interop.roundtrip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.tucuxi.http.HttpRequest;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A request in a form that can be compared: without what differs from call to call. */
record Prepared(String method, String url, Map<String, String> headers, byte[] body) {

    private static final Set<String> VOLATILE = Set.of("user-agent", "x-amz-date", "date", "amz-sdk-invocation-id", "authorization");
    /** Made of the bytes of the body, which differ when the same document has other white space. */
    private static final Set<String> OF_BYTES = Set.of("content-length", "x-amz-content-sha256", "content-md5",
            "x-amz-checksum-crc32", "x-amz-sha256-tree-hash");

    static Prepared of(HttpRequest request) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (int i = 0; i < request.headers().size(); i++) {
            put(headers, request.headers().nameAt(i), request.headers().valueAt(i));
        }
        try (InputStream in = request.body().open()) {
            return new Prepared(request.method(), request.url(), headers, in.readAllBytes());
        }
    }

    static Prepared of(JsonNode answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.get("headers").forEach(header -> put(headers, header.get(0).asText(), header.get(1).asText()));
        return new Prepared(answer.get("method").asText(), answer.get("url").asText(), headers,
                Base64.getDecoder().decode(answer.get("body").asText()));
    }

    private static void put(Map<String, String> headers, String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("authorization")) {
            headers.put("(signed)", signed(value));
        } else if (!VOLATILE.contains(lower)) {
            headers.merge(lower, value, (a, b) -> a + ',' + b);
        }
    }

    /** What a signature covers: scope and names of headers, without day and signature. */
    private static String signed(String authorization) {
        return authorization.replaceAll("/[0-9]{8}/", "/").replaceAll("Signature=.*", "")
                .replaceAll("AWS AKIDEXAMPLE:.*", "AWS AKIDEXAMPLE:");
    }

    /** What is different in the other, or null. */
    String difference(Prepared other, String protocol) throws Exception {
        if (!method.equals(other.method) || !url.equals(other.url)) {
            return method + ' ' + url + " instead of " + other.method + ' ' + other.url;
        }
        boolean hasSameBytes = Arrays.equals(body, other.body);
        if (!hasSameBytes && !isSame(body, other.body, protocol)) {
            return "body " + text(body) + " instead of " + text(other.body);
        }
        Map<String, String> ours = headers(hasSameBytes);
        Map<String, String> theirs = other.headers(hasSameBytes);
        return ours.equals(theirs) ? null : "headers " + minus(ours, theirs) + " instead of " + minus(theirs, ours);
    }

    private Map<String, String> headers(boolean withThoseOfBytes) {
        Map<String, String> result = new TreeMap<>(headers);
        if (!withThoseOfBytes) {
            result.keySet().removeAll(OF_BYTES);
        }
        return result;
    }

    private static Map<String, String> minus(Map<String, String> all, Map<String, String> without) {
        return all.entrySet().stream().filter(entry -> !entry.getValue().equals(without.get(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static boolean isSame(byte[] ours, byte[] theirs, String protocol) throws Exception {
        if (ours.length == 0 || theirs.length == 0) {
            return false;
        }
        try {
            return isSameDocument(ours, theirs, protocol);
        } catch (IOException | SAXException e) {
            // no documents, so different ones
            return false;
        }
    }

    private static boolean isSameDocument(byte[] ours, byte[] theirs, String protocol) throws Exception {
        return switch (protocol) {
            case "json", "rest-json" -> new ObjectMapper().readTree(ours).equals(new ObjectMapper().readTree(theirs));
            case "smithy-rpc-v2-cbor" -> new CBORMapper().readTree(ours).equals(new CBORMapper().readTree(theirs));
            case "query", "ec2" -> fields(ours).equals(fields(theirs));
            default -> document(ours).isEqualNode(document(theirs));
        };
    }

    private static Map<String, Long> fields(byte[] form) {
        return Arrays.stream(new String(form, StandardCharsets.UTF_8).split("&"))
                .collect(Collectors.groupingBy(field -> field, Collectors.counting()));
    }

    private static Node document(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
    }

    private static String text(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() > 400 ? text.substring(0, 400) + "…" : text;
    }
}
